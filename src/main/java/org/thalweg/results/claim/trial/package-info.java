/**
 * What every experiment of a claim is made of.
 *
 * <p>A {@link ClaimExperiment} could contradict its claim, a {@link DiffusionClaim} concerns the effective plain
 * SGD; {@link Applicability} says when one is silent, {@link StepHalving} does it at half the step, {@link
 * CellErrors} are those of the cells of a density.
 */
package org.thalweg.results.claim.trial;
