/**
 * What is being studied: a loss surface, a gradient noise, an optimiser, and the Ito diffusion they make.
 *
 * <h2>From SGD to a diffusion</h2>
 *
 * <p>Stochastic gradient descent is theta_{k+1} = theta_k - eta (grad L + xi_k), where the gradient noise xi of one
 * mini-batch has mean zero and covariance C(theta). In learning time t = eta k it looks, for small eta, like the Ito
 * diffusion d theta = -grad L dt + s dW with s s^T = eta C, whose diffusion tensor is D = s s^T / 2 = eta C / 2. Each
 * convention is written once: t = eta k in {@link org.thalweg.model.Sgd}, the factor 1/2 and the Fokker-Planck equation
 * in {@link org.thalweg.model.ItoDiffusion}, s = sqrt(eta) C^(1/2) in {@link
 * org.thalweg.model.DiffusionApproximation}.
 *
 * <p>Momentum and weight decay have the diffusion of an effective plain SGD, in the drift time t / (1 - beta): {@link
 * org.thalweg.model.PlainSetting}. Theories and densities are asked about that.
 *
 * <h2>Valleys</h2>
 *
 * <p>A valley is L(x, y) = L0(x) + sum_i y_i^2 / (2 F_i(x)^2): x runs along it, y_i across. F is the flatness, L0 the
 * floor. Surfaces that are valleys say so ({@link org.thalweg.model.LossSurface#valley()}), because one-dimensional
 * theories and solvers need the geometry and not just the loss.
 *
 * <h2>Define, then bind</h2>
 *
 * <p>Surfaces, noises and diffusions are immutable and shared. Work over blocks of particles goes through a bound
 * worker ({@code bind(capacity)}) that owns its scratch memory and belongs to one thread. A block is a structure of
 * arrays: {@code theta[i][k]} is coordinate i of particle k.
 */
package org.thalweg.model;
