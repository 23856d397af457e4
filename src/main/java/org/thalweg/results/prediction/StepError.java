package org.thalweg.results.prediction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
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

    /** The longest step, in learning time. */
    double step();

    /** What must hold for a quantity of the ensemble to be that of the density. */
    default List<Hypothesis> hypotheses(PlainSetting setting, Quantity quantity) {
        return !quantity.equals(Quantity.CONVERGENCE_TIME) ? hypotheses()
                : Stream.concat(hypotheses().stream(), FloorReduction.ofPassage(setting, step()).stream()).toList();
    }

    /** Why the ensemble, or when it arrives, is not held against the density at a place of a sweep. */
    default Optional<String> remark(PlainSetting setting, Witness witness, String where) {
        Optional<String> strayed = hypotheses().stream().filter(h -> !h.holds()).findFirst()
                .map(h -> witness.key() + " is not held against the density at " + where + ": " + h);
        return strayed.isPresent() || setting.flatSet().isEmpty() ? strayed
                : hypotheses(setting, Quantity.CONVERGENCE_TIME).stream().filter(h -> !h.holds()).findFirst()
                .map(h -> "convergence times by " + witness.key() + " are not held against the density at " + where
                        + ": " + h);
    }
}
