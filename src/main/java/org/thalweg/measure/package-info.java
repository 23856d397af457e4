/**
 * What a number is worth, and what may be concluded from it.
 *
 * <p>No witness returns a bare number: a {@link org.thalweg.measure.Measurement} carries its standard error and its
 * sample count. A theorem becomes a {@link org.thalweg.measure.Claim}: hypotheses and a prediction. Judging a claim
 * against a measurement takes an {@link org.thalweg.measure.ErrorBudget}, which names every source of difference that
 * is not a disagreement, and gives a {@link org.thalweg.measure.Verdict}. A claim outside its hypotheses is silent: it
 * is never passed.
 *
 * <p>The package also holds what all witnesses measure: {@link org.thalweg.measure.Diagnostic diagnostics} of a law,
 * the {@link org.thalweg.measure.Marginal marginal} along the valley and the
 * {@link org.thalweg.measure.SelectionExponent selection exponent} fitted to it, so that a difference between two
 * witnesses is never a difference between two definitions.
 *
 * <p>A {@link Prediction} and a {@link Hypothesis} are parts of a claim, a {@link Judgement} what became of it, a
 * {@link Family} many of them at once. A {@link DiagnosticKernel} goes over blocks, a {@link TimeGrid} says when, an
 * {@link IterateAverage} is what is handed on of a path, a {@link SurvivalEstimate} what is known of times
 * that not all were waited for, a {@link Witness} who says so. A {@link PearsonTest} holds a histogram against a
 * density. {@link Progress} is told how far a computation is.
 */
package org.thalweg.measure;
