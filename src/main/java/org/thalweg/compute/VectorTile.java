package org.thalweg.compute;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a product of matrices, named rows by vectors: sums stay in registers while k runs, each element of b is
 * loaded once for all rows, each of a once for all vectors. The last vector begins {@code last} after the first.
 *
 * <p>Written out, because vectors in arrays become objects, and with nothing of ours between a tile and the operations
 * of a vector: the compiler inlines those whatever the size of a method, but ours only up to a size, beyond which each
 * call makes its vector an object.
 */
final class VectorTile implements VectorTiles.Tile {
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
            if (rows == 6) {
                sixByFour(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            } else {
                fiveByFour(inner, a, at, aRow, aColumn, b, bFrom, bRow, last, start, by, sRow, c, to, cRow);
            }
        }
    }

    private static void sixByFour(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        int s5 = s4 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + 2 * LANES);
        DoubleVector v03 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v11 = DoubleVector.fromArray(DOUBLES, start, s1 + LANES);
        DoubleVector v12 = DoubleVector.fromArray(DOUBLES, start, s1 + 2 * LANES);
        DoubleVector v13 = DoubleVector.fromArray(DOUBLES, start, s1 + last);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v21 = DoubleVector.fromArray(DOUBLES, start, s2 + LANES);
        DoubleVector v22 = DoubleVector.fromArray(DOUBLES, start, s2 + 2 * LANES);
        DoubleVector v23 = DoubleVector.fromArray(DOUBLES, start, s2 + last);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v31 = DoubleVector.fromArray(DOUBLES, start, s3 + LANES);
        DoubleVector v32 = DoubleVector.fromArray(DOUBLES, start, s3 + 2 * LANES);
        DoubleVector v33 = DoubleVector.fromArray(DOUBLES, start, s3 + last);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        DoubleVector v41 = DoubleVector.fromArray(DOUBLES, start, s4 + LANES);
        DoubleVector v42 = DoubleVector.fromArray(DOUBLES, start, s4 + 2 * LANES);
        DoubleVector v43 = DoubleVector.fromArray(DOUBLES, start, s4 + last);
        DoubleVector v50 = DoubleVector.fromArray(DOUBLES, start, s5);
        DoubleVector v51 = DoubleVector.fromArray(DOUBLES, start, s5 + LANES);
        DoubleVector v52 = DoubleVector.fromArray(DOUBLES, start, s5 + 2 * LANES);
        DoubleVector v53 = DoubleVector.fromArray(DOUBLES, start, s5 + last);
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
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            v12 = x.fma(b2, v12);
            v13 = x.fma(b3, v13);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            v22 = x.fma(b2, v22);
            v23 = x.fma(b3, v23);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            v32 = x.fma(b2, v32);
            v33 = x.fma(b3, v33);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            v42 = x.fma(b2, v42);
            v43 = x.fma(b3, v43);
            x = DoubleVector.broadcast(DOUBLES, a[from + 5 * row]);
            v50 = x.fma(b0, v50);
            v51 = x.fma(b1, v51);
            v52 = x.fma(b2, v52);
            v53 = x.fma(b3, v53);
            from += aColumn;
            at += bRow;
            k++;
        } while (k < inner);
        int c1 = cFrom + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        int c4 = c3 + cRow;
        int c5 = c4 + cRow;
        v00.intoArray(c, cFrom);
        v01.intoArray(c, cFrom + LANES);
        v02.intoArray(c, cFrom + 2 * LANES);
        v03.intoArray(c, cFrom + last);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + LANES);
        v12.intoArray(c, c1 + 2 * LANES);
        v13.intoArray(c, c1 + last);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + LANES);
        v22.intoArray(c, c2 + 2 * LANES);
        v23.intoArray(c, c2 + last);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + LANES);
        v32.intoArray(c, c3 + 2 * LANES);
        v33.intoArray(c, c3 + last);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + LANES);
        v42.intoArray(c, c4 + 2 * LANES);
        v43.intoArray(c, c4 + last);
        v50.intoArray(c, c5);
        v51.intoArray(c, c5 + LANES);
        v52.intoArray(c, c5 + 2 * LANES);
        v53.intoArray(c, c5 + last);
    }

    private static void fiveByFour(int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int row = ROW == 0 ? aRow : ROW;
        int s1 = sFrom + sRow;
        int s2 = s1 + sRow;
        int s3 = s2 + sRow;
        int s4 = s3 + sRow;
        DoubleVector v00 = DoubleVector.fromArray(DOUBLES, start, sFrom);
        DoubleVector v01 = DoubleVector.fromArray(DOUBLES, start, sFrom + LANES);
        DoubleVector v02 = DoubleVector.fromArray(DOUBLES, start, sFrom + 2 * LANES);
        DoubleVector v03 = DoubleVector.fromArray(DOUBLES, start, sFrom + last);
        DoubleVector v10 = DoubleVector.fromArray(DOUBLES, start, s1);
        DoubleVector v11 = DoubleVector.fromArray(DOUBLES, start, s1 + LANES);
        DoubleVector v12 = DoubleVector.fromArray(DOUBLES, start, s1 + 2 * LANES);
        DoubleVector v13 = DoubleVector.fromArray(DOUBLES, start, s1 + last);
        DoubleVector v20 = DoubleVector.fromArray(DOUBLES, start, s2);
        DoubleVector v21 = DoubleVector.fromArray(DOUBLES, start, s2 + LANES);
        DoubleVector v22 = DoubleVector.fromArray(DOUBLES, start, s2 + 2 * LANES);
        DoubleVector v23 = DoubleVector.fromArray(DOUBLES, start, s2 + last);
        DoubleVector v30 = DoubleVector.fromArray(DOUBLES, start, s3);
        DoubleVector v31 = DoubleVector.fromArray(DOUBLES, start, s3 + LANES);
        DoubleVector v32 = DoubleVector.fromArray(DOUBLES, start, s3 + 2 * LANES);
        DoubleVector v33 = DoubleVector.fromArray(DOUBLES, start, s3 + last);
        DoubleVector v40 = DoubleVector.fromArray(DOUBLES, start, s4);
        DoubleVector v41 = DoubleVector.fromArray(DOUBLES, start, s4 + LANES);
        DoubleVector v42 = DoubleVector.fromArray(DOUBLES, start, s4 + 2 * LANES);
        DoubleVector v43 = DoubleVector.fromArray(DOUBLES, start, s4 + last);
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
            x = DoubleVector.broadcast(DOUBLES, a[from + row]);
            v10 = x.fma(b0, v10);
            v11 = x.fma(b1, v11);
            v12 = x.fma(b2, v12);
            v13 = x.fma(b3, v13);
            x = DoubleVector.broadcast(DOUBLES, a[from + 2 * row]);
            v20 = x.fma(b0, v20);
            v21 = x.fma(b1, v21);
            v22 = x.fma(b2, v22);
            v23 = x.fma(b3, v23);
            x = DoubleVector.broadcast(DOUBLES, a[from + 3 * row]);
            v30 = x.fma(b0, v30);
            v31 = x.fma(b1, v31);
            v32 = x.fma(b2, v32);
            v33 = x.fma(b3, v33);
            x = DoubleVector.broadcast(DOUBLES, a[from + 4 * row]);
            v40 = x.fma(b0, v40);
            v41 = x.fma(b1, v41);
            v42 = x.fma(b2, v42);
            v43 = x.fma(b3, v43);
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
        v03.intoArray(c, cFrom + last);
        v10.intoArray(c, c1);
        v11.intoArray(c, c1 + LANES);
        v12.intoArray(c, c1 + 2 * LANES);
        v13.intoArray(c, c1 + last);
        v20.intoArray(c, c2);
        v21.intoArray(c, c2 + LANES);
        v22.intoArray(c, c2 + 2 * LANES);
        v23.intoArray(c, c2 + last);
        v30.intoArray(c, c3);
        v31.intoArray(c, c3 + LANES);
        v32.intoArray(c, c3 + 2 * LANES);
        v33.intoArray(c, c3 + last);
        v40.intoArray(c, c4);
        v41.intoArray(c, c4 + LANES);
        v42.intoArray(c, c4 + 2 * LANES);
        v43.intoArray(c, c4 + last);
    }
}
