/**
 * What the theory says of a setting, quantity by quantity, and how far it may be off: order, finite step, inertia.
 *
 * <p>A {@link Prognosis} is a number of the theory, an {@link AsymptoticOrder} what it leaves out. {@link StepError}
 * is what a finite step does: an {@link EulerStep} has a theory, {@link FiniteStep}, any other scheme a {@link
 * DoubledStep}. {@link MomentumStep} is what momentum adds. {@link FloorReduction} is what the density itself leaves out
 * beyond two parameters. Without a {@link FiniteVariance} no standard error says how far a sampled mean is off.
 */
package org.thalweg.results.prediction;
