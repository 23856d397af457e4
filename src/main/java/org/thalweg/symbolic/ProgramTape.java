package org.thalweg.symbolic;

/** A tape that is interpreted at first, and compiled where it, or one of its shape, is used a lot. */
final class ProgramTape implements Tape {
    /** Beyond this many instructions the just-in-time compiler takes longer over the code than its user can wait. */
    private static final int MOST_INSTRUCTIONS = 400;

    /** Points after which compilation, some milliseconds, pays. */
    private static final long POINTS_BEFORE_COMPILING = 100_000;

    private final Program program;

    ProgramTape(Program program) {
        this.program = program;
    }

    @Override
    public void evaluate(double[] point, double[] outputs) {
        program.evaluate(point, outputs);
    }

    @Override
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
