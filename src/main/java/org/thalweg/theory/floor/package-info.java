/**
 * The valley-floor SDE: its coefficients for every noise, its next order, and its density.
 */
package org.thalweg.theory.floor;
