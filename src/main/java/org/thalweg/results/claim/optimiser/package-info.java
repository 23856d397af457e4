/**
 * Claims about optimisers beside SGD: the bounds of their steps, and many learners.
 *
 * <p>A {@link org.thalweg.results.claim.optimiser.OptimiserWalk} moves particles by the literal steps of an optimiser
 * and looks at what it remembers, which ensembles do not tell.
 *
 * <p>{@link OptimiserDivergence} and {@link OptimiserFlatness} are claims.
 */
package org.thalweg.results.claim.optimiser;
