package org.thalweg.results.prediction;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.law.Normalisability;

/**
 * Whether a mean over trajectories has a standard error. Where the tails of the stationary law are powers a quantity
 * may have a mean and no variance: sampled means then lie below the true one as a rule and far above it at times, and the
 * scatter between particles says nothing of how far (docs/theory/bounds.md). Where tails are none, it has.
 */
public final class FiniteVariance {
    private FiniteVariance() {}

    /**
     * The hypothesis that the variance of a quantity is finite: F^2 must have a mean for that of F, and F^4 for that of
     * y^2, whose mean goes with F^2. Of other quantities nothing is asked.
     */
    public static Hypothesis of(PlainSetting setting, Quantity quantity) {
        double power = quantity.equals(Quantity.MEAN_SQUARE_Y) ? 4.0
                : quantity.equals(Quantity.MEAN_FLATNESS) ? 2.0 : 0.0;
        boolean finite = power == 0.0 || Normalisability.of(setting).finiteMeanOfFlatness(power);
        return new Hypothesis("a finite variance", finite, finite ? "yes" : "the tails along the valley are too heavy");
    }

    /** What has to be said of means without variance at a place of a sweep. */
    public static List<String> notes(PlainSetting setting, String where) {
        return List.of(Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y).stream().filter(q -> !of(setting, q).holds())
                .map(q -> q.words() + " has no finite variance at " + where + ": the tails along the valley are too"
                        + " heavy, standard errors say too little, and its sampled means carry no verdict")
                .toList();
    }
}
