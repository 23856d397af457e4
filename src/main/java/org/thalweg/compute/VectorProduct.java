package org.thalweg.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Products of matrices in tiles that stay in registers. */
final class VectorProduct {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    /** As many k at a time as keep their part of two vectors of b in the first-level cache. */
    private static final int INNER = 256;

    private VectorProduct() {}

    static void add(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] c, int cFrom, int cRow) {
        for (int first = 0; first < inner; first += INNER) {
            int part = Math.min(INNER, inner - first);
            int aHere = aFrom + first * aColumn;
            int bHere = bFrom + first * bRow;
            int j = 0;
            for (; j + 2 * LANES <= columns; j += 2 * LANES) {
                int i = 0;
                for (; i + 4 <= rows; i += 4) {
                    fourByTwo(part, a, aHere + i * aRow, aRow, aColumn, b, bHere + j, bRow, c, cFrom + i * cRow + j, cRow);
                }
                for (; i < rows; i++) {
                    oneByTwo(part, a, aHere + i * aRow, aColumn, b, bHere + j, bRow, c, cFrom + i * cRow + j);
                }
            }
            if (j < columns) {
                int i = 0;
                for (; i + 4 <= rows; i += 4) {
                    fourByOne(part, a, aHere + i * aRow, aRow, aColumn, b, bHere + j, bRow, c, cFrom + i * cRow + j, cRow);
                }
                for (; i < rows; i++) {
                    oneByOne(part, a, aHere + i * aRow, aColumn, b, bHere + j, bRow, c, cFrom + i * cRow + j);
                }
            }
        }
    }

    private static void fourByTwo(int inner, double[] a, int a0, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        DoubleVector c00 = DoubleVector.fromArray(DOUBLES, c, cFrom);
        DoubleVector c01 = DoubleVector.fromArray(DOUBLES, c, cFrom + LANES);
        DoubleVector c10 = DoubleVector.fromArray(DOUBLES, c, c1);
        DoubleVector c11 = DoubleVector.fromArray(DOUBLES, c, c1 + LANES);
        DoubleVector c20 = DoubleVector.fromArray(DOUBLES, c, c2);
        DoubleVector c21 = DoubleVector.fromArray(DOUBLES, c, c2 + LANES);
        DoubleVector c30 = DoubleVector.fromArray(DOUBLES, c, c3);
        DoubleVector c31 = DoubleVector.fromArray(DOUBLES, c, c3 + LANES);
        int at = bFrom;
        int shift = 0;
        for (int k = 0; k < inner; k++) {
            DoubleVector left = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector right = DoubleVector.fromArray(DOUBLES, b, at + LANES);
            DoubleVector x0 = DoubleVector.broadcast(DOUBLES, a[a0 + shift]);
            c00 = x0.fma(left, c00);
            c01 = x0.fma(right, c01);
            DoubleVector x1 = DoubleVector.broadcast(DOUBLES, a[a1 + shift]);
            c10 = x1.fma(left, c10);
            c11 = x1.fma(right, c11);
            DoubleVector x2 = DoubleVector.broadcast(DOUBLES, a[a2 + shift]);
            c20 = x2.fma(left, c20);
            c21 = x2.fma(right, c21);
            DoubleVector x3 = DoubleVector.broadcast(DOUBLES, a[a3 + shift]);
            c30 = x3.fma(left, c30);
            c31 = x3.fma(right, c31);
            at += bRow;
            shift += aColumn;
        }
        c00.intoArray(c, cFrom);
        c01.intoArray(c, cFrom + LANES);
        c10.intoArray(c, c1);
        c11.intoArray(c, c1 + LANES);
        c20.intoArray(c, c2);
        c21.intoArray(c, c2 + LANES);
        c30.intoArray(c, c3);
        c31.intoArray(c, c3 + LANES);
    }

    private static void oneByTwo(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom) {
        DoubleVector left = DoubleVector.fromArray(DOUBLES, c, cFrom);
        DoubleVector right = DoubleVector.fromArray(DOUBLES, c, cFrom + LANES);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            left = x.fma(DoubleVector.fromArray(DOUBLES, b, at), left);
            right = x.fma(DoubleVector.fromArray(DOUBLES, b, at + LANES), right);
            at += bRow;
            from += aColumn;
        }
        left.intoArray(c, cFrom);
        right.intoArray(c, cFrom + LANES);
    }

    private static void fourByOne(int inner, double[] a, int a0, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, c, cFrom);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, c, c1);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, c, c2);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, c, c3);
        int at = bFrom;
        int shift = 0;
        for (int k = 0; k < inner; k++) {
            DoubleVector y = DoubleVector.fromArray(DOUBLES, b, at);
            s0 = DoubleVector.broadcast(DOUBLES, a[a0 + shift]).fma(y, s0);
            s1 = DoubleVector.broadcast(DOUBLES, a[a1 + shift]).fma(y, s1);
            s2 = DoubleVector.broadcast(DOUBLES, a[a2 + shift]).fma(y, s2);
            s3 = DoubleVector.broadcast(DOUBLES, a[a3 + shift]).fma(y, s3);
            at += bRow;
            shift += aColumn;
        }
        s0.intoArray(c, cFrom);
        s1.intoArray(c, c1);
        s2.intoArray(c, c2);
        s3.intoArray(c, c3);
    }

    private static void oneByOne(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom) {
        DoubleVector sum = DoubleVector.fromArray(DOUBLES, c, cFrom);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            sum = DoubleVector.broadcast(DOUBLES, a[from]).fma(DoubleVector.fromArray(DOUBLES, b, at), sum);
            at += bRow;
            from += aColumn;
        }
        sum.intoArray(c, cFrom);
    }
}
