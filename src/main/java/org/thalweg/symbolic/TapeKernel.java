package org.thalweg.symbolic;

/** Evaluates a {@link Tape} over a block of points. Bound to one thread. */
@FunctionalInterface
public interface TapeKernel {
    /**
     * All outputs at the first {@code count} points.
     *
     * @param inputs {@code inputs[i][k]} is variable i of point k; rows beyond the number of variables are ignored; not
     *     modified
     * @param outputs modified: {@code outputs[j][k]} is expression j at point k; may share rows with
     *     {@code inputs}
     */
    void evaluate(double[][] inputs, int count, double[][] outputs);
}
