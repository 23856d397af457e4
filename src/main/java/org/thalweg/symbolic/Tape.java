package org.thalweg.symbolic;

import java.util.List;

/**
 * Several expressions of the same variables, compiled to be evaluated together: what they have in common is computed
 * once.
 *
 * <p>Immutable and shared between threads; work over blocks goes through {@link #bind(int)}. Point and block evaluation
 * agree to the last bit.
 */
public interface Tape {
    /**
     * All outputs at a point.
     *
     * @param point the variables; not modified
     * @param outputs modified: one number for each expression
     */
    void evaluate(double[] point, double[] outputs);

    /** A worker for blocks of up to {@code capacity} points; it owns scratch memory, so use one per thread. */
    TapeKernel bind(int capacity);

    /** Compiles expressions of {@code variables} variables. */
    static Tape of(int variables, List<Expression> outputs) {
        return new ProgramTape(new TapeCompiler(variables).compile(outputs));
    }
}
