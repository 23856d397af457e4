/**
 * Claims about the three upper bounds of the noise: each is approached from both sides.
 *
 * <p>A {@link BifurcationPoint} is where the most probable place leaves the sharp minimum, a {@link
 * NormalisabilityPoint} where a stationary law ends, a {@link DivergencePoint} where the step is too long.
 */
package org.thalweg.results.claim.bound;
