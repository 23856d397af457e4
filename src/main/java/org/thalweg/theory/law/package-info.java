/**
 * Marginal laws, their means, and the hypotheses under which any result may be claimed.
 */
package org.thalweg.theory.law;
