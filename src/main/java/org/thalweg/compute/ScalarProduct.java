package org.thalweg.compute;

/** Of two arrays of the same length, in their order: the same bits wherever it is asked for. */
public final class ScalarProduct {
    private ScalarProduct() {}

    /** The sum of a_i b_i. */
    public static double of(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
