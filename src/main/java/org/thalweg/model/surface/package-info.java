/**
 * The loss surfaces, and the catalogue from which model files name them.
 *
 * <p>A surface states its value, gradient and Hessian at a point and over blocks; the contract tests differentiate
 * every kind in the {@link org.thalweg.model.surface.SurfaceCatalogue} numerically and compare blocks with points bit
 * for bit. A new surface is one file with a {@code KIND} (its name, its keys, how to build it from them) and one line
 * in the catalogue.
 */
package org.thalweg.model.surface;
