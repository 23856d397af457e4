package org.thalweg.model.profile;

/** Evaluates a {@link Profile} over a block of points. Bound to one thread. */
@FunctionalInterface
public interface ProfileKernel {
    /**
     * Value and slope at the first {@code count} points.
     *
     * @param x the points; not modified
     * @param value modified: value[i] = f(x[i])
     * @param slope modified: slope[i] = f'(x[i])
     */
    void evaluate(double[] x, int count, double[] value, double[] slope);
}
