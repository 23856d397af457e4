/**
 * Marginal laws, their means, and the hypotheses under which any result may be claimed.
 *
 * <p>{@link MarginalLaw} is a density by a formula, {@link Normalisability} whether there is one, {@link Hypotheses}
 * what it takes for granted, {@link Theorem} what a result says.
 */
package org.thalweg.theory.law;
