package org.thalweg.fokkerplanck.linear;

/**
 * Products of small dense matrices by rows. Tiles of 2 x 4 sums stay in registers: blocks of 20 to 100 rows are too
 * short for loops that a compiler vectorises along a row.
 */
public final class DenseProduct {
    private DenseProduct() {}

    /**
     * to -= left right, on rectangles within arrays that are given by their first element and the length of a row.
     *
     * @param left rows times inner. Not modified inside the rectangle
     * @param right inner times columns. Not modified inside the rectangle
     * @param to rows times columns. Modified
     */
    public static void subtract(double[] left, int leftAt, int leftStride, double[] right, int rightAt, int rightStride,
            double[] to, int toAt, int toStride, int rows, int inner, int columns) {
        int evenRows = rows & ~1;
        int wholeColumns = columns & ~3;
        for (int j = 0; j < wholeColumns; j += 4) {
            for (int i = 0; i < evenRows; i += 2) {
                tile(left, leftAt + i * leftStride, leftStride, right, rightAt + j, rightStride, to,
                        toAt + i * toStride + j, toStride, inner);
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = i < evenRows ? wholeColumns : 0; j < columns; j++) {
                double sum = 0.0;
                for (int k = 0; k < inner; k++) {
                    sum += left[leftAt + i * leftStride + k] * right[rightAt + k * rightStride + j];
                }
                to[toAt + i * toStride + j] -= sum;
            }
        }
    }

    private static void tile(double[] left, int leftAt, int leftStride, double[] right, int rightAt, int rightStride,
            double[] to, int toAt, int toStride, int inner) {
        double a0 = 0.0;
        double a1 = 0.0;
        double a2 = 0.0;
        double a3 = 0.0;
        double b0 = 0.0;
        double b1 = 0.0;
        double b2 = 0.0;
        double b3 = 0.0;
        int at = rightAt;
        for (int k = 0; k < inner; k++) {
            double a = left[leftAt + k];
            double b = left[leftAt + leftStride + k];
            double r0 = right[at];
            double r1 = right[at + 1];
            double r2 = right[at + 2];
            double r3 = right[at + 3];
            a0 += a * r0;
            a1 += a * r1;
            a2 += a * r2;
            a3 += a * r3;
            b0 += b * r0;
            b1 += b * r1;
            b2 += b * r2;
            b3 += b * r3;
            at += rightStride;
        }
        to[toAt] -= a0;
        to[toAt + 1] -= a1;
        to[toAt + 2] -= a2;
        to[toAt + 3] -= a3;
        int below = toAt + toStride;
        to[below] -= b0;
        to[below + 1] -= b1;
        to[below + 2] -= b2;
        to[below + 3] -= b3;
    }
}
