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

    private final Program program;
    private final Compilation compilation;
    private final double factor;

    private Tape(Program program, Compilation compilation, double factor) {
        this.program = program;
        this.compilation = compilation;
        this.factor = factor;
    }

    /** Compiles expressions of {@code variables} variables. */
    public static Tape of(int variables, List<Expression> outputs) {
        Program program = new TapeCompiler(variables).compile(outputs);
        return new Tape(program, new Compilation(program), 1.0);
    }

    /** The same expressions times a number, by the same code: what changes in size only is compiled once. */
    public Tape times(double number) {
        return new Tape(program, compilation, factor * number);
    }

    /**
     * All outputs at a point.
     *
     * @param point the variables; not modified
     * @param outputs modified: one number for each expression
     */
    public void evaluate(double[] point, double[] outputs) {
        program.evaluate(point, outputs);
        if (factor != 1.0) {
            for (int j = 0; j < program.results().length; j++) {
                outputs[j] *= factor;
            }
        }
    }

    /** A worker for blocks of up to {@code capacity} points; it owns scratch memory, so use one per thread. */
    public TapeKernel bind(int capacity) {
        TapeKernel plain = program.instructions().length > MOST_INSTRUCTIONS
                ? new InterpretedKernel(program, capacity)
                : compilation.isKnown() ? new CompiledKernel(compilation, capacity) : new Tiered(capacity);
        return factor == 1.0 ? plain : (inputs, count, outputs) -> {
            plain.evaluate(inputs, count, outputs);
            for (int j = 0; j < program.results().length; j++) {
                for (int k = 0; k < count; k++) {
                    outputs[j][k] *= factor;
                }
            }
        };
    }

    private final class Tiered implements TapeKernel {
        private final int capacity;
        private TapeKernel kernel;
        private boolean interpreted = true;

        Tiered(int capacity) {
            this.kernel = new InterpretedKernel(program, capacity);
            this.capacity = capacity;
        }

        @Override
        public void evaluate(double[][] inputs, int count, double[][] outputs) {
            if (interpreted && compilation.pays(count)) {
                kernel = new CompiledKernel(compilation, capacity);
                interpreted = false;
            }
            kernel.evaluate(inputs, count, outputs);
        }
    }
}
