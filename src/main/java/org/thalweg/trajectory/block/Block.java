package org.thalweg.trajectory.block;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Particles that move together, as a structure of arrays: {@code theta[i][slot]} is coordinate i of the particle in a
 * slot. Blocks have a fixed size, so that what a block computes depends on its number and not on the number of threads.
 *
 * <p>When particles leave, those behind move up; {@link #particle(int)} tells who is where. Belongs to one thread.
 */
public final class Block {
    /** Particles in a full block: a handful of rows fit into the first-level cache. */
    public static final int CAPACITY = 256;

    /** Coordinates up to which a full block of them, and the scratch rows of a step, stay in the second-level cache. */
    private static final int MOST_FULL_ROWS = 64;
    /** With fewer particles the call of each small loop costs more than the cache saves. */
    private static final int FEWEST = 64;

    private final double[][] theta;
    private final int[] particle = new int[CAPACITY];
    private final double[][] memory;
    private int count;
    private int numbers;
    private long step;

    public Block(int dimension) {
        this(dimension, 0);
    }

    /** Particles that carry {@code memory} numbers each beside their coordinates. */
    public Block(int dimension, int memory) {
        this.memory = new double[memory][CAPACITY];
        this.theta = new double[dimension][CAPACITY];
    }

    /** Particles in a block of so many coordinates: fewer where there are many, so that all of them stay near. */
    public static int size(int dimension) {
        int size = CAPACITY;
        while (size > FEWEST && (long) size * dimension > CAPACITY * MOST_FULL_ROWS) {
            size /= 2;
        }
        return size;
    }

    /** The coordinates, shape [dimension][{@link #CAPACITY}]; only the first {@link #count()} columns are in use. */
    public double[][] theta() {
        return theta;
    }

    /** What particles carry beside their coordinates, {@code memory[j][slot]}. */
    public double[][] memory() {
        return memory;
    }

    /** The number of steps taken since the start. */
    public long step() {
        return step;
    }

    /** Counts a step. */
    public void advance() {
        step++;
    }

    /** The number of particles in the block now. */
    public int count() {
        return count;
    }

    /** True where every particle is in the slot of its own number. */
    public boolean nobodyLeft() {
        return count == 0 || particle[count - 1] == count - 1;
    }

    /** From now on steps draw as many numbers as if nobody would leave, and each particle takes its own. */
    public void keepNumbers() {
        numbers = count;
    }

    /** How many numbers of a kind a step draws. */
    public int numbers() {
        return Math.max(numbers, count);
    }

    /** Hands the numbers drawn for all particles, in their order, to those that are still there. */
    public void deal(double[] row) {
        for (int slot = 0; slot < count; slot++) {
            row[slot] = row[particle[slot]];
        }
    }

    /** The number, within the block, of the particle in a slot; increasing in {@code slot}. */
    public int particle(int slot) {
        return particle[slot];
    }

    /** {@link #particle(int)} of all slots; not to be modified. */
    public int[] particlesInSlots() {
        return particle;
    }

    /** Puts the first {@code particles} particles at one point. */
    public void fill(double[] start, int particles) {
        count = particles;
        numbers = 0;
        step = 0;
        for (double[] row : memory) {
            Arrays.fill(row, 0, count, 0.0);
        }
        for (int i = 0; i < theta.length; i++) {
            Arrays.fill(theta[i], 0, count, start[i]);
        }
        for (int slot = 0; slot < count; slot++) {
            particle[slot] = slot;
        }
    }

    /**
     * Copies the point of the particle in a slot.
     *
     * @param point modified: length = dimension
     */
    public void copyPoint(int slot, double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = theta[i][slot];
        }
    }

    /** Removes the particles in the slots that satisfy a condition; the others keep their order. */
    public void removeIf(IntPredicate slotLeaves) {
        int kept = 0;
        for (int slot = 0; slot < count; slot++) {
            if (!slotLeaves.test(slot)) {
                particle[kept] = particle[slot];
                for (double[] row : theta) {
                    row[kept] = row[slot];
                }
                for (double[] row : memory) {
                    row[kept] = row[slot];
                }
                kept++;
            }
        }
        count = kept;
    }
}
