/**
 * Claims about the stationary law: that it is reached, that the witnesses agree on it, how it weighs flatness.
 *
 * <p>{@link Stationarity} and {@link WitnessAgreement} are the first two. {@link EffectiveLossSlope} is how the
 * SGD-loss falls with flatness, {@link NoiseStrength} what that is proportional to, {@link BrokenDegeneracy} what it
 * does to minima of equal loss.
 */
package org.thalweg.results.claim.law;
