package org.thalweg.model.gradient;

import org.thalweg.random.RandomStream;

/** A kernel whose samples are Gaussian: white normal numbers, coloured. */
public abstract class GaussianNoiseKernel implements NoiseKernel {
    private final double[][] white;

    /** Scratch for blocks of up to {@code capacity} particles of the given dimension. */
    protected GaussianNoiseKernel(int dimension, int capacity) {
        this.white = new double[dimension][capacity];
    }

    @Override
    public final void sample(double[][] theta, int count, RandomStream random, double[][] noise) {
        random.fillNormal(white, count);
        colour(theta, count, white, noise);
    }
}
