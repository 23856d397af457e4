/**
 * Times and odds of escape: convergence to the flat set, Kramers, switching between wells, shares at a ridge.
 *
 * <p>{@link ConvergenceTime} and {@link KramersEscape} are of valleys; {@link SwitchingRates} and {@link RidgeOdds} are
 * of two of them.
 */
package org.thalweg.theory.escape;
