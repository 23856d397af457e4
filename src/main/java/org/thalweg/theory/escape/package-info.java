/**
 * Times and odds of escape: convergence to the flat set, Kramers, switching between wells, shares at a ridge.
 */
package org.thalweg.theory.escape;
