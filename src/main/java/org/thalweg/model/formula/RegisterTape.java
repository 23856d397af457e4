package org.thalweg.model.formula;

import java.util.Arrays;

/**
 * The interpreter of compiled formulas: one register for each variable, constant and intermediate result, and a list of
 * instructions that is walked once for a point, or once for each strip of a block.
 */
final class RegisterTape implements Tape {
    /**
     * Points handled at a time, such that all registers of a usual formula stay in the first-level cache (2 kB each).
     */
    private static final int STRIP = 256;

    private final int variables;
    private final double[] initial;
    private final Instruction[] instructions;
    private final int[] results;

    /** target = operation(left, right). */
    record Instruction(Operation operation, int left, int right, int target) {}

    /**
     * A tape over its own arrays.
     *
     * @param initial the constants in their registers, zero elsewhere
     * @param results the registers of the outputs
     */
    RegisterTape(int variables, double[] initial, Instruction[] instructions, int[] results) {
        this.variables = variables;
        this.initial = initial;
        this.instructions = instructions;
        this.results = results;
    }

    @Override
    public void evaluate(double[] point, double[] outputs) {
        double[] registers = initial.clone();
        System.arraycopy(point, 0, registers, 0, variables);
        for (Instruction i : instructions) {
            registers[i.target] = i.operation.at(registers[i.left], registers[i.right]);
        }
        for (int j = 0; j < results.length; j++) {
            outputs[j] = registers[results[j]];
        }
    }

    @Override
    public TapeKernel bind(int capacity) {
        double[][] registers = new double[initial.length][Math.min(capacity, STRIP)];
        for (int r = variables; r < initial.length; r++) {
            Arrays.fill(registers[r], initial[r]);
        }
        return (inputs, count, outputs) -> {
            for (int start = 0; start < count; start += STRIP) {
                strip(registers, inputs, start, Math.min(STRIP, count - start), outputs);
            }
        };
    }

    private void strip(double[][] registers, double[][] inputs, int start, int count, double[][] outputs) {
        for (int v = 0; v < variables; v++) {
            System.arraycopy(inputs[v], start, registers[v], 0, count);
        }
        for (Instruction i : instructions) {
            i.operation.over(registers[i.left], registers[i.right], registers[i.target], count);
        }
        for (int j = 0; j < results.length; j++) {
            System.arraycopy(registers[results[j]], 0, outputs[j], start, count);
        }
    }
}
