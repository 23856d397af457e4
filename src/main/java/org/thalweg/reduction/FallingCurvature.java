package org.thalweg.reduction;

import java.util.Arrays;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;

/**
 * Where the curvature of the sharp directions falls most steeply, at right angles to them: -grad sum_k v_k.H v_k, by
 * second differences of the gradient along each.
 */
final class FallingCurvature {
    /** Of the distance to the next point: so far to either side gradients are compared. */
    private static final double SHARE = 0.25;

    private FallingCurvature() {}

    /** A unit vector, at the first of at least two points. */
    static double[] direction(ValleyPlan plan, double[][] points, Seed seed) {
        double[] theta = points[0];
        Propagation network = plan.network().bind();
        double[][] sharp = new FloorWorker(plan.network(), plan.sharp()).sharp(theta, seed).vectors();
        double h = SHARE * FloorPath.distance(points[0], points[1]);
        double[] fall = new double[theta.length];
        double[] here = new double[theta.length];
        double[] ahead = new double[theta.length];
        double[] back = new double[theta.length];
        network.lossAndGradient(theta, here);
        for (double[] v : sharp) {
            network.lossAndGradient(shifted(theta, h, v), ahead);
            network.lossAndGradient(shifted(theta, -h, v), back);
            for (int i = 0; i < fall.length; i++) {
                fall[i] -= (ahead[i] + back[i] - 2.0 * here[i]) / (h * h);
            }
        }
        for (double[] v : sharp) {
            double across = 0.0;
            for (int i = 0; i < fall.length; i++) {
                across += v[i] * fall[i];
            }
            for (int i = 0; i < fall.length; i++) {
                fall[i] -= across * v[i];
            }
        }
        double length = FloorPath.distance(fall, new double[fall.length]);
        return Arrays.stream(fall).map(f -> f / length).toArray();
    }

    private static double[] shifted(double[] theta, double length, double[] v) {
        double[] there = theta.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += length * v[i];
        }
        return there;
    }
}
