package org.thalweg.results.prediction;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.quantity.Quantity;

/**
 * What the finite step of an ensemble may have done to its numbers: the learning-rate or time-step term of a budget.
 */
public interface StepError {
    /** A bound on the shift of the mean first-passage time. */
    double passage();

    /** A bound on the shift of {@link Quantity#MEAN_FLATNESS} or {@link Quantity#MEAN_SQUARE_Y}. */
    double mean(Quantity quantity);

    /** A bound on the shift of the selection exponent, weighted as the given histogram. */
    double exponent(Marginal weights);

    /** What must hold for the ensemble to follow the diffusion at all. */
    List<Hypothesis> hypotheses();
}
