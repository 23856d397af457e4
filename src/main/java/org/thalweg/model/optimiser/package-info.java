/**
 * Optimisers beside SGD: how the gradients of mini-batches become a step.
 *
 * <p>An {@link org.thalweg.model.optimiser.Optimiser} is a stateless definition, equal by value. Bound to a {@link
 * org.thalweg.model.optimiser.Layout} it is an {@link org.thalweg.model.optimiser.OptimiserKernel}, which turns the
 * gradients of an {@link org.thalweg.model.optimiser.Iteration} into a direction d; whoever moves then does theta &lt;-
 * theta - eta d. What is remembered from step to step lies with the point that moves, as rows of numbers that begin at
 * zero: a kernel can be bound anew at any step, and a particle that leaves takes its memory along.
 *
 * <p>{@link org.thalweg.model.optimiser.BaseRule}s see a gradient and nothing else: {@link
 * org.thalweg.model.optimiser.GradientDescent}, {@link org.thalweg.model.optimiser.Adam}, {@link
 * org.thalweg.model.optimiser.Lamb}. Others feed them with another gradient: {@link
 * org.thalweg.model.optimiser.ValleyAdaptor}, {@link org.thalweg.model.optimiser.SharpnessAware}, {@link
 * org.thalweg.model.optimiser.SpectralRange}; {@link org.thalweg.model.optimiser.Decentralised} runs many copies of any
 * of them, who average by a {@link org.thalweg.model.optimiser.Mixing}. {@link
 * org.thalweg.model.optimiser.OptimiserCatalogue} lists those that model files can name, each an {@link
 * org.thalweg.model.optimiser.OptimiserKind}; a {@link org.thalweg.model.optimiser.RangeGradient} is what the spectral
 * range asks of a surface.
 *
 * <p>No diffusion is known for any of them but gradient descent: they are literal recursions, and the other witnesses
 * refuse them.
 */
package org.thalweg.model.optimiser;
