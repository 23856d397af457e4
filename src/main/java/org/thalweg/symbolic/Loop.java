package org.thalweg.symbolic;

import java.util.List;

/**
 * The body of one loop over a block, without the numbers of its constants: loops of equal shape are compiled once, so
 * that the cells of a sweep share their code.
 *
 * @param steps what is computed; the value of step j is {@code VALUE j}
 * @param stores what is written to rows, after all steps
 */
record Loop(List<Step> steps, List<Store> stores) {
    /** Where a number comes from or goes to. */
    enum Place { CONSTANT, INPUT, SCRATCH, OUTPUT, VALUE }

    /** A number: a constant, one entry of a row, or the value of a step. */
    record Operand(Place place, int index) {}

    /** One operation; those of one argument have it twice. */
    record Step(Operation operation, Operand left, Operand right) {}

    /** Writes to a row. */
    record Store(Operand value, Operand row) {}

    /** An immutable copy. */
    Loop {
        steps = List.copyOf(steps);
        stores = List.copyOf(stores);
    }

    /** A compiled loop. */
    interface Code {
        /**
         * Runs the loop for the first {@code count} points.
         *
         * @param constants in the order of their indices; not modified
         * @param inputs rows; not modified, unless they are outputs as well
         * @param scratch modified: rows
         * @param outputs modified: rows
         */
        void run(double[] constants, double[][] inputs, double[][] scratch, double[][] outputs, int count);
    }
}
