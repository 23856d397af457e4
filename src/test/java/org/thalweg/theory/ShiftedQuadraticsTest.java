package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/**
 * Where the noise of a random landscape comes from: batch p sees (w - s_p)^T h_p (w - s_p) / 2, so that its gradient at
 * the mean minimum is -h_p s_p and C = E[h s s^T h]. Linear regression on inputs u ~ N(0, H): h_p = u u^T.
 */
class ShiftedQuadraticsTest {
    private static final long SEED = 17;
    private static final int SAMPLES = 400_000;

    /** Of the sampled second moments: products of six normal numbers have heavy tails, so errors are measured. */
    private static final double SIGMAS = 5.0;

    /**
     * Isotropic shifts of variance v: C = v E[h^2] = v (H tr H + 2 H^2) for normal inputs, by Isserlis. Three diagonal
     * and three other entries, each to 5 measured standard errors: 4e-6 for a new seed.
     */
    @Test
    void covarianceIsTheMeanSquareOfTheHessians() {
        double[] curvature = {0.3, 1.0, 2.0};
        double v = 0.5;
        int n = curvature.length;
        double trace = 3.3;
        double[][] sum = new double[n][n];
        double[][] squares = new double[n][n];
        RandomStream random = new Seed(SEED).stream(Purpose.OTHER, 0);
        double[] normal = new double[2 * n];
        for (int sample = 0; sample < SAMPLES; sample++) {
            random.fillNormal(normal, 2 * n);
            double projected = 0.0;
            for (int i = 0; i < n; i++) {
                projected += Math.sqrt(curvature[i]) * normal[i] * Math.sqrt(v) * normal[n + i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double product = projected * projected
                            * Math.sqrt(curvature[i] * curvature[j]) * normal[i] * normal[j];
                    sum[i][j] += product;
                    squares[i][j] += product * product;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double mean = sum[i][j] / SAMPLES;
                double error = Math.sqrt((squares[i][j] / SAMPLES - mean * mean) / SAMPLES);
                double expected = i == j ? v * (curvature[i] * trace + 2.0 * curvature[i] * curvature[i]) : 0.0;
                assertEquals(expected, mean, SIGMAS * error, i + "," + j);
            }
        }
    }

    /**
     * Between many inputs, C ~ H, and one that dominates, C ~ H^2: the exponent gamma of C_ii ~ H_ii^gamma is in [1,
     * 2].
     */
    @Test
    void theExponentIsBetweenOneAndTwo() {
        double previous = 3.0;
        for (int directions : new int[] {2, 8, 64, 1024}) {
            double[] h = new double[directions];
            double trace = 0.0;
            for (int i = 0; i < directions; i++) {
                h[i] = 0.3 * Math.pow(10.0, i / (directions - 1.0));
                trace += h[i];
            }
            SimpleRegression fit = new SimpleRegression();
            for (double curvature : h) {
                fit.addData(Math.log(curvature), Math.log(curvature * trace + 2.0 * curvature * curvature));
            }
            assertTrue(fit.getSlope() >= 1.0 && fit.getSlope() <= 2.0, "gamma " + fit.getSlope());
            assertTrue(fit.getSlope() < previous, "more inputs, closer to Fisher");
            previous = fit.getSlope();
        }
        assertEquals(1.0, previous, 0.01);
    }
}
