package org.thalweg.model;

/** Differentiates a {@link LossSurface} over a block of particles, {@code theta[i][k]} = coordinate i of particle k. */
@FunctionalInterface
public interface SurfaceKernel {
    /**
     * The gradient of the first {@code count} particles.
     *
     * @param theta not modified
     * @param gradient modified: the same shape as {@code theta}
     */
    void gradient(double[][] theta, int count, double[][] gradient);
}
