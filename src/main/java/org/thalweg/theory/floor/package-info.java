/**
 * The valley-floor SDE: its coefficients for every noise, its next order, and its density.
 *
 * <p>{@link FloorEquation} is the SDE, {@link FloorDensity} its density, {@link FloorExpansion} the next order,
 * {@link Support} where there is any.
 */
package org.thalweg.theory.floor;
