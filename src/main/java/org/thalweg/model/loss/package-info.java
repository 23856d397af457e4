/**
 * What a loss surface is.
 *
 * <p>A {@link LossSurface} has a {@link Geometry} and a {@link SurfaceKernel} over blocks; with weight decay it is a
 * {@link DecayedLoss}. The loss of a network has a {@link LearningTask}. {@link VarianceFlatness} measures bowls.
 *
 * <p>A {@link ValleyShape} is L(x, y) = L0(x) + sum_i y_i^2 / (2 F_i(x)^2): x runs along it, y_i across. F is the
 * flatness, L0 the floor. Surfaces that are valleys say so ({@link LossSurface#geometry()}), because one-dimensional
 * theories and solvers need the geometry and not just the loss.
 */
package org.thalweg.model.loss;
