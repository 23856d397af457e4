package org.thalweg.measure;

/** Evaluates a {@link Diagnostic} over a block of points. Bound to one thread. */
@FunctionalInterface
public interface DiagnosticKernel {
    /**
     * The function at the first {@code count} points.
     *
     * @param theta the points, shape [dimension][count or more]; not modified
     * @return the values, the first {@code count} entries; valid until the next call, and not to be modified
     */
    double[] evaluate(double[][] theta, int count);
}
