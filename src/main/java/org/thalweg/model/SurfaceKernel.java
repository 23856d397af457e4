package org.thalweg.model;

import java.util.function.DoubleUnaryOperator;

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

    /** Of a single parameter: one particle after the other, by two functions of x. */
    static SurfaceKernel ofOne(DoubleUnaryOperator loss, DoubleUnaryOperator slope) {
        return new SurfaceKernel() {
            @Override
            public void value(double[][] theta, int count, double[] value) {
                for (int k = 0; k < count; k++) {
                    value[k] = loss.applyAsDouble(theta[0][k]);
                }
            }

            @Override
            public void gradient(double[][] theta, int count, double[][] gradient) {
                for (int k = 0; k < count; k++) {
                    gradient[0][k] = slope.applyAsDouble(theta[0][k]);
                }
            }
        };
    }
}
