/**
 * The gradient noises, and the catalogue from which model files name them.
 *
 * <p>A noise states its covariance C(theta), which the diffusion approximation reads, and draws samples, which literal
 * SGD adds to the gradient. Where coordinates are not correlated it says its variances once, as expressions ({@code
 * DiagonalNoise}). The contract tests hold the samples of every kind in the {@link NoiseCatalogue} against its
 * covariance. A new noise is one file with a {@code KIND} and one line in the catalogue.
 *
 * <p>Constant are {@link IsotropicNoise}, {@link AnisotropicNoise}, {@link BoundedUniformNoise} and {@link
 * SpectralNoise}; {@link VaryingNoise} varies along a valley in a way of its own; the landscape is followed by {@link
 * PowerNoise}, {@link CurvatureNoise} and {@link LandscapeNoise}, and by whatever {@link FormulaNoise} writes down.
 * Those of mini-batches are in {@code model.noise.batch}.
 */
package org.thalweg.model.noise;

