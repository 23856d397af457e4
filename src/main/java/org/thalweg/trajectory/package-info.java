/**
 * Trajectories: the first of the three witnesses.
 *
 * <h2>Two dynamics</h2>
 *
 * <p>{@link org.thalweg.trajectory.SgdDynamics} is the recursion of stochastic gradient descent itself; it knows
 * nothing of diffusions. {@link org.thalweg.trajectory.SdeDynamics} integrates the Ito diffusion of a setting by one
 * of the {@link org.thalweg.trajectory.scheme.Schemes}, which {@link org.thalweg.trajectory.scheme.SchemeChoice}
 * chooses for a question. With additive Gaussian noise and a step of one learning rate Euler-Maruyama <em>is</em>
 * the recursion, which makes each a check of the other.
 *
 * <h2>One ensemble</h2>
 *
 * <p>{@link org.thalweg.trajectory.Ensemble} moves blocks of 256 particles, one after the other on each thread. A
 * block is a structure of arrays and draws from its own random stream; what blocks have recorded is combined in their
 * order. The result is therefore the same, bit for bit, on one thread or sixteen.
 *
 * <h2>What is measured</h2>
 *
 * <p>A {@link org.thalweg.trajectory.Protocol} says when. Diagnostics and the histogram along the valley are averaged
 * over a window, first for each particle and then over particles: samples along one path are correlated, paths are not.
 * The error of anything computed from the histogram comes from leaving out one group of particles at a time.
 *
 * <p>A first passage of literal SGD is the first step k at which F(x_k) has reached the level of the flat set, and T =
 * k times the time step: a walk jumps over the edge and is nowhere between its steps. The SDE is continuous: with
 * normal increments each step is a Brownian bridge, which may touch the edge and return, and T lies within the step. A
 * mean over all particles is given only where all arrived; otherwise it is restricted: the mean of min(T, limit).
 *
 * <h2>Losses</h2>
 *
 * <p>A particle whose coordinates overflow (beyond 1e100, or NaN) has diverged; one that steps over an absorbing end
 * is absorbed. Both are removed, counted, and left out of every average, from its beginning. Reflecting ends mirror,
 * periodic ones wrap, open ones do nothing. Overflow is looked for every 16 steps and whenever something is recorded.
 *
 * <p>{@link Dynamics} is the rule; {@link EnsembleResult} is what becomes of it, with its {@link Passages}.
 */
package org.thalweg.trajectory;
