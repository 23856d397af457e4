package org.thalweg.compute;

/** Products of matrices, cut into the tiles of {@link VectorTile} and {@link VectorTurnedTile}. */
final class VectorProduct {
    private static final int LANES = VectorTile.LANES;
    /** Rows of a tile: enough sums to fill the pipeline even where it is two vectors wide. */
    private static final int ROWS = 5;
    /** Whether 20 sums fit into registers: there are 32 where a register holds 8 numbers, and 16 elsewhere. */
    private static final boolean WIDE = LANES == 8;
    /** As many k at a time as keep their part of b in 32 kB, the smallest first-level caches. */
    private static final int INNER = 1024 / LANES;

    private VectorProduct() {}

    static void product(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        if (columns < LANES) {
            ScalarMath.INSTANCE.product(rows, inner, columns, a, aFrom, aRow, aColumn, b, bFrom, bRow, start, sFrom,
                    sRow, c, cFrom, cRow);
            return;
        }
        int part = Math.min(INNER, inner);
        part(rows, part, columns, a, aFrom, aRow, aColumn, b, bFrom, bRow, start, sFrom, sRow, c, cFrom, cRow);
        for (int first = part; first < inner; first += part) {
            part(rows, Math.min(part, inner - first), columns, a, aFrom + first * aColumn, aRow, aColumn, b,
                    bFrom + first * bRow, bRow, c, cFrom, cRow, c, cFrom, cRow);
        }
    }

    /**
     * The last vector ends with the last column. Where it overlaps the one before, both are in one tile, which loads
     * everything before it stores anything: what they share comes out the same twice.
     */
    private static void part(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        for (int left = (columns + LANES - 1) / LANES, j = 0; left > 0;) {
            int width = width(left);
            left -= width;
            int last = left == 0 ? columns - LANES - j : (width - 1) * LANES;
            panel(width, rows, inner, a, aFrom, aRow, aColumn, b, bFrom + j, bRow, last, start, sFrom + j, sRow, c,
                    cFrom + j, cRow);
            j += width * LANES;
        }
    }

    /** Vectors of the next tile, of those that are left: the last tile is not one alone. */
    private static int width(int left) {
        if (WIDE) {
            return left == 5 || left == 6 || left == 3 ? 3 : Math.min(left, 4);
        }
        return 2 - left % 2;
    }

    private static void panel(int width, int rows, int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        if (aColumn == 1) {
            along(width, rows, inner, a, aFrom, aRow, b, bFrom, bRow, last, start, sFrom, sRow, c, cFrom, cRow);
        } else if (aRow == 1) {
            across(width, rows, inner, a, aFrom, aColumn, b, bFrom, bRow, last, start, sFrom, sRow, c, cFrom, cRow);
        } else {
            throw new IllegalArgumentException("neither rows nor columns of a are without gaps");
        }
    }

    private static void along(int width, int rows, int inner, double[] a, int aFrom, int aRow, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int whole = rows / ROWS * ROWS;
        for (int i = 0; i < whole; i += ROWS) {
            int at = aFrom + i * aRow;
            int by = sFrom + i * sRow;
            int to = cFrom + i * cRow;
            switch (width) {
                case 4 -> VectorTile.fiveByFour(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 3 -> VectorTile.fiveByThree(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 2 -> VectorTile.fiveByTwo(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                default -> VectorTile.fiveByOne(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
            }
        }
        for (int i = whole; i < rows; i++) {
            int at = aFrom + i * aRow;
            int by = sFrom + i * sRow;
            int to = cFrom + i * cRow;
            switch (width) {
                case 4 -> VectorTile.oneByFour(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 3 -> VectorTile.oneByThree(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 2 -> VectorTile.oneByTwo(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                default -> VectorTile.oneByOne(inner, a, at, aRow, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
            }
        }
    }

    private static void across(int width, int rows, int inner, double[] a, int aFrom, int aColumn, double[] b, int bFrom,
            int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        int whole = rows / ROWS * ROWS;
        for (int i = 0; i < whole; i += ROWS) {
            int at = aFrom + i;
            int by = sFrom + i * sRow;
            int to = cFrom + i * cRow;
            switch (width) {
                case 4 -> VectorTurnedTile.fiveByFour(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 3 -> VectorTurnedTile.fiveByThree(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 2 -> VectorTurnedTile.fiveByTwo(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                default -> VectorTurnedTile.fiveByOne(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
            }
        }
        for (int i = whole; i < rows; i++) {
            int at = aFrom + i;
            int by = sFrom + i * sRow;
            int to = cFrom + i * cRow;
            switch (width) {
                case 4 -> VectorTurnedTile.oneByFour(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 3 -> VectorTurnedTile.oneByThree(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                case 2 -> VectorTurnedTile.oneByTwo(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
                default -> VectorTurnedTile.oneByOne(inner, a, at, aColumn, b, bFrom, bRow, last, start, by, sRow,
                        c, to, cRow);
            }
        }
    }
}
