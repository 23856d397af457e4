package org.thalweg.fokkerplanck;

/**
 * What is kept of a part of a {@link Dissection} after its elimination, in one piece each: collectors move few large
 * arrays faster than many rows.
 *
 * @param own the number of the part's own cells
 * @param size of its front: its own cells and its boundary
 * @param upper the rows of U, each from its diagonal on: {@code size - i} numbers of row i
 * @param lower the factors F = -L: {@code i} numbers of own row i, then {@code own} of each boundary row; null where no
 *     right-hand side gets here
 */
record EliminatedPart(int own, int size, double[] upper, double[] lower) {
    /** Copies what is to be kept of an eliminated front. Not modified. */
    static EliminatedPart of(double[][] rows, int own, int size, boolean withLower) {
        double[] upper = new double[own * size - own * (own - 1) / 2];
        for (int i = 0, at = 0; i < own; at += size - i, i++) {
            System.arraycopy(rows[i], i, upper, at, size - i);
        }
        if (!withLower) {
            return new EliminatedPart(own, size, upper, null);
        }
        double[] lower = new double[own * size - own * (own + 1) / 2];
        for (int i = 0, at = 0; i < size; at += Math.min(i, own), i++) {
            System.arraycopy(rows[i], 0, lower, at, Math.min(i, own));
        }
        return new EliminatedPart(own, size, upper, lower);
    }

    /** Goes on with a right-hand side: gives the shares of each own cell to all that follow. Modified. */
    void forward(double[] local) {
        for (int i = 1, at = 0; i < size; i++) {
            int length = Math.min(i, own);
            local[i] += dot(lower, at, local, 0, length);
            at += length;
        }
    }

    /** Solves for the own cells, the last first, once the boundary is known. Modified. */
    void backward(double[] local) {
        int at = upper.length;
        for (int i = own - 1; i >= 0; i--) {
            at -= size - i;
            local[i] = (local[i] - dot(upper, at + 1, local, i + 1, size - i - 1)) / upper[at];
        }
    }

    /** {@link #forward} with U^T. Modified. */
    void forwardAdjoint(double[] local) {
        for (int i = 0, at = 0; i < own; at += size - i, i++) {
            local[i] /= upper[at];
            addMultiple(local, i + 1, upper, at + 1, -local[i], size - i - 1);
        }
    }

    /** {@link #backward} with L^T: {@code local} holds the boundary too. Modified. */
    void backwardAdjoint(double[] local) {
        int at = own * (own - 1) / 2;
        for (int b = own; b < size; b++, at += own) {
            addMultiple(local, 0, lower, at, local[b], own);
        }
        at = own * (own - 1) / 2;
        for (int i = own - 1; i > 0; i--) {
            at -= i;
            addMultiple(local, 0, lower, at, local[i], i);
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
