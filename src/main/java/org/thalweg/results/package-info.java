/**
 * The only place where the witnesses meet.
 *
 * <p>A {@link org.thalweg.results.Laboratory} asks trajectories, densities and theory about one setting at a time and
 * remembers the answers. {@link org.thalweg.results.CellExperiment} puts the answers for one learning rate and batch
 * variance side by side; the claims of the theory are judged in
 * {@code results.claim}, one class a claim.
 *
 * <h2>What is compared with what</h2>
 *
 * <p>The two-dimensional density is the reference for trajectories: it is the exact law of the diffusion up to a grid
 * error that it states. Literal SGD differs from it by sampling and by its finite learning rate, the simulated SDE by
 * sampling and by its time step; both terms are estimated in {@link org.thalweg.results.prediction.FiniteStep} and
 * enter the budget. The theory is held against the density, with its own next order as the allowance for what it
 * leaves out.
 *
 * <p>An {@link Experiment} makes the {@link Row}s of a cell, by what {@code results.plan} and {@code
 * results.prediction} say of it. A {@link Bound} is that of the noise, an
 * {@link OptimiserBound} that of a step. {@link OutsideComparison} holds an {@link
 * OutsideValue} against a witness. {@link EffectiveLossComparison} compares an {@link EffectiveLossCurve} for each
 * witness; {@link PowerLaw}, {@link SvagLadder} and {@link WindowComponents} are of several runs. {@link
 * EndProbes} are what is measured of networks where their training ends, by a {@code RepeatLook}.
 *
 * <p>An {@link Effort} is how much work an experiment is.
 *
 * <p>{@link OptimiserComparison} asks which flatness optimisers select, {@link OptimiserBound} where their steps grow.
 */
package org.thalweg.results;
