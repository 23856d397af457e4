package org.thalweg.model;

import org.thalweg.random.RandomStream;

/** Draws gradient noise for blocks of particles. Bound to one thread. */
public interface NoiseKernel {
    /**
     * Gives white numbers the covariance of the noise: coloured = R(theta) white with R R^T = C(theta).
     *
     * @param theta not modified
     * @param white uncorrelated numbers of unit variance, shape as {@code theta}; not modified
     * @param coloured modified: shape as {@code theta}; must not be {@code white}
     */
    void colour(double[][] theta, int count, double[][] white, double[][] coloured);

    /**
     * Literal gradient noise of one mini-batch for each particle; Gaussian unless the model says otherwise.
     *
     * @param theta not modified
     * @param noise modified: shape as {@code theta}
     */
    void sample(double[][] theta, int count, RandomStream random, double[][] noise);
}
