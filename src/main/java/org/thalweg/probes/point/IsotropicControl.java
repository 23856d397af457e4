package org.thalweg.probes.point;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.training.Window;

/**
 * How far paths wander under noise of one variance in all directions, the total variance being that of SGD's batches.
 *
 * <p>Along directions that are given: a path's own principal components are chosen by its own chance, and where most of
 * it is a random walk flatness hardly differs between them. And about the path without noise: the descent of exact
 * gradients goes on, along stiff directions, and is no fluctuation.
 */
final class IsotropicControl {
    /** Their mean variance: of a random walk along one direction a single one scatters by nine tenths. */
    private static final int PATHS = 4;

    private IsotropicControl() {}

    /**
     * Variances in time, each of a path about its own mean, as means over paths.
     *
     * @param directions [direction][parameter looked at], unit vectors; not modified
     */
    static double[] variances(ProbePoint point, double[][] directions) {
        Window window = point.plan().window();
        List<double[]> still = new ArrayList<>();
        window.exact(point.train(), point.theta().clone(), theta -> still.add(point.looked(theta)));
        double[] variances = new double[directions.length];
        for (int path = 0; path < PATHS; path++) {
            Wander wander = new Wander(point, still, directions);
            window.isotropic(point.train(), point.theta().clone(), point.seed().child(path), wander::add);
            wander.addTo(variances);
        }
        return variances;
    }

    /** One path: its variance along each direction. */
    private static final class Wander {
        private final ProbePoint point;
        private final List<double[]> still;
        private final double[][] directions;
        private final Variance[] along;
        private int steps;

        Wander(ProbePoint point, List<double[]> still, double[][] directions) {
            this.point = point;
            this.still = still;
            this.directions = directions;
            this.along = new Variance[directions.length];
            Arrays.setAll(along, i -> new Variance(false));
        }

        void add(double[] theta) {
            double[] away = point.looked(theta);
            double[] rest = still.get(steps++);
            for (int i = 0; i < away.length; i++) {
                away[i] -= rest[i];
            }
            for (int i = 0; i < directions.length; i++) {
                along[i].increment(ScalarProduct.of(away, directions[i]));
            }
        }

        void addTo(double[] variances) {
            for (int i = 0; i < variances.length; i++) {
                variances[i] += along[i].getResult() / PATHS;
            }
        }
    }
}
