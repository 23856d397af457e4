package org.thalweg.reference;

import java.util.Map;

/**
 * A ring on which drift / D_xx does not sum to zero: L0 = sin(x)/2, D_xx = 0.2 (1 + cos(x)/2), F = 1. With u = D p the
 * current J = b p - (D p)' is constant, so u = e^phi (C - J int e^-phi), phi = int b / D, and C closes the ring.
 */
final class RingWithCurrent {
    static final String FLOOR = "0.5*sin(x)";
    static final String COVARIANCE = "4*(1 + 0.5*cos(x))";
    /** Simpson's rule on so many cells of smooth functions: to rounding. */
    private static final int CELLS = 20_000;

    private RingWithCurrent() {}

    static KnownLaw law(KnownLaw unknown) {
        double h = 2.0 * Math.PI / CELLS;
        double[] phi = new double[CELLS + 1];
        double[] inverse = new double[CELLS + 1];
        for (int i = 0; i < CELLS; i++) {
            double x = -Math.PI + i * h;
            phi[i + 1] = phi[i] + h / 6.0 * (force(x) + 4.0 * force(x + 0.5 * h) + force(x + h));
            double middle = phi[i] + h / 24.0 * (5.0 * force(x) + 8.0 * force(x + 0.5 * h) - force(x + h));
            inverse[i + 1] = inverse[i] + h / 6.0
                    * (Math.exp(-phi[i]) + 4.0 * Math.exp(-middle) + Math.exp(-phi[i + 1]));
        }
        double around = Math.exp(phi[CELLS]);
        double c = inverse[CELLS] * around / (around - 1.0);
        double[] sums = new double[3];
        for (int i = 0; i <= CELLS; i++) {
            double x = -Math.PI + i * h;
            double weight = i == 0 || i == CELLS ? 1.0 : i % 2 == 0 ? 2.0 : 4.0;
            double p = weight * Math.exp(phi[i]) * (c - inverse[i]) / diffusion(x);
            sums[0] += p;
            sums[1] += p * x;
            sums[2] += p * x * x;
        }
        double mean = sums[1] / sums[0];
        return unknown.knowing(Map.of("mean_x", mean, "variance_x", sums[2] / sums[0] - mean * mean,
                "mean_square_y", 0.2));
    }

    private static double force(double x) {
        return -0.5 * Math.cos(x) / diffusion(x);
    }

    private static double diffusion(double x) {
        return 0.2 * (1.0 + 0.5 * Math.cos(x));
    }
}
