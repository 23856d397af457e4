package org.thalweg.model.gradient;

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

    /**
     * The same for noise that remembers what each particle has drawn; others need not know who is who.
     *
     * @param particle the numbers of the particles, which stay theirs while others leave; not modified
     * @param step the number of the iteration; at 0 everything drawn before is forgotten
     */
    default void sample(
            double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] noise) {
        sample(theta, count, random, noise);
    }

    /**
     * The gradient of one mini-batch for each particle, grad L + xi, where it can be had without grad L.
     *
     * @param gradient modified: shape as {@code theta}
     * @return false where noise is known only as such; nothing was drawn then, and nothing is modified
     */
    default boolean batchGradient(
            double[][] theta, int count, int[] particle, long step, RandomStream random, double[][] gradient) {
        return false;
    }

    /**
     * The gradient of the same mini-batches at other places, after {@link #batchGradient} has returned true.
     *
     * @param gradient modified: shape as {@code theta}
     */
    default void batchGradientAgain(double[][] theta, int count, double[][] gradient) {
        throw new IllegalStateException("no batches were drawn");
    }

    /** The samples of the mini-batch that was drawn last for the particle in a slot, where there are samples. */
    default int[] batch(int slot) {
        throw new IllegalStateException("no batches were drawn");
    }
}
