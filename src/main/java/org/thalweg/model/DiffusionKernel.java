package org.thalweg.model;

/** Evaluates an {@link ItoDiffusion} over a block of particles. Bound to one thread. */
public interface DiffusionKernel {
    /**
     * The drift b of the first {@code count} particles.
     *
     * @param theta not modified
     * @param drift modified: shape as {@code theta}
     */
    void drift(double[][] theta, int count, double[][] drift);

    /**
     * s(theta) times white numbers of unit variance.
     *
     * @param theta not modified
     * @param white not modified
     * @param displacement modified: shape as {@code theta}; must not be {@code white}
     */
    void diffuse(double[][] theta, int count, double[][] white, double[][] displacement);
}
