/**
 * Claims about what networks have learned, each by trainings of its own: with other labels, other weights, other targets,
 * by other optimisers.
 *
 * <p>{@link UnseenErrorBound} holds what is learned against what is merely remembered, {@link OneBitWeights} one-bit
 * weights against real ones.
 */
package org.thalweg.results.claim.learned;
