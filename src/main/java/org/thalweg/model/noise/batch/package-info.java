/**
 * The gradient noises of mini-batches: sums over samples, by hand.
 *
 * <p>Of moved valleys is {@link MiniBatchNoise}, of networks {@link SampleNoise}, drawn by {@link SampleBatches} in the
 * ways of {@link BatchSampling}.
 */
package org.thalweg.model.noise.batch;
