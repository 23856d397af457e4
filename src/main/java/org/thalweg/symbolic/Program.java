package org.thalweg.symbolic;

/**
 * Expressions as straight-line code: one register for each variable, constant and intermediate result, each written
 * once. Immutable by agreement: nobody modifies the arrays.
 *
 * @param variables their number; they are in the first registers
 * @param initial the constants in their registers, zero elsewhere
 * @param instructions in the order of their execution
 * @param results the registers of the outputs
 */
record Program(int variables, double[] initial, Instruction[] instructions, int[] results) {
    /** target = operation(left, right). */
    record Instruction(Action operation, int left, int right, int target) {}

    int registers() {
        return initial.length;
    }

    /** All outputs at a point. */
    void evaluate(double[] point, double[] outputs) {
        double[] registers = initial.clone();
        System.arraycopy(point, 0, registers, 0, variables);
        for (Instruction i : instructions) {
            registers[i.target] = at(i.operation, registers[i.left], registers[i.right]);
        }
        for (int j = 0; j < results.length; j++) {
            outputs[j] = registers[results[j]];
        }
    }

    /** {@link Operation#at}, without a virtual call for what most formulas consist of. */
    private static double at(Action action, double a, double b) {
        if (!(action instanceof Operation operation)) {
            return action.at(a, b);
        }
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            default -> operation.at(a, b);
        };
    }
}
