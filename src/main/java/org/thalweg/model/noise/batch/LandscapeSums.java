package org.thalweg.model.noise.batch;

import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.ProfileKernel;

/**
 * Sums over a whole data set at one place x of a valley.
 *
 * <p>With u = x - dx, lambda = 1/F(u)^2 and w = y - dy the gradient of sample i is
 * <pre>
 * g_y = s lambda w               = p_0 y - p_1
 * g_x = s (lambda' w^2 / 2 + L0') = q_0 y^2 - 2 q_1 y + q_2
 * p_0 = s lambda, p_1 = p_0 dy, q_0 = s lambda' / 2, q_1 = q_0 dy, q_2 = q_1 dy + s L0'
 * </pre>
 * so that the means and covariances of the five coefficients give those of the gradient at every y. Not thread-safe.
 */
final class LandscapeSums {
    /** p_0, p_1, q_0, q_1, q_2. */
    static final int MEANS = 5;
    /** Their covariances, the lower triangle row by row. */
    static final int COVARIANCES = MEANS * (MEANS + 1) / 2;

    private final DataSet data;
    private final ProfileKernel flatness;
    private final ProfileKernel floor;
    private final double[] u;
    private final double[] f;
    private final double[] slope;
    private final double[] unused;
    private final double[] floorSlope;
    private final double[][] coefficients;

    LandscapeSums(ValleyShape shape, DataSet data) {
        int n = data.size();
        this.data = data;
        this.flatness = shape.flatness().get(0).bind(n);
        this.floor = shape.floor().bind(n);
        this.u = new double[n];
        this.f = new double[n];
        this.slope = new double[n];
        this.unused = new double[n];
        this.floorSlope = new double[n];
        this.coefficients = new double[MEANS][n];
    }

    /**
     * Means and covariances of the coefficients.
     *
     * @param sums modified: {@link #MEANS} means and {@link #COVARIANCES} covariances (divisor N)
     */
    void at(double x, double[] sums) {
        int n = data.size();
        for (int i = 0; i < n; i++) {
            u[i] = x - data.dx(i);
        }
        flatness.evaluate(u, n, f, slope);
        floor.evaluate(u, n, unused, floorSlope);
        for (int i = 0; i < n; i++) {
            double inverse = 1.0 / f[i];
            double p = data.scale(i) * inverse * inverse;
            double q = -p * slope[i] * inverse;
            double dy = data.dy(i);
            coefficients[0][i] = p;
            coefficients[1][i] = p * dy;
            coefficients[2][i] = q;
            coefficients[3][i] = q * dy;
            coefficients[4][i] = q * dy * dy + data.scale(i) * floorSlope[i];
        }
        for (int a = 0; a < MEANS; a++) {
            sums[a] = mean(coefficients[a]);
        }
        int entry = MEANS;
        for (int a = 0; a < MEANS; a++) {
            for (int b = 0; b <= a; b++) {
                sums[entry++] = covariance(coefficients[a], sums[a], coefficients[b], sums[b]);
            }
        }
    }

    private static double mean(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double covariance(double[] a, double meanA, double[] b, double meanB) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }

    /** The row of q_i or p_i in {@link #at}'s covariances: that of a with b. */
    static int covariance(int a, int b) {
        int high = Math.max(a, b);
        return MEANS + high * (high + 1) / 2 + Math.min(a, b);
    }
}
