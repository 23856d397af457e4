package org.thalweg.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product of matrices, named rows by vectors: sums stay in registers while k runs, each element of b is
 * loaded once for all rows, each of a once for all vectors. Written out, because vectors in arrays become objects.
 */
final class VectorTile {
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = DOUBLES.length();

    private VectorTile() {}

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(DOUBLES, values, at);
    }

    private static DoubleVector broadcast(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    static void fiveByFour(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        int a1 = aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        DoubleVector s00 = load(c, cFrom);
        DoubleVector s01 = load(c, cFrom + LANES);
        DoubleVector s02 = load(c, cFrom + 2 * LANES);
        DoubleVector s03 = load(c, cFrom + 3 * LANES);
        DoubleVector s10 = load(c, c1);
        DoubleVector s11 = load(c, c1 + LANES);
        DoubleVector s12 = load(c, c1 + 2 * LANES);
        DoubleVector s13 = load(c, c1 + 3 * LANES);
        DoubleVector s20 = load(c, c2);
        DoubleVector s21 = load(c, c2 + LANES);
        DoubleVector s22 = load(c, c2 + 2 * LANES);
        DoubleVector s23 = load(c, c2 + 3 * LANES);
        DoubleVector s30 = load(c, c3);
        DoubleVector s31 = load(c, c3 + LANES);
        DoubleVector s32 = load(c, c3 + 2 * LANES);
        DoubleVector s33 = load(c, c3 + 3 * LANES);
        DoubleVector s40 = load(c, c4);
        DoubleVector s41 = load(c, c4 + LANES);
        DoubleVector s42 = load(c, c4 + 2 * LANES);
        DoubleVector s43 = load(c, c4 + 3 * LANES);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + 2 * LANES);
            DoubleVector b3 = load(b, at + 3 * LANES);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = broadcast(a[from + a1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = broadcast(a[from + a2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = broadcast(a[from + a3]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
            x = broadcast(a[from + a4]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            s42 = x.fma(b2, s42);
            s43 = x.fma(b3, s43);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s02.intoArray(c, cFrom + 2 * LANES);
        s03.intoArray(c, cFrom + 3 * LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + 2 * LANES);
        s13.intoArray(c, c1 + 3 * LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + 2 * LANES);
        s23.intoArray(c, c2 + 3 * LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s32.intoArray(c, c3 + 2 * LANES);
        s33.intoArray(c, c3 + 3 * LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s42.intoArray(c, c4 + 2 * LANES);
        s43.intoArray(c, c4 + 3 * LANES);
    }

    static void fiveByThree(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        int a1 = aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        DoubleVector s00 = load(c, cFrom);
        DoubleVector s01 = load(c, cFrom + LANES);
        DoubleVector s02 = load(c, cFrom + 2 * LANES);
        DoubleVector s10 = load(c, c1);
        DoubleVector s11 = load(c, c1 + LANES);
        DoubleVector s12 = load(c, c1 + 2 * LANES);
        DoubleVector s20 = load(c, c2);
        DoubleVector s21 = load(c, c2 + LANES);
        DoubleVector s22 = load(c, c2 + 2 * LANES);
        DoubleVector s30 = load(c, c3);
        DoubleVector s31 = load(c, c3 + LANES);
        DoubleVector s32 = load(c, c3 + 2 * LANES);
        DoubleVector s40 = load(c, c4);
        DoubleVector s41 = load(c, c4 + LANES);
        DoubleVector s42 = load(c, c4 + 2 * LANES);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + 2 * LANES);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            x = broadcast(a[from + a1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            x = broadcast(a[from + a2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            x = broadcast(a[from + a3]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            x = broadcast(a[from + a4]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            s42 = x.fma(b2, s42);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s02.intoArray(c, cFrom + 2 * LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + 2 * LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + 2 * LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s32.intoArray(c, c3 + 2 * LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s42.intoArray(c, c4 + 2 * LANES);
    }

    static void fiveByTwo(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        int a1 = aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        DoubleVector s00 = load(c, cFrom);
        DoubleVector s01 = load(c, cFrom + LANES);
        DoubleVector s10 = load(c, c1);
        DoubleVector s11 = load(c, c1 + LANES);
        DoubleVector s20 = load(c, c2);
        DoubleVector s21 = load(c, c2 + LANES);
        DoubleVector s30 = load(c, c3);
        DoubleVector s31 = load(c, c3 + LANES);
        DoubleVector s40 = load(c, c4);
        DoubleVector s41 = load(c, c4 + LANES);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = broadcast(a[from + a1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = broadcast(a[from + a2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = broadcast(a[from + a3]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            x = broadcast(a[from + a4]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
    }

    static void fiveByOne(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        int a1 = aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int a4 = a3 + aRow;
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        DoubleVector s00 = load(c, cFrom);
        DoubleVector s10 = load(c, c1);
        DoubleVector s20 = load(c, c2);
        DoubleVector s30 = load(c, c3);
        DoubleVector s40 = load(c, c4);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            x = broadcast(a[from + a1]);
            s10 = x.fma(b0, s10);
            x = broadcast(a[from + a2]);
            s20 = x.fma(b0, s20);
            x = broadcast(a[from + a3]);
            s30 = x.fma(b0, s30);
            x = broadcast(a[from + a4]);
            s40 = x.fma(b0, s40);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
        s40.intoArray(c, c4);
    }

    static void oneByFour(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(c, cFrom);
        DoubleVector s01 = load(c, cFrom + LANES);
        DoubleVector s02 = load(c, cFrom + 2 * LANES);
        DoubleVector s03 = load(c, cFrom + 3 * LANES);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + 2 * LANES);
            DoubleVector b3 = load(b, at + 3 * LANES);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s02.intoArray(c, cFrom + 2 * LANES);
        s03.intoArray(c, cFrom + 3 * LANES);
    }

    static void oneByTwo(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(c, cFrom);
        DoubleVector s01 = load(c, cFrom + LANES);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
    }

    static void oneByOne(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom, int bRow,
            double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(c, cFrom);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
    }
}
