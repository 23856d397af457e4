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
}
