package org.thalweg.fokkerplanck.linear;

/**
 * Products of small dense matrices by rows. Tiles of 2 x 4 sums stay in registers: blocks of 20 to 100 rows are too
 * short for loops that a compiler vectorises along a row. Products and sums are fused: one rounding for two, and twice
 * the speed where products and sums go through the same ports.
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
        if (inner == 0) {
            return;
        }
        int evenRows = rows & ~1;
        int wholeColumns = columns & ~3;
        for (int j = 0; j < wholeColumns; j += 4) {
            for (int i = 0; i < evenRows; i += 2) {
                tile(left, leftAt + i * leftStride, leftStride, right, rightAt + j, rightStride, to,
                        toAt + i * toStride + j, toStride, inner);
            }
            if (evenRows < rows) {
                row(left, leftAt + evenRows * leftStride, right, rightAt + j, rightStride, to,
                        toAt + evenRows * toStride + j, inner);
            }
        }
        int byFour = rows & ~3;
        for (int j = wholeColumns; j < columns; j++) {
            for (int i = 0; i < byFour; i += 4) {
                column(left, leftAt + i * leftStride, leftStride, right, rightAt + j, rightStride, to,
                        toAt + i * toStride + j, toStride, inner);
            }
            for (int i = byFour; i < rows; i++) {
                double sum = 0.0;
                for (int k = 0; k < inner; k++) {
                    sum = Math.fma(left[leftAt + i * leftStride + k], right[rightAt + k * rightStride + j], sum);
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
            a0 = Math.fma(a, r0, a0);
            a1 = Math.fma(a, r1, a1);
            a2 = Math.fma(a, r2, a2);
            a3 = Math.fma(a, r3, a3);
            b0 = Math.fma(b, r0, b0);
            b1 = Math.fma(b, r1, b1);
            b2 = Math.fma(b, r2, b2);
            b3 = Math.fma(b, r3, b3);
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

    /** Four sums of one row: the last of an odd number. */
    private static void row(double[] left, int leftAt, double[] right, int rightAt, int rightStride, double[] to,
            int toAt, int inner) {
        double a0 = 0.0;
        double a1 = 0.0;
        double a2 = 0.0;
        double a3 = 0.0;
        int at = rightAt;
        for (int k = 0; k < inner; k++) {
            double a = left[leftAt + k];
            a0 = Math.fma(a, right[at], a0);
            a1 = Math.fma(a, right[at + 1], a1);
            a2 = Math.fma(a, right[at + 2], a2);
            a3 = Math.fma(a, right[at + 3], a3);
            at += rightStride;
        }
        to[toAt] -= a0;
        to[toAt + 1] -= a1;
        to[toAt + 2] -= a2;
        to[toAt + 3] -= a3;
    }

    /** Four sums of one column: beside the last whole tile. */
    private static void column(double[] left, int leftAt, int leftStride, double[] right, int rightAt, int rightStride,
            double[] to, int toAt, int toStride, int inner) {
        double a0 = 0.0;
        double a1 = 0.0;
        double a2 = 0.0;
        double a3 = 0.0;
        int at = rightAt;
        for (int k = 0; k < inner; k++) {
            double r = right[at];
            a0 = Math.fma(left[leftAt + k], r, a0);
            a1 = Math.fma(left[leftAt + leftStride + k], r, a1);
            a2 = Math.fma(left[leftAt + 2 * leftStride + k], r, a2);
            a3 = Math.fma(left[leftAt + 3 * leftStride + k], r, a3);
            at += rightStride;
        }
        to[toAt] -= a0;
        to[toAt + toStride] -= a1;
        to[toAt + 2 * toStride] -= a2;
        to[toAt + 3 * toStride] -= a3;
    }
}
