package org.thalweg.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorTile} where the rows of a lie side by side, and from one k to the next are {@code aColumn}
 * numbers.
 */
final class VectorTurnedTile {
    private static final VectorSpecies<Double> DOUBLES = VectorTile.DOUBLES;
    private static final int LANES = DOUBLES.length();

    private VectorTurnedTile() {}

    private static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(DOUBLES, values, at);
    }

    private static DoubleVector broadcast(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    static void fiveByFour(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s01 = load(start, sFrom + LANES);
        DoubleVector s02 = load(start, sFrom + 2 * LANES);
        DoubleVector s03 = load(start, sFrom + last);
        DoubleVector s10 = load(start, s1);
        DoubleVector s11 = load(start, s1 + LANES);
        DoubleVector s12 = load(start, s1 + 2 * LANES);
        DoubleVector s13 = load(start, s1 + last);
        DoubleVector s20 = load(start, s2);
        DoubleVector s21 = load(start, s2 + LANES);
        DoubleVector s22 = load(start, s2 + 2 * LANES);
        DoubleVector s23 = load(start, s2 + last);
        DoubleVector s30 = load(start, s3);
        DoubleVector s31 = load(start, s3 + LANES);
        DoubleVector s32 = load(start, s3 + 2 * LANES);
        DoubleVector s33 = load(start, s3 + last);
        DoubleVector s40 = load(start, s4);
        DoubleVector s41 = load(start, s4 + LANES);
        DoubleVector s42 = load(start, s4 + 2 * LANES);
        DoubleVector s43 = load(start, s4 + last);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + 2 * LANES);
            DoubleVector b3 = load(b, at + last);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = broadcast(a[from + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = broadcast(a[from + 2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = broadcast(a[from + 3]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
            x = broadcast(a[from + 4]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            s42 = x.fma(b2, s42);
            s43 = x.fma(b3, s43);
            at += bRow;
            from += aColumn;
        }
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s02.intoArray(c, cFrom + 2 * LANES);
        s03.intoArray(c, cFrom + last);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + 2 * LANES);
        s13.intoArray(c, c1 + last);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + 2 * LANES);
        s23.intoArray(c, c2 + last);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s32.intoArray(c, c3 + 2 * LANES);
        s33.intoArray(c, c3 + last);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s42.intoArray(c, c4 + 2 * LANES);
        s43.intoArray(c, c4 + last);
    }

    static void fiveByThree(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s01 = load(start, sFrom + LANES);
        DoubleVector s02 = load(start, sFrom + last);
        DoubleVector s10 = load(start, s1);
        DoubleVector s11 = load(start, s1 + LANES);
        DoubleVector s12 = load(start, s1 + last);
        DoubleVector s20 = load(start, s2);
        DoubleVector s21 = load(start, s2 + LANES);
        DoubleVector s22 = load(start, s2 + last);
        DoubleVector s30 = load(start, s3);
        DoubleVector s31 = load(start, s3 + LANES);
        DoubleVector s32 = load(start, s3 + last);
        DoubleVector s40 = load(start, s4);
        DoubleVector s41 = load(start, s4 + LANES);
        DoubleVector s42 = load(start, s4 + last);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + last);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            x = broadcast(a[from + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            x = broadcast(a[from + 2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            x = broadcast(a[from + 3]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            x = broadcast(a[from + 4]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            s42 = x.fma(b2, s42);
            at += bRow;
            from += aColumn;
        }
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s02.intoArray(c, cFrom + last);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LANES);
        s12.intoArray(c, c1 + last);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LANES);
        s22.intoArray(c, c2 + last);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LANES);
        s32.intoArray(c, c3 + last);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LANES);
        s42.intoArray(c, c4 + last);
    }

    static void fiveByTwo(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s01 = load(start, sFrom + last);
        DoubleVector s10 = load(start, s1);
        DoubleVector s11 = load(start, s1 + last);
        DoubleVector s20 = load(start, s2);
        DoubleVector s21 = load(start, s2 + last);
        DoubleVector s30 = load(start, s3);
        DoubleVector s31 = load(start, s3 + last);
        DoubleVector s40 = load(start, s4);
        DoubleVector s41 = load(start, s4 + last);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + last);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = broadcast(a[from + 1]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = broadcast(a[from + 2]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = broadcast(a[from + 3]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            x = broadcast(a[from + 4]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            at += bRow;
            from += aColumn;
        }
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + last);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + last);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + last);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + last);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + last);
    }

    static void fiveByOne(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s10 = load(start, s1);
        DoubleVector s20 = load(start, s2);
        DoubleVector s30 = load(start, s3);
        DoubleVector s40 = load(start, s4);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            x = broadcast(a[from + 1]);
            s10 = x.fma(b0, s10);
            x = broadcast(a[from + 2]);
            s20 = x.fma(b0, s20);
            x = broadcast(a[from + 3]);
            s30 = x.fma(b0, s30);
            x = broadcast(a[from + 4]);
            s40 = x.fma(b0, s40);
            at += bRow;
            from += aColumn;
        }
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        s00.intoArray(c, cFrom);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
        s40.intoArray(c, c4);
    }

    static void oneByFour(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s01 = load(start, sFrom + LANES);
        DoubleVector s02 = load(start, sFrom + 2 * LANES);
        DoubleVector s03 = load(start, sFrom + last);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + 2 * LANES);
            DoubleVector b3 = load(b, at + last);
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
        s03.intoArray(c, cFrom + last);
    }

    static void oneByThree(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s01 = load(start, sFrom + LANES);
        DoubleVector s02 = load(start, sFrom + last);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + LANES);
            DoubleVector b2 = load(b, at + last);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + LANES);
        s02.intoArray(c, cFrom + last);
    }

    static void oneByTwo(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(start, sFrom);
        DoubleVector s01 = load(start, sFrom + last);
        int at = bFrom;
        int from = aFrom;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = load(b, at);
            DoubleVector b1 = load(b, at + last);
            DoubleVector x = broadcast(a[from]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            at += bRow;
            from += aColumn;
        }
        s00.intoArray(c, cFrom);
        s01.intoArray(c, cFrom + last);
    }

    static void oneByOne(int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom, int bRow,
            int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector s00 = load(start, sFrom);
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
