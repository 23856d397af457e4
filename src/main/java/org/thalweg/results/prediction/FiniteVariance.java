package org.thalweg.results.prediction;

import java.util.List;
import java.util.Set;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.law.Normalisability;

/**
 * Whether a mean over trajectories has a standard error. Where the tails of the stationary law are powers a quantity
 * may have a mean and no variance: sampled means then lie below the true one as a rule and far above it at times, and
 * the scatter between particles says nothing of how far (docs/theory/bounds.md). Where tails are none, it has.
 */
public final class FiniteVariance {
    private FiniteVariance() {}

    /**
     * The hypothesis that the variance of a quantity is finite: F^2 must have a mean for that of the mean flatness, and
     * F_i^4 for that of each y_i^2, whose mean goes with F_i^2. Of other quantities nothing is asked, and nothing is
     * known where the noise varies along an open line: it is not held against a mean then.
     */
    public static Hypothesis of(PlainSetting setting, Quantity quantity) {
        Normalisability bound = Normalisability.of(setting);
        boolean asked = quantity.equals(Quantity.MEAN_FLATNESS) || quantity.equals(Quantity.MEAN_SQUARE_Y);
        boolean finite = !asked || (quantity.equals(Quantity.MEAN_FLATNESS)
                ? bound.finiteMeanOfFlatness(2.0) : bound.finiteMeanOfEveryFlatness(4.0));
        String found = asked && !bound.tailsKnown() ? "not known where the noise varies" : "yes";
        return new Hypothesis("a finite variance", finite, finite ? found : "the tails along the valley are too heavy");
    }

    /** What has to be said of sampled means without variance at a place of a sweep; nothing where none are sampled. */
    public static List<String> notes(PlainSetting setting, Set<Witness> witnesses, String where) {
        if (!witnesses.contains(Witness.SGD) && !witnesses.contains(Witness.SDE)) {
            return List.of();
        }
        return List.of(Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y).stream().filter(q -> !of(setting, q).holds())
                .map(q -> q.words() + " has no finite variance at " + where + ": the tails along the valley are too"
                        + " heavy, standard errors say too little, and its sampled means carry no verdict")
                .toList();
    }
}
