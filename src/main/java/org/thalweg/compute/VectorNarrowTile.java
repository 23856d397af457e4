package org.thalweg.compute;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorTile} that are one or two vectors wide, or one row high.
 */
final class VectorNarrowTile implements VectorTiles.Tile {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();
    /** From a row of a to the next one, where this copy of the class is for one distance alone; else 0. */
    private static final int ROW = VectorTiles.row(MethodHandles.lookup());

    @Override
    public void run(int count, int rows, int width, int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        for (int i = 0; i < count; i++) {
            int at = aFrom + i * rows * aRow;
            int by = sFrom + i * rows * sRow;
            int to = cFrom + i * rows * cRow;
            if (rows == 10 && width == 2) {
                tenByTwo(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else if (rows == 5 && width == 2) {
                fiveByTwo(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else if (rows == 5 && width == 1) {
                fiveByOne(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else if (width == 5) {
                oneByFive(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else if (rows == 1 && width == 4) {
                oneByFour(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else if (rows == 1 && width == 3) {
                oneByThree(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else if (rows == 1 && width == 2) {
                oneByTwo(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else {
                oneByOne(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            }
        }
    }

    private static void tenByTwo(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        int s5 = s4 + sRow;
        int s6 = s5 + sRow;
        int s7 = s6 + sRow;
        int s8 = s7 + sRow;
        int s9 = s8 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v11 = DoubleVector.fromArray(DOUBLES, start, s1 + last);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v21 = DoubleVector.fromArray(DOUBLES, start, s2 + last);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v31 = DoubleVector.fromArray(DOUBLES, start, s3 + last);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        DoubleVector v41 = DoubleVector.fromArray(DOUBLES, start, s4 + last);
        DoubleVector v50 = DoubleVector.fromArray(DOUBLES, start, s5);
        DoubleVector v51 = DoubleVector.fromArray(DOUBLES, start, s5 + last);
        DoubleVector v60 = DoubleVector.fromArray(DOUBLES, start, s6);
        DoubleVector v61 = DoubleVector.fromArray(DOUBLES, start, s6 + last);
        DoubleVector v70 = DoubleVector.fromArray(DOUBLES, start, s7);
        DoubleVector v71 = DoubleVector.fromArray(DOUBLES, start, s7 + last);
        DoubleVector v80 = DoubleVector.fromArray(DOUBLES, start, s8);
        DoubleVector v81 = DoubleVector.fromArray(DOUBLES, start, s8 + last);
        DoubleVector v90 = DoubleVector.fromArray(DOUBLES, start, s9);
        DoubleVector v91 = DoubleVector.fromArray(DOUBLES, start, s9 + last);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + last);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            x = DoubleVector.broadcast(DOUBLES, a[from + 5 * row]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
            x = DoubleVector.broadcast(DOUBLES, a[from + 6 * row]);
            v60 = x.fma(b0, v60);
            v61 = x.fma(b1, v61);
            x = DoubleVector.broadcast(DOUBLES, a[from + 7 * row]);
            v70 = x.fma(b0, v70);
            v71 = x.fma(b1, v71);
            x = DoubleVector.broadcast(DOUBLES, a[from + 8 * row]);
            v80 = x.fma(b0, v80);
            v81 = x.fma(b1, v81);
            x = DoubleVector.broadcast(DOUBLES, a[from + 9 * row]);
            v90 = x.fma(b0, v90);
            v91 = x.fma(b1, v91);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        int c6 = c5 + cRow;
        int c7 = c6 + cRow;
        int c8 = c7 + cRow;
        int c9 = c8 + cRow;
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + last);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + last);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + last);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + last);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + last);
        v50.intoArray(c, c5);
        v51.intoArray(c, c5 + last);
        v60.intoArray(c, c6);
        v61.intoArray(c, c6 + last);
        v70.intoArray(c, c7);
        v71.intoArray(c, c7 + last);
        v80.intoArray(c, c8);
        v81.intoArray(c, c8 + last);
        v90.intoArray(c, c9);
        v91.intoArray(c, c9 + last);
    }

    private static void fiveByTwo(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v11 = DoubleVector.fromArray(DOUBLES, start, s1 + last);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v21 = DoubleVector.fromArray(DOUBLES, start, s2 + last);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v31 = DoubleVector.fromArray(DOUBLES, start, s3 + last);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        DoubleVector v41 = DoubleVector.fromArray(DOUBLES, start, s4 + last);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + last);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + last);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + last);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + last);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + last);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + last);
    }

    private static void fiveByOne(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        v00.intoArray(c, cFrom);
        v10.intoArray(c, c1);
        v20.intoArray(c, c2);
        v30.intoArray(c, c3);
        v40.intoArray(c, c4);
    }

    private static void oneByFive(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + 2 * LANES);
        DoubleVector v03 = DoubleVector.fromArray(DOUBLES, start, sFrom + 3 * LANES);
        DoubleVector v04 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + LANES);
            DoubleVector b2 = DoubleVector.fromArray(DOUBLES, b, at + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(DOUBLES, b, at + 3 * LANES);
            DoubleVector b4 = DoubleVector.fromArray(DOUBLES, b, at + last);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            v02 = x.fma(b2, v02);
            v03 = x.fma(b3, v03);
            v04 = x.fma(b4, v04);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + LANES);
        v02.intoArray(c, cFrom + 2 * LANES);
        v03.intoArray(c, cFrom + 3 * LANES);
        v04.intoArray(c, cFrom + last);
    }

    private static void oneByFour(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + 2 * LANES);
        DoubleVector v03 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + LANES);
            DoubleVector b2 = DoubleVector.fromArray(DOUBLES, b, at + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(DOUBLES, b, at + last);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            v02 = x.fma(b2, v02);
            v03 = x.fma(b3, v03);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + LANES);
        v02.intoArray(c, cFrom + 2 * LANES);
        v03.intoArray(c, cFrom + last);
    }

    private static void oneByThree(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + LANES);
            DoubleVector b2 = DoubleVector.fromArray(DOUBLES, b, at + last);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            v02 = x.fma(b2, v02);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + LANES);
        v02.intoArray(c, cFrom + last);
    }

    private static void oneByTwo(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, at + last);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            v01 = x.fma(b1, v01);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + last);
    }

    private static void oneByOne(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        int from = aFrom;
        int at = bFrom;
        int k = 0;
        do {
            DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, at);
            DoubleVector x = DoubleVector.broadcast(DOUBLES, a[from]);
            v00 = x.fma(b0, v00);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        v00.intoArray(c, cFrom);
    }
}
