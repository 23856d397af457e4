/**
 * The gradient noises, and the catalogue from which model files name them.
 *
 * <p>A noise states its covariance C(theta), which the diffusion approximation reads, and draws samples, which literal
 * SGD adds to the gradient; the contract tests hold the samples of every kind in the {@link
 * org.thalweg.model.noise.NoiseCatalogue} against its covariance. A new noise is one file with a {@code KIND} and one
 * line in the catalogue.
 */
package org.thalweg.model.noise;
