package org.thalweg.compute;

/** Products of matrices, cut into the tiles of {@link VectorTile}. */
final class VectorProduct {
    private static final int LANES = VectorTile.LANES;
    /** Rows of a tile: enough sums to fill the pipeline even where it is two vectors wide. */
    private static final int ROWS = 5;
    /** Whether 20 sums fit into registers: there are 32 where a register holds 8 numbers, and 16 elsewhere. */
    private static final boolean WIDE = LANES == 8;
    /** As many k at a time as keep their part of b in 32 kB, the smallest first-level caches. */
    private static final int INNER = 1024 / LANES;

    private VectorProduct() {}

    static void add(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] c, int cFrom, int cRow) {
        for (int first = 0; first < inner; first += INNER) {
            int part = Math.min(INNER, inner - first);
            int aHere = aFrom + first * aColumn;
            int bHere = bFrom + first * bRow;
            for (int j = 0; j < columns;) {
                int width = width((columns - j) / LANES);
                panel(width, rows, part, a, aHere, aRow, aColumn, b, bHere + j, bRow, c, cFrom + j, cRow);
                j += width * LANES;
            }
        }
    }

    /** Vectors of the next tile, of those that are left: 7 are 4 and 3. */
    private static int width(int left) {
        if (WIDE) {
            return left == 6 || left == 3 ? 3 : Math.min(left, 4);
        }
        return Math.min(left, 2);
    }

    private static void panel(int width, int rows, int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] c, int cFrom, int cRow) {
        int whole = rows / ROWS * ROWS;
        for (int i = 0; i < whole; i += ROWS) {
            int at = aFrom + i * aRow;
            int to = cFrom + i * cRow;
            switch (width) {
                case 4 -> VectorTile.fiveByFour(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
                case 3 -> VectorTile.fiveByThree(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
                case 2 -> VectorTile.fiveByTwo(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
                default -> VectorTile.fiveByOne(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
            }
        }
        for (int i = whole; i < rows; i++) {
            int at = aFrom + i * aRow;
            int to = cFrom + i * cRow;
            switch (width) {
                case 4 -> VectorTile.oneByFour(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
                case 3 -> {
                    VectorTile.oneByTwo(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
                    int right = 2 * LANES;
                    VectorTile.oneByOne(inner, a, at, aRow, aColumn, b, bFrom + right, bRow, c, to + right, cRow);
                }
                case 2 -> VectorTile.oneByTwo(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
                default -> VectorTile.oneByOne(inner, a, at, aRow, aColumn, b, bFrom, bRow, c, to, cRow);
            }
        }
    }
}
