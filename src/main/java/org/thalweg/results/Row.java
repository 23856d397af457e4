package org.thalweg.results;

import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;

/**
 * What one witness says about one quantity, and whether it agrees with the reference.
 *
 * @param verdict empty where there is nothing to compare with
 */
public record Row(Witness witness, String quantity, Measurement measurement, Optional<Verdict> verdict) {
    /** A row without a verdict. */
    public static Row plain(Witness witness, String quantity, Measurement measurement) {
        return new Row(witness, quantity, measurement, Optional.empty());
    }

    /**
     * This row with a time in learning time; the rows of other quantities stay as they are.
     *
     * @param clock learning time in a unit of drift time
     */
    Row inLearningTime(double clock) {
        boolean time = quantity.equals(Quantity.CONVERGENCE_TIME)
                || quantity.equals(Quantity.RESTRICTED_CONVERGENCE_TIME);
        return time && clock != 1.0 ? new Row(witness, quantity, measurement.times(clock), verdict) : this;
    }
}
