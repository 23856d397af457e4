package org.thalweg.model.loss;

/** Evaluates a {@link LossSurface} over a block of particles, {@code theta[i][k]} = coordinate i of particle k. */
public interface SurfaceKernel {
    /**
     * The loss of the first {@code count} particles.
     *
     * @param theta not modified
     * @param value modified: length at least {@code count}
     */
    void value(double[][] theta, int count, double[] value);

    /**
     * The gradient of the first {@code count} particles.
     *
     * @param theta not modified
     * @param gradient modified: the same shape as {@code theta}
     */
    void gradient(double[][] theta, int count, double[][] gradient);
}
