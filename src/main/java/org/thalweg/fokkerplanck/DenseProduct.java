package org.thalweg.fokkerplanck;

/** Products of dense matrices by rows, four rows of the right factor at a time. */
final class DenseProduct {
    private DenseProduct() {}

    /**
     * to += sign left right.
     *
     * @param left rows times inner. Not modified
     * @param right inner times columns. Not modified
     * @param to rows times columns. Modified
     */
    static void add(double sign, double[] left, double[] right, double[] to, int rows, int inner, int columns) {
        for (int i = 0; i < rows; i++) {
            int k = 0;
            for (; k + 3 < inner; k += 4) {
                int at = i * inner + k;
                add4(to, i * columns, right, k * columns, columns, columns, sign * left[at], sign * left[at + 1],
                        sign * left[at + 2], sign * left[at + 3]);
            }
            for (; k < inner; k++) {
                double factor = sign * left[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    to[i * columns + j] += factor * right[k * columns + j];
                }
            }
        }
    }

    /** to += a r0 + b r1 + c r2 + d r3 over a stretch of four rows of {@code from}. */
    static void add4(double[] to, int toStart, double[] from, int fromStart, int stride, int count, double a, double b,
            double c, double d) {
        int second = fromStart + stride;
        int third = second + stride;
        int fourth = third + stride;
        for (int j = 0; j < count; j++) {
            to[toStart + j] += a * from[fromStart + j] + b * from[second + j] + (c * from[third + j]
                    + d * from[fourth + j]);
        }
    }
}
