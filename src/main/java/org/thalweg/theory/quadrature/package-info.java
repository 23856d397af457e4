/**
 * Integrals and antiderivatives along the floor, with their numerical errors.
 *
 * <p>{@link Quadrature} is over one panel, {@link AdaptivePanels} over many, {@link Peaks} where a density asks for
 * them; {@link Antiderivative} is tabulated on a {@link FloorGrid}.
 */
package org.thalweg.theory.quadrature;
