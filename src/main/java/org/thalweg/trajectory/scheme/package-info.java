/**
 * Time steps of the SDE: one file a scheme, and the choice between them.
 *
 * <p>A scheme composes a {@code StepMap} of expressions ({@code SdeExpressions}), which {@code CompiledStep}
 * evaluates over blocks; {@link org.thalweg.trajectory.scheme.Schemes} lists them with their orders and {@link
 * org.thalweg.trajectory.scheme.SchemeChoice} chooses for a question. docs/schemes.md.
 *
 * <p>{@link Increments} are the random numbers of a step, {@link WeakTaylor} is one of the steps, a {@link Question}
 * decides which errors count.
 */
package org.thalweg.trajectory.scheme;
