/**
 * What every experiment of a claim is made of.
 *
 * <p>A {@link ClaimExperiment} could contradict its claim; a {@link DiffusionClaim} concerns the effective plain SGD, a
 * {@link LearningClaim} networks. It stands on its {@link Ground}, statement and hypotheses, and is silent where one of
 * these fails; {@link Applicability} has those that several share. {@link StepHalving} does it at half the step, {@link
 * CellErrors} are those of the cells of a density.
 */
package org.thalweg.results.claim.trial;
