package org.thalweg.results.prediction;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.EnsembleResult;

/**
 * The step of a scheme without a theory of its error: all that an independent ensemble with twice the step differs by.
 * For a scheme of first order that is the error, for higher orders a bound on it; the sampling error of the difference
 * makes it the wider.
 */
public record DoubledStep(EnsembleResult coarse, EnsembleResult fine) implements StepError {
    @Override
    public double passage() {
        return difference(coarse.passages().meanTime(), fine.passages().meanTime());
    }

    @Override
    public double mean(Quantity quantity) {
        return difference(coarse.quantities().getOrDefault(quantity, Measurement.UNDEFINED),
                fine.quantities().getOrDefault(quantity, Measurement.UNDEFINED));
    }

    @Override
    public double exponent(Marginal weights) {
        return mean(Quantity.SELECTION_EXPONENT);
    }

    private static double difference(Measurement a, Measurement b) {
        return a.defined() && b.defined() ? Math.abs(a.value() - b.value()) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double step() {
        return coarse.timeStep();
    }

    @Override
    public List<Hypothesis> hypotheses() {
        return List.of();
    }
}
