package org.thalweg.fokkerplanck.linear;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Room for what is kept of all parts of a {@link Dissection}, in one array, or in a few where one would be too long. It
 * is counted before anything is eliminated, and each part writes to its own place. An array that is larger than the
 * space for young objects is never moved, whereas many small ones are copied, by one thread, while all others wait.
 */
final class FactorMemory {
    /** 8 GiB in an array at most: indices are ints. */
    private static final long LONGEST = 1L << 30;

    private final double[][] arrays;
    private final int[] begin;
    private final boolean[] withLower;

    private FactorMemory(double[][] arrays, int[] begin, boolean[] withLower) {
        this.arrays = arrays;
        this.begin = begin;
        this.withLower = withLower;
    }

    /**
     * Room for parts.
     *
     * @param withLower true for the numbers of parts of which L is kept too
     */
    static FactorMemory of(List<Dissection.Part> parts, IntPredicate withLower) {
        double[][] arrays = new double[parts.size()][];
        int[] begin = new int[parts.size()];
        boolean[] lower = new boolean[parts.size()];
        int first = 0;
        long length = 0;
        for (int p = 0; p < parts.size(); p++) {
            int own = parts.get(p).own().length;
            lower[p] = withLower.test(p);
            long needed = EliminatedPart.length(own, own + parts.get(p).boundary().length, lower[p]);
            if (length + needed > LONGEST) {
                allocate(arrays, first, p, length);
                first = p;
                length = 0;
            }
            begin[p] = (int) length;
            length += needed;
        }
        allocate(arrays, first, parts.size(), length);
        return new FactorMemory(arrays, begin, lower);
    }

    private static void allocate(double[][] arrays, int first, int end, long length) {
        Arrays.fill(arrays, first, end, new double[Math.toIntExact(length)]);
    }

    /** True where L of part {@code p} is kept. */
    boolean withLower(int p) {
        return withLower[p];
    }

    /** The array that holds what is kept of part {@code p}. */
    double[] array(int p) {
        return arrays[p];
    }

    /** Where it begins there. */
    int begin(int p) {
        return begin[p];
    }
}
