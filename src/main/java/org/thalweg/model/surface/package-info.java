/**
 * The loss surfaces, and the catalogue from which model files name them.
 *
 * <p>A surface says its loss once, as a sum of expressions ({@code WrittenSurface}); gradient, Hessian, block kernels
 * and compiled time steps are derived. By hand are only those whose loss is a sum over samples: a neuron and networks.
 * The contract tests differentiate every kind in the {@link org.thalweg.model.surface.SurfaceCatalogue} numerically and
 * compare blocks with points bit for bit. A new surface is one file with a {@code KIND} (its name, its keys, how to
 * build it from them) and one line in the catalogue.
 *
 * <p>{@link SurfaceKind} is what a file says of one. A {@link Valley} is the geometry of the theory;
 * {@link Quadratic}, {@link Spectrum} and {@link AsymmetricBowl} are bowls, {@link AsymmetricValley} and
 * {@link TwoValleys} lines, {@link PublishedTwoValleys} a plane, {@link FormulaSurface} whatever is written down;
 * {@link LogisticNeuron} and {@link NetworkSurface} learn from samples. A {@link SurfaceExtension} comes from outside.
 */
package org.thalweg.model.surface;
