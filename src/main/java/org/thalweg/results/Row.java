package org.thalweg.results;

import java.util.Optional;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

/**
 * What one witness says about one quantity, and whether it agrees with the reference.
 *
 * @param verdict empty where there is nothing to compare with
 * @param chance the probability with which sampling alone takes a row as far from its reference; NaN where nothing was
 *     sampled or nothing is compared
 */
public record Row(
        Witness witness, Quantity quantity, Measurement measurement, Optional<Verdict> verdict, double chance) {
    /** A row whose verdict owes nothing to chance. */
    public Row(Witness witness, Quantity quantity, Measurement measurement, Optional<Verdict> verdict) {
        this(witness, quantity, measurement, verdict, Double.NaN);
    }

    /** A row that was judged, if it was. */
    static Row judged(Witness witness, Quantity quantity, Measurement measurement, Optional<Judgement> judgement) {
        return new Row(witness, quantity, measurement, judgement.map(Judgement::verdict),
                judgement.filter(Judgement::exposedToChance).map(Judgement::chance).orElse(Double.NaN));
    }

    /** A row without a verdict. */
    public static Row plain(Witness witness, Quantity quantity, Measurement measurement) {
        return new Row(witness, quantity, measurement, Optional.empty());
    }

    /**
     * The row with times in learning time; the rows of other quantities stay as they are.
     *
     * @param clock learning time in a unit of drift time
     */
    Row inLearningTime(double clock) {
        return quantity.time() == Quantity.Time.NONE || clock == 1.0 ? this
                : new Row(witness, quantity, measurement.times(quantity.factor(clock)).plus(quantity.offset(clock)),
                        verdict, chance);
    }
}
