package org.thalweg.fokkerplanck.linear;

/** Sums over cells from which bases are made orthogonal, beside the scalar product, in the order of the cells. */
public final class CellVectors {
    private CellVectors() {}

    /** {@code to += factor from}. */
    public static void add(double[] to, double[] from, double factor) {
        for (int c = 0; c < to.length; c++) {
            to[c] += factor * from[c];
        }
    }
}
