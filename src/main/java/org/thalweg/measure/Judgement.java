package org.thalweg.measure;

/**
 * A claim, what was measured, and the verdict.
 *
 * @param budget every allowed source of difference, the sampling error of {@code measured} among them
 */
public record Judgement(Claim claim, Measurement measured, ErrorBudget budget, Verdict verdict) {
    /** The same judgement with its numbers in another unit, {@code factor} &gt; 0 of which make one of this; a bound stays one. */
    public Judgement times(double factor) {
        return factor == 1.0 ? this : new Judgement(claim.times(factor), measured.times(factor), budget.times(factor), verdict);
    }
}
