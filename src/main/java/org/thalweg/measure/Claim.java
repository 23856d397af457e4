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
    /** Probability with which a single claim that is true is refuted by chance; of many together see {@link Family}. */
    public static final double FALSE_ALARM = 1e-3;

    /** Standard errors of a normal law that are exceeded with probability {@link #FALSE_ALARM}, in either direction. */
    public static final double SIGMAS = 3.2905;

    /** Relative rounding of two numbers that were computed in different ways: some operations on either side. */
    private static final double ROUNDING = 8.0 * Math.ulp(1.0);

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

    /** Holds the claim against a measurement, as the only one: {@link #judge(Measurement, ErrorBudget, double)}. */
    public Judgement judge(Measurement measured, ErrorBudget budget) {
        return judge(measured, budget, FALSE_ALARM);
    }

    /**
     * Holds the claim against a measurement.
     *
     * <p>Beside the margin a few units of rounding of the two numbers are no difference. The margin is what sampling
     * exceeds with probability {@code falseAlarm}, by Student's law, and all bounds of
     * the budget. A difference against the claim's favour beyond the margin is REFUTED. CONSISTENT is a test of
     * equivalence: with confidence 1 - {@code falseAlarm} the true number lies within the resolution of an equality,
     * or on the right side of an inequality; the difference and the margin together must say so. What is neither is
     * INCONCLUSIVE: too little is known.
     */
    public Judgement judge(Measurement measured, ErrorBudget budget, double falseAlarm) {
        return new Judgement(this, measured, budget, falseAlarm, verdict(measured, budget.marginAt(falseAlarm)));
    }

    /** By how much a measurement differs against the favour of the claim; negative where it is in favour of a bound. */
    double against(Measurement measured) {
        double difference = measured.value() - prediction.value();
        return prediction instanceof Prediction.Equals ? Math.abs(difference)
                : prediction instanceof Prediction.AtLeast ? -difference : difference;
    }

    private Verdict verdict(Measurement measured, double margin) {
        if (!applies()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (!measured.defined() || !Double.isFinite(margin)) {
            return Verdict.INCONCLUSIVE;
        }
        double against = against(measured);
        // Two doubles are never the same number: what their rounding leaves is no difference, whatever the budget.
        double rounding = ROUNDING * Math.max(Math.abs(measured.value()), Math.abs(prediction.value()));
        if (against > margin + rounding) {
            return Verdict.REFUTED;
        }
        return against + margin <= prediction.slack() ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    }
}
