/**
 * What is being studied: a loss surface, a gradient noise, an optimiser, and the Ito diffusion they make.
 *
 * <h2>From SGD to a diffusion</h2>
 *
 * <p>Stochastic gradient descent is theta_{k+1} = theta_k - eta (grad L + xi_k), where the gradient noise xi of one
 * mini-batch has mean zero and covariance C(theta). In learning time t = eta k it looks, for small eta, like the Ito
 * diffusion d theta = -grad L dt + s dW with s s^T = eta C, whose diffusion tensor is D = s s^T / 2 = eta C / 2. Each
 * convention is written once: t = eta k in {@link org.thalweg.model.Sgd}, the factor 1/2 and the Fokker-Planck
 * equation in {@link org.thalweg.model.ItoDiffusion}, s = sqrt(eta) C^(1/2) in {@link
 * org.thalweg.model.DiffusionApproximation}.
 *
 * <p>Momentum and weight decay have the diffusion of an effective plain SGD, in the drift time t / (1 - beta): {@link
 * org.thalweg.model.PlainSetting}. Theories and densities are asked about that.
 *
 * <h2>Define, then bind</h2>
 *
 * <p>Surfaces, noises and diffusions are immutable and shared. Work over blocks of particles goes through a bound
 * worker ({@code bind(capacity)}) that owns its scratch memory and belongs to one thread. A block is a structure of
 * arrays: {@code theta[i][k]} is coordinate i of particle k.
 *
 * <p>A {@link Setting} is one experiment with all of that: a loss ({@code model.loss}), a noise of its gradient ({@code
 * model.gradient}) and {@link Sgd}, to which a {@link LearningRateSchedule} belongs. A {@link DiffusionKernel} belongs
 * to the diffusion, and {@link FloorDiffusion} is what it looks like from the floor of a valley.
 */
package org.thalweg.model;
