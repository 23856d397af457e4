package org.thalweg.results;

import java.util.Arrays;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;
import org.thalweg.network.Samples;

/**
 * A linear neuron with two weights, half the squared error, batches with replacement: what is known exactly of it far
 * from walls. The gradient of sample n at theta* + e is x_n (x_n . e + r_n), linear in e; so the covariance of
 * gradients is a quadratic function of e, and the equation of the second moments Q of e is closed:
 *
 * <p>H Q + Q H - eta H Q H = (eta / B) S(Q), S(Q) = mean x x^T (x^T Q x) + mean x x^T r^2 - H Q H
 *
 * <p>for literal SGD; without the third term for the diffusion with the same eta / B.
 */
final class LinearNeuron {
    private final double[][] x;
    private final double[] y;

    LinearNeuron(Samples samples) {
        x = new double[samples.count()][];
        Arrays.setAll(x, n -> new double[] {samples.input(n, 0), samples.input(n, 1)});
        y = new double[x.length];
        Arrays.setAll(y, n -> samples.target(n, 0));
    }

    /** Mean of {@code weight[n] x_n x_n^T}: entries xx, xy, yy. */
    private double[] moment(double[] weight) {
        double[] sum = new double[3];
        for (int n = 0; n < x.length; n++) {
            sum[0] += weight[n] * x[n][0] * x[n][0] / x.length;
            sum[1] += weight[n] * x[n][0] * x[n][1] / x.length;
            sum[2] += weight[n] * x[n][1] * x[n][1] / x.length;
        }
        return sum;
    }

    private double[] ones() {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1.0);
        return ones;
    }

    /** Where the loss is least. */
    double[] best() {
        double[] h = moment(ones());
        double b0 = 0.0;
        double b1 = 0.0;
        for (int n = 0; n < x.length; n++) {
            b0 += x[n][0] * y[n] / x.length;
            b1 += x[n][1] * y[n] / x.length;
        }
        double determinant = h[0] * h[2] - h[1] * h[1];
        return new double[] {(h[2] * b0 - h[1] * b1) / determinant, (h[0] * b1 - h[1] * b0) / determinant};
    }

    /** What is too much on the left of the equation. */
    private double[] excess(double[] q, double perBatch, double learningRate) {
        double[] best = best();
        double[] h = moment(ones());
        double[] weight = new double[x.length];
        Arrays.setAll(weight, n -> {
            double r = x[n][0] * best[0] + x[n][1] * best[1] - y[n];
            return r * r + x[n][0] * x[n][0] * q[0] + 2.0 * x[n][0] * x[n][1] * q[1] + x[n][1] * x[n][1] * q[2];
        });
        double[] noise = moment(weight);
        double a = h[0] * q[0] + h[1] * q[1];
        double b = h[0] * q[1] + h[1] * q[2];
        double c = h[1] * q[0] + h[2] * q[1];
        double d = h[1] * q[1] + h[2] * q[2];
        double[] both = {a * h[0] + b * h[1], a * h[1] + b * h[2], c * h[1] + d * h[2]};
        double[] sides = {2.0 * a, b + c, 2.0 * d};
        double[] excess = new double[3];
        Arrays.setAll(excess, i -> sides[i] - learningRate * both[i] - perBatch * (noise[i] - both[i]));
        return excess;
    }

    /**
     * The stationary second moments of e: xx, xy, yy.
     *
     * @param perBatch eta / B
     * @param learningRate eta; 0 for the diffusion
     */
    double[] covariance(double perBatch, double learningRate) {
        double[] constant = excess(new double[3], perBatch, learningRate);
        double[][] matrix = new double[3][3];
        for (int j = 0; j < 3; j++) {
            double[] unit = new double[3];
            unit[j] = 1.0;
            double[] column = excess(unit, perBatch, learningRate);
            for (int i = 0; i < 3; i++) {
                matrix[i][j] = column[i] - constant[i];
            }
        }
        RealVector right = MatrixUtils.createRealVector(constant).mapMultiply(-1.0);
        return new LUDecomposition(MatrixUtils.createRealMatrix(matrix)).getSolver().solve(right).toArray();
    }
}
