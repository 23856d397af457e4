package org.thalweg.measure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement of the theory that a measurement can contradict.
 *
 * @param id short name, beginning with the claim's number in the documentation: "C1"
 * @param statement the claim in words
 * @param hypotheses conditions under which it is made
 * @param prediction what it says; reported even where a hypothesis fails, but then the claim is silent
 */
public record Claim(String id, String statement, List<Hypothesis> hypotheses, Prediction prediction) {
    /**
     * Standard errors of sampling noise that are allowed for: a claim that is true is refuted by chance with
     * probability 1e-3 (two-sided normal tail beyond 3.2905).
     */
    public static final double SIGMAS = 3.2905;

    /** An immutable copy. */
    public Claim {
        hypotheses = List.copyOf(hypotheses);
    }

    /** The same claim in another unit, {@code factor} &gt; 0 of which make one of this. */
    Claim times(double factor) {
        return new Claim(id, statement, hypotheses, prediction.times(factor));
    }

    /** True where every hypothesis holds and something is predicted. */
    public boolean applies() {
        return !(prediction instanceof Prediction.Silent) && hypotheses.stream().allMatch(Hypothesis::holds);
    }

    /** Why the claim does not apply here; empty where it does. */
    public String reasonForSilence() {
        if (prediction instanceof Prediction.Silent silent) {
            return silent.reason();
        }
        return hypotheses.stream().filter(h -> !h.holds()).map(Hypothesis::toString).collect(Collectors.joining("; "));
    }

    /**
     * Holds the claim against a measurement.
     *
     * <p>With d the difference against the claim's favour, s the statistical part and b the systematic part of the
     * budget: REFUTED if d &gt; {@link #SIGMAS} s + b. Otherwise CONSISTENT, unless that margin exceeds the
     * resolution of an equality: then INCONCLUSIVE. An inequality is CONSISTENT only where the measurement is on its
     * side.
     */
    public Judgement judge(Measurement measured, ErrorBudget budget) {
        return new Judgement(this, measured, budget, verdict(measured, budget));
    }

    private Verdict verdict(Measurement measured, ErrorBudget budget) {
        if (!applies()) {
            return Verdict.NOT_APPLICABLE;
        }
        double margin = budget.margin(SIGMAS);
        if (!measured.defined() || !Double.isFinite(margin)) {
            return Verdict.INCONCLUSIVE;
        }
        double difference = measured.value() - prediction.value();
        if (prediction instanceof Prediction.Equals equals) {
            if (Math.abs(difference) > margin) {
                return Verdict.REFUTED;
            }
            return margin <= equals.resolution() ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
        }
        double against = prediction instanceof Prediction.AtLeast ? -difference : difference;
        if (against > margin) {
            return Verdict.REFUTED;
        }
        return against <= 0.0 ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    }
}
