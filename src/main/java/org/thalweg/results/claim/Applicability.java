package org.thalweg.results.claim;

import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;

/** Says that a claim does not apply, before any work is done for it. */
final class Applicability {
    private Applicability() {}

    /** A single NOT_APPLICABLE where a hypothesis fails; empty where all hold. */
    static Optional<List<Judgement>> silence(String id, String statement, List<Hypothesis> hypotheses) {
        if (hypotheses.stream().allMatch(Hypothesis::holds)) {
            return Optional.empty();
        }
        String reason = hypotheses.stream().filter(h -> !h.holds()).map(Hypothesis::toString).findFirst().orElseThrow();
        Claim claim = new Claim(id, statement, hypotheses, new Prediction.Silent(reason));
        return Optional.of(List.of(claim.judge(Measurement.UNDEFINED, ErrorBudget.EMPTY)));
    }
}
