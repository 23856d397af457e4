/**
 * What the noise of a gradient is.
 *
 * <p>{@link GradientNoise} has a {@link NoiseStructure} and a {@link NoiseKernel} over blocks, often a {@link
 * GaussianNoiseKernel}. A {@link NoiseKind} is what model files can say of one.
 */
package org.thalweg.model.gradient;
