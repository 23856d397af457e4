/**
 * What commands found, not yet said or written: an {@link Outcome} holds tables, figures, remarks, words and a verdict,
 * and the run posts it.
 *
 * <p>{@link SimulationOutcome} is of an ensemble, {@link TrainingOutcome} of a trained network, {@link ProbeOutcome} of
 * a probed one, {@link ValleyOutcome} of a measured valley, {@link ComparisonOutcome} of a network beside it, {@link
 * ValidationOutcome} of claims, {@link SurveyOutcome} of those of all models, {@link SweepOutcome} of a sweep, {@link
 * LadderOutcome} of amplified steps, {@link DensityOutcome} of the Fokker-Planck equation, {@link OptimisersOutcome} of
 * optimisers beside each other.
 */
package org.thalweg.cli.outcome;
