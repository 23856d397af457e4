package org.thalweg.results.claim.trial;

import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;

/** What the numerical errors of a computed density do to a number that is read off its cells. */
public final class CellErrors {
    private CellErrors() {}

    /**
     * The number with its error at worst: the changes that the error of each cell makes by itself, all in one
     * direction. Exact to first order, whatever the function.
     */
    public static Measurement of(Marginal marginal, ToDoubleFunction<Marginal> function) {
        double value = function.applyAsDouble(marginal);
        double error = 0.0;
        for (int i = 0; i < marginal.size(); i++) {
            double[] density = marginal.density().clone();
            density[i] += marginal.standardError()[i];
            error += Math.abs(function.applyAsDouble(new Marginal(
                    marginal.x(), marginal.flatness(), density, marginal.standardError())) - value);
        }
        return Measurement.computed(value, error);
    }
}
