package org.thalweg.symbolic;

import java.util.Arrays;

/** Walks the instructions once for each strip of a block; each is a plain loop. */
final class InterpretedKernel implements TapeKernel {
    /**
     * Points handled at a time, such that all registers of a usual formula stay in the first-level cache (2 kB each).
     */
    private static final int STRIP = 256;

    private final Program program;
    private final double[][] registers;

    InterpretedKernel(Program program, int capacity) {
        this.program = program;
        this.registers = new double[program.registers()][Math.min(capacity, STRIP)];
        for (int r = program.variables(); r < registers.length; r++) {
            Arrays.fill(registers[r], program.initial()[r]);
        }
    }

    @Override
    public void evaluate(double[][] inputs, int count, double[][] outputs) {
        for (int start = 0; start < count; start += STRIP) {
            strip(inputs, start, Math.min(STRIP, count - start), outputs);
        }
    }

    private void strip(double[][] inputs, int start, int count, double[][] outputs) {
        for (int v = 0; v < program.variables(); v++) {
            System.arraycopy(inputs[v], start, registers[v], 0, count);
        }
        for (Program.Instruction i : program.instructions()) {
            i.operation().over(registers[i.left()], registers[i.right()], registers[i.target()], count);
        }
        for (int j = 0; j < program.results().length; j++) {
            System.arraycopy(registers[program.results()[j]], 0, outputs[j], start, count);
        }
    }
}
