package org.thalweg.fokkerplanck.linear;

/** Sums over cells from which bases are made orthogonal, in the order of the cells. */
public final class CellVectors {
    private CellVectors() {}

    /** The scalar product. */
    public static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    /** {@code to += factor from}. */
    public static void add(double[] to, double[] from, double factor) {
        for (int c = 0; c < to.length; c++) {
            to[c] += factor * from[c];
        }
    }
}
