package org.thalweg.symbolic;

import java.util.List;

/**
 * Several expressions of the same variables, compiled to be evaluated together: what they have in common is computed
 * once.
 *
 * <p>Immutable and shared between threads; work over blocks goes through {@link #bind(int)}, interpreted at first, and
 * compiled where a tape, or one of its shape, is used a lot. Point and block evaluation agree to the last bit.
 */
public final class Tape {
    /** Beyond this many instructions the just-in-time compiler takes longer over the code than its user can wait. */
    private static final int MOST_INSTRUCTIONS = 400;

    /** Points after which compilation, some milliseconds, pays. */
    private static final long POINTS_BEFORE_COMPILING = 100_000;

    private final Program program;

    private Tape(Program program) {
        this.program = program;
    }

    /** Compiles expressions of {@code variables} variables. */
    public static Tape of(int variables, List<Expression> outputs) {
        return new Tape(new TapeCompiler(variables).compile(outputs));
    }

    /**
     * All outputs at a point.
     *
     * @param point the variables; not modified
     * @param outputs modified: one number for each expression
     */
    public void evaluate(double[] point, double[] outputs) {
        program.evaluate(point, outputs);
    }

    /** A worker for blocks of up to {@code capacity} points; it owns scratch memory, so use one per thread. */
    public TapeKernel bind(int capacity) {
        if (program.instructions().length > MOST_INSTRUCTIONS) {
            return new InterpretedKernel(program, capacity);
        }
        return CompiledKernel.ofKnownShape(program, capacity)
                .orElseGet(() -> new Tiered(new InterpretedKernel(program, capacity), capacity));
    }

    private final class Tiered implements TapeKernel {
        private final int capacity;
        private TapeKernel kernel;
        private long left = POINTS_BEFORE_COMPILING;

        Tiered(TapeKernel interpreter, int capacity) {
            this.kernel = interpreter;
            this.capacity = capacity;
        }

        @Override
        public void evaluate(double[][] inputs, int count, double[][] outputs) {
            if (left > 0) {
                left -= count;
                if (left <= 0) {
                    kernel = new CompiledKernel(program, capacity);
                }
            }
            kernel.evaluate(inputs, count, outputs);
        }
    }
}
