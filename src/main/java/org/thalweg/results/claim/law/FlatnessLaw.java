package org.thalweg.results.claim.law;

import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.trajectory.EnsembleResult;

/**
 * The exponent e of P(x) exp(kappa L0(x) / Delta) ~ F(x)^e: the selection exponent with the loss of the floor taken
 * out, so that degenerate and near-degenerate valleys have the same law e = kappa.
 *
 * <p>With it the SGD-loss L_SGD = -Delta ln P(x, y = 0) - L has slope Delta (1 - e) against ln F, up to (kappa - 1) L0.
 */
final class FlatnessLaw {
    private final FloorDiffusion floor;
    private final double temperature;
    private final double anisotropy;

    FlatnessLaw(PlainSetting setting) {
        this.floor = FloorDiffusion.of(setting);
        double x = setting.start()[0];
        this.temperature = floor.across(0, x);
        this.anisotropy = temperature / floor.along(x);
    }

    /** Delta. */
    double temperature() {
        return temperature;
    }

    /** kappa. */
    double anisotropy() {
        return anisotropy;
    }

    /** The exponent of a marginal with the weights of another on the same cells. */
    double exponent(Marginal marginal, double[] weights) {
        double[] lifted = new double[marginal.size()];
        double reference = floor.shape().floor().value(marginal.x()[marginal.size() / 2]);
        for (int i = 0; i < lifted.length; i++) {
            double height = floor.shape().floor().value(marginal.x()[i]) - reference;
            lifted[i] = marginal.density()[i] * Math.exp(anisotropy * height / temperature);
        }
        return SelectionExponent.weighted(marginal.flatness(), lifted, weights);
    }

    /**
     * The exponent of a computed density with given weights; its error is what the errors of the cells could do to the
     * fit at worst: all in one direction where F is large, and in the other where it is small.
     */
    Measurement exponent(DensitySolution solution, Interval range, double[] weights) {
        Marginal marginal = solution.marginalOn(range, weights.length);
        double sum = 0.0;
        double mean = 0.0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            mean += weights[i] * Math.log(marginal.flatness()[i]);
        }
        double[] side = new double[weights.length];
        for (int i = 0; i < side.length; i++) {
            side[i] = Math.log(marginal.flatness()[i]) - mean / sum;
        }
        double value = exponent(marginal, weights);
        return Measurement.computed(value, exponent(marginal.tilted(side), weights) - value);
    }

    /** The exponent of an ensemble's histogram with the weights of its counts, and its jackknife error. */
    Measurement exponent(EnsembleResult ensemble) {
        return ensemble.jackknife(marginal -> exponent(marginal, marginal.logWeights()));
    }

    /** The slope of the SGD-loss against ln F that belongs to an exponent: Delta (1 - e). */
    Measurement slope(Measurement exponent) {
        return exponent.times(-temperature).plus(temperature);
    }
}
