package org.thalweg.fokkerplanck.action;

import org.thalweg.model.ItoDiffusion;

/**
 * The geometric action of a path in two parameters [HVE08],
 *
 * <pre>
 *   S = (1/2) int ( |x'|_D |b|_D - x' . D^-1 b ),        |v|_D^2 = v . D^-1 v,
 * </pre>
 *
 * the least of the action of Freidlin and Wentzell over all speeds: to go from one end to the other has the probability
 * e^-S, to leading order for little noise. It is a number without a unit; x' counts, not how fast it is run through.
 */
final class GeometricAction {
    private final ItoDiffusion diffusion;
    private final double[] point = new double[2];
    private final double[] drift = new double[2];
    private final double[][] tensor = new double[2][2];

    GeometricAction(ItoDiffusion diffusion) {
        this.diffusion = diffusion;
    }

    /** The drift at a point; overwritten by the next call. */
    double[] drift(double x, double y) {
        point[0] = x;
        point[1] = y;
        diffusion.drift(point, drift);
        return drift;
    }

    /** The tensor at a point; overwritten by the next call. */
    double[][] tensor(double x, double y) {
        point[0] = x;
        point[1] = y;
        diffusion.diffusionTensor(point, tensor);
        return tensor;
    }

    /** u . D^-1 v. */
    static double product(double[][] d, double ux, double uy, double vx, double vy) {
        double determinant = d[0][0] * d[1][1] - d[0][1] * d[1][0];
        return (d[1][1] * ux * vx - d[0][1] * (ux * vy + uy * vx) + d[0][0] * uy * vy) / determinant;
    }

    /** The action up to each point of a chain, by the midpoint rule: second order in the pieces. */
    double[] along(double[] x, double[] y) {
        double[] action = new double[x.length];
        for (int k = 1; k < x.length; k++) {
            double dx = x[k] - x[k - 1];
            double dy = y[k] - y[k - 1];
            double atX = 0.5 * (x[k] + x[k - 1]);
            double atY = 0.5 * (y[k] + y[k - 1]);
            double[][] d = tensor(atX, atY);
            double[] b = drift(atX, atY);
            double length = Math.sqrt(product(d, dx, dy, dx, dy) * product(d, b[0], b[1], b[0], b[1]));
            // Rounding may leave less than nothing downhill.
            action[k] = action[k - 1] + 0.5 * Math.max(0.0, length - product(d, dx, dy, b[0], b[1]));
        }
        return action;
    }
}
