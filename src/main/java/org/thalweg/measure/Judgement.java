package org.thalweg.measure;

/**
 * A claim, what was measured, and the verdict.
 *
 * @param budget every allowed source of difference, the sampling error of {@code measured} among them
 */
public record Judgement(Claim claim, Measurement measured, ErrorBudget budget, Verdict verdict) {}
