package org.thalweg.probes.path;

import java.util.List;
import org.thalweg.model.paths.PrincipalComponents;
import org.thalweg.probes.face.Between;
import org.thalweg.probes.face.PathProbe;
import org.thalweg.probes.face.Readings;
import org.thalweg.refusal.Refusal;

/**
 * The loss on the plane through the last checkpoint that is spanned by the first two principal components of the path,
 * and the path as it falls on it [LXTSG18].
 */
public final class PlaneScanProbe extends PathProbe {
    private static final int POINTS = 41;

    /** Beyond the path to either side, of its extent. */
    private static final double MARGIN = 0.2;

    private static final int FEWEST = 3;

    public PlaneScanProbe() {
        super("plane-scan", "plane_first", "plane_second", "plane_train_loss", "plane_test_loss", "path_first",
                "path_second");
    }

    @Override
    public void measure(List<double[]> path, Between between, Readings readings) {
        if (path.size() < FEWEST) {
            throw new Refusal("probe plane-scan: " + path.size() + " checkpoints of a repeat do not span a plane; give"
                    + " --at all");
        }
        double[] last = path.get(path.size() - 1);
        double[][] axes = PrincipalComponents.ofPoints(path.toArray(double[][]::new)).directions();
        double[][] on = {along(path, last, axes[0]), along(path, last, axes[1])};
        double[] first = places(on[0]);
        double[] second = places(on[1]);
        add(readings, "plane_first", first);
        add(readings, "plane_second", second);
        double[] there = new double[last.length];
        boolean tested = between.plan().task().test().isPresent();
        double[] test = new double[tested ? POINTS * POINTS : 0];
        double[] train = new double[POINTS * POINTS];
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < POINTS; j++) {
                for (int k = 0; k < there.length; k++) {
                    there[k] = last[k] + first[i] * axes[0][k] + second[j] * axes[1][k];
                }
                train[i * POINTS + j] = between.train(there, there, 0.0).loss();
                if (tested) {
                    test[i * POINTS + j] = between.test(there, there, 0.0).loss();
                }
            }
        }
        add(readings, "plane_train_loss", train);
        add(readings, "plane_test_loss", test);
        add(readings, "path_first", on[0]);
        add(readings, "path_second", on[1]);
    }

    private static void add(Readings readings, String quantity, double[] values) {
        for (int k = 0; k < values.length; k++) {
            readings.add(quantity, k + 1, values[k], 0.0);
        }
    }

    private static double[] along(List<double[]> path, double[] origin, double[] axis) {
        return path.stream().mapToDouble(point -> {
            double sum = 0.0;
            for (int k = 0; k < axis.length; k++) {
                sum += (point[k] - origin[k]) * axis[k];
            }
            return sum;
        }).toArray();
    }

    private static double[] places(double[] on) {
        double least = 0.0;
        double most = 0.0;
        for (double place : on) {
            least = Math.min(least, place);
            most = Math.max(most, place);
        }
        double margin = MARGIN * (most - least);
        double[] places = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            places[i] = least - margin + (most - least + 2.0 * margin) * i / (POINTS - 1);
        }
        return places;
    }
}
