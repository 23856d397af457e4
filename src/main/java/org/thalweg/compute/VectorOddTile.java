package org.thalweg.compute;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link VectorTile} that are five rows high and three or five vectors wide: fifty numbers are seven
 * vectors, and five and two of them ask for fewer instructions than four and three.
 */
final class VectorOddTile implements VectorTiles.Tile {
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
            if (width == 5) {
                fiveByFive(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else {
                fiveByThree(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            }
        }
    }

    private static void fiveByFive(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + 2 * LANES);
        DoubleVector v03 = DoubleVector.fromArray(DOUBLES, start, sFrom + 3 * LANES);
        DoubleVector v04 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v11 = DoubleVector.fromArray(DOUBLES, start, s1 + LANES);
        DoubleVector v12 = DoubleVector.fromArray(DOUBLES, start, s1 + 2 * LANES);
        DoubleVector v13 = DoubleVector.fromArray(DOUBLES, start, s1 + 3 * LANES);
        DoubleVector v14 = DoubleVector.fromArray(DOUBLES, start, s1 + last);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v21 = DoubleVector.fromArray(DOUBLES, start, s2 + LANES);
        DoubleVector v22 = DoubleVector.fromArray(DOUBLES, start, s2 + 2 * LANES);
        DoubleVector v23 = DoubleVector.fromArray(DOUBLES, start, s2 + 3 * LANES);
        DoubleVector v24 = DoubleVector.fromArray(DOUBLES, start, s2 + last);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v31 = DoubleVector.fromArray(DOUBLES, start, s3 + LANES);
        DoubleVector v32 = DoubleVector.fromArray(DOUBLES, start, s3 + 2 * LANES);
        DoubleVector v33 = DoubleVector.fromArray(DOUBLES, start, s3 + 3 * LANES);
        DoubleVector v34 = DoubleVector.fromArray(DOUBLES, start, s3 + last);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        DoubleVector v41 = DoubleVector.fromArray(DOUBLES, start, s4 + LANES);
        DoubleVector v42 = DoubleVector.fromArray(DOUBLES, start, s4 + 2 * LANES);
        DoubleVector v43 = DoubleVector.fromArray(DOUBLES, start, s4 + 3 * LANES);
        DoubleVector v44 = DoubleVector.fromArray(DOUBLES, start, s4 + last);
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
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            v12 = x.fma(b2, v12);
            v13 = x.fma(b3, v13);
            v14 = x.fma(b4, v14);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            v22 = x.fma(b2, v22);
            v23 = x.fma(b3, v23);
            v24 = x.fma(b4, v24);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            v32 = x.fma(b2, v32);
            v33 = x.fma(b3, v33);
            v34 = x.fma(b4, v34);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            v42 = x.fma(b2, v42);
            v43 = x.fma(b3, v43);
            v44 = x.fma(b4, v44);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + LANES);
        v02.intoArray(c, cFrom + 2 * LANES);
        v03.intoArray(c, cFrom + 3 * LANES);
        v04.intoArray(c, cFrom + last);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + LANES);
        v12.intoArray(c, c1 + 2 * LANES);
        v13.intoArray(c, c1 + 3 * LANES);
        v14.intoArray(c, c1 + last);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + LANES);
        v22.intoArray(c, c2 + 2 * LANES);
        v23.intoArray(c, c2 + 3 * LANES);
        v24.intoArray(c, c2 + last);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + LANES);
        v32.intoArray(c, c3 + 2 * LANES);
        v33.intoArray(c, c3 + 3 * LANES);
        v34.intoArray(c, c3 + last);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + LANES);
        v42.intoArray(c, c4 + 2 * LANES);
        v43.intoArray(c, c4 + 3 * LANES);
        v44.intoArray(c, c4 + last);
    }

    private static void fiveByThree(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v11 = DoubleVector.fromArray(DOUBLES, start, s1 + LANES);
        DoubleVector v12 = DoubleVector.fromArray(DOUBLES, start, s1 + last);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v21 = DoubleVector.fromArray(DOUBLES, start, s2 + LANES);
        DoubleVector v22 = DoubleVector.fromArray(DOUBLES, start, s2 + last);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v31 = DoubleVector.fromArray(DOUBLES, start, s3 + LANES);
        DoubleVector v32 = DoubleVector.fromArray(DOUBLES, start, s3 + last);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        DoubleVector v41 = DoubleVector.fromArray(DOUBLES, start, s4 + LANES);
        DoubleVector v42 = DoubleVector.fromArray(DOUBLES, start, s4 + last);
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
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            v12 = x.fma(b2, v12);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            v22 = x.fma(b2, v22);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            v32 = x.fma(b2, v32);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            v42 = x.fma(b2, v42);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + LANES);
        v02.intoArray(c, cFrom + last);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + LANES);
        v12.intoArray(c, c1 + last);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + LANES);
        v22.intoArray(c, c2 + last);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + LANES);
        v32.intoArray(c, c3 + last);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + LANES);
        v42.intoArray(c, c4 + last);
    }
}
