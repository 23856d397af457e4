package org.thalweg.fokkerplanck.linear;

/**
 * What is kept of a part of a {@link Dissection} after its elimination: numbers in the {@link FactorMemory}.
 *
 * @param own the number of the part's own cells
 * @param size of its front: its own cells and its boundary
 * @param factors holds U and L among others
 * @param upper where the rows of U begin, each from its diagonal on: {@code size - i} numbers of row i
 * @param lower where the factors F = -L begin: {@code i} numbers of own row i, then {@code own} of each boundary row;
 *     {@link #NONE} where no right-hand side gets here
 */
record EliminatedPart(int own, int size, double[] factors, int upper, int lower) {
    /** For factors that are not kept. */
    static final int NONE = -1;

    /** How many numbers are kept. */
    static long length(int own, int size, boolean withLower) {
        return upperLength(own, size) + (withLower ? (long) own * size - (long) own * (own + 1) / 2 : 0);
    }

    private static long upperLength(int own, int size) {
        return (long) own * size - (long) own * (own - 1) / 2;
    }

    /**
     * Copies what is to be kept of an eliminated front.
     *
     * @param rows not modified
     * @param factors modified from {@code from} on
     */
    static EliminatedPart of(double[][] rows, int own, int size, boolean withLower, double[] factors, int from) {
        int at = from;
        for (int i = 0; i < own; at += size - i, i++) {
            System.arraycopy(rows[i], i, factors, at, size - i);
        }
        int lower = at;
        for (int i = 0; withLower && i < size; at += Math.min(i, own), i++) {
            System.arraycopy(rows[i], 0, factors, at, Math.min(i, own));
        }
        return new EliminatedPart(own, size, factors, from, withLower ? lower : NONE);
    }

    /** Goes on with a right-hand side: gives the shares of each own cell to all that follow. Modified. */
    void forward(double[] local) {
        for (int i = 1, at = lower; i < size; i++) {
            int length = Math.min(i, own);
            local[i] += dot(factors, at, local, 0, length);
            at += length;
        }
    }

    /** Solves for the own cells, the last first, once the boundary is known. Modified. */
    void backward(double[] local) {
        int at = upper + (int) upperLength(own, size);
        for (int i = own - 1; i >= 0; i--) {
            at -= size - i;
            local[i] = (local[i] - dot(factors, at + 1, local, i + 1, size - i - 1)) / factors[at];
        }
    }

    /** {@link #forward} with U^T. Modified. */
    void forwardAdjoint(double[] local) {
        for (int i = 0, at = upper; i < own; at += size - i, i++) {
            local[i] /= factors[at];
            addMultiple(local, i + 1, factors, at + 1, -local[i], size - i - 1);
        }
    }

    /** {@link #backward} with L^T: {@code local} holds the boundary too. Modified. */
    void backwardAdjoint(double[] local) {
        int at = lower + own * (own - 1) / 2;
        for (int b = own; b < size; b++, at += own) {
            addMultiple(local, 0, factors, at, local[b], own);
        }
        at = lower + own * (own - 1) / 2;
        for (int i = own - 1; i > 0; i--) {
            at -= i;
            addMultiple(local, 0, factors, at, local[i], i);
        }
    }

    /** Four sums at a time, which do not wait for each other. */
    private static double dot(double[] a, int fromA, double[] b, int fromB, int count) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            s0 += a[fromA + k] * b[fromB + k];
            s1 += a[fromA + k + 1] * b[fromB + k + 1];
            s2 += a[fromA + k + 2] * b[fromB + k + 2];
            s3 += a[fromA + k + 3] * b[fromB + k + 3];
        }
        for (; k < count; k++) {
            s0 += a[fromA + k] * b[fromB + k];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void addMultiple(double[] target, int at, double[] source, int from, double factor, int count) {
        for (int j = 0; j < count; j++) {
            target[at + j] += factor * source[from + j];
        }
    }
}
