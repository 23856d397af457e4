package org.thalweg.measure;

import java.util.List;
import java.util.Optional;

/**
 * A claim, what was measured, and the verdict.
 *
 * @param budget every allowed source of difference, the sampling error of {@code measured} among them
 * @param falseAlarm probability with which sampling alone exceeds the margin
 */
public record Judgement(
        Claim claim, Measurement measured, ErrorBudget budget, double falseAlarm, Verdict verdict) {
    /** Of the factors by which a part of the margin is to shrink: beyond it no number is worth saying. */
    private static final double FAR = 32.0;

    /** The largest difference that is not a disagreement. */
    public double margin() {
        return budget.marginAt(falseAlarm);
    }

    /** True where there is a number, with an error that has a bound; nothing else can be held against a claim. */
    public boolean known() {
        return measured.defined() && Double.isFinite(margin());
    }

    /** True where chance could refute a true claim: it applies, and something was sampled. */
    public boolean exposedToChance() {
        return verdict != Verdict.NOT_APPLICABLE && measured.defined() && !budget.certain();
    }

    /** The probability with which sampling alone takes a measurement as far from the claim as this one. */
    public double chance() {
        return budget.chanceOf(claim.against(measured));
    }

    /** The same claim and measurement at another risk of a false alarm. */
    public Judgement at(double otherFalseAlarm) {
        return claim.judge(measured, budget, otherFalseAlarm);
    }

    /**
     * The largest part of the margin, and what would halve it; where the verdict is open, what would close it as far as
     * this part can: for a bound, in favour of the claim or against it, should the value stay where it is. Where a
     * value lies at the very border of what the claim resolves, that is beyond all measure. Where nothing is {@link
     * #known}, why.
     *
     * @return for example "sampling: 4 x the particles", or "sampling: beyond 1024 x the particles"; empty for an empty
     *     budget
     */
    public Optional<String> advice() {
        Optional<String> unbounded = budget.parts().stream().filter(part -> !Double.isFinite(part.size()))
                .findFirst().map(part -> part.source() + ": an error without a bound leaves nothing known");
        if (!known()) {
            return unbounded.or(() -> Optional.of("no number is known"));
        }
        return budget.largestAt(falseAlarm).map(part -> {
            double weight = weight(part);
            double rest = margin() - weight;
            double away = Math.abs(measured.value() - claim.prediction().value());
            boolean value = claim.prediction() instanceof Prediction.Equals;
            double room = (value ? claim.prediction().slack() - away : away) - rest;
            boolean open = verdict == Verdict.INCONCLUSIVE && (room > 0.0 || !value);
            double factor = open ? Math.max(1.0, weight / Math.max(0.0, room)) : 2.0;
            String how = factor > FAR ? ": beyond " : ": ";
            return part.source() + part.remedy(Math.min(factor, FAR)).map(r -> how + r).orElse("");
        });
    }

    /** Of a part in the margin, together with others that the same remedy shrinks. */
    private double weight(ErrorBudget.Part part) {
        Optional<Remedy> remedy = Remedy.of(part.source());
        return new ErrorBudget(budget.parts().stream().filter(other -> other == part
                || remedy.isPresent() && remedy.equals(Remedy.of(other.source()))).toList()).marginAt(falseAlarm);
    }

    /**
     * The same judgement with its numbers in another unit, {@code factor} &gt; 0 of which make one of this; a bound
     * stays one.
     */
    public Judgement times(double factor) {
        return factor == 1.0 ? this : new Judgement(
                claim.times(factor), measured.times(factor), budget.times(factor), falseAlarm, verdict);
    }
}
