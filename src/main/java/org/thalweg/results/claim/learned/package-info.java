/**
 * Claims about what networks have learned, each by trainings of its own: with other labels, other weights, other targets,
 * by other optimisers.
 *
 * <p>{@link UnseenErrorBound} holds what is learned against what is merely remembered, {@link OneBitWeights} one-bit
 * weights against real ones, {@link SharpnessOfFunctions} functions against one another. {@link LeadingDirections} are
 * those of SGD and of Adam, {@link NarrowedSpectrum} is what the regularisation of the spectral range does at equal loss,
 * {@link SpreadLearners} are many that average.
 */
package org.thalweg.results.claim.learned;
