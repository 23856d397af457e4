/**
 * Claims about times: convergence to the flat set, escape over barriers.
 *
 * <p>{@link ConvergenceScaling} is how convergence shortens with the noise, {@link EscapeTime} Kramers' law.
 */
package org.thalweg.results.claim.passage;
