package org.thalweg.fokkerplanck;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.thalweg.measure.Marginal;

/** The marginal of an Ornstein-Uhlenbeck process or of free diffusion from a point: a normal law at all times. */
public final class GaussianMarginal {
    private GaussianMarginal() {}

    /** The sum of |mass - exact mass| over the bins. */
    public static double distance(Marginal marginal, double mean, double variance) {
        NormalDistribution exact = new NormalDistribution(mean, Math.sqrt(variance));
        double width = marginal.x()[1] - marginal.x()[0];
        double error = 0.0;
        for (int i = 0; i < marginal.size(); i++) {
            double x = marginal.x()[i];
            error += Math.abs(marginal.density()[i] * width - exact.probability(x - 0.5 * width, x + 0.5 * width));
        }
        return error;
    }
}
