package org.thalweg.compute;

/** Products of matrices, cut into the tiles of {@link VectorTiles}. */
final class VectorProduct {
    private static final int LANES = VectorMath.LANES;
    /** Rows of a tile: enough sums to fill the pipeline even where it is two vectors wide. */
    private static final int ROWS = 5;
    /** Whether 25 sums fit into registers: there are 32 where a register holds 8 numbers, and 16 elsewhere. */
    private static final boolean WIDE = LANES == 8;
    /** Rows of tiles of so many vectors. */
    private static final int[][] HEIGHTS = {{}, {ROWS, 1}, WIDE ? new int[] {10, ROWS, 1} : new int[] {ROWS, 1},
            {ROWS, 1}, {6, ROWS, 1}, {ROWS, 1}};
    /** As many k at a time as keep their part of b in 32 kB, the smallest first-level caches. */
    private static final int INNER = 1024 / LANES;

    private VectorProduct() {}

    static void product(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        if (aColumn != 1 && aRow != 1) {
            throw new IllegalArgumentException("neither rows nor columns of a are without gaps");
        }
        // Tiles take at least one k, so that their sums are those of the last one when they are stored.
        if (columns < LANES || inner == 0) {
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

    /** Vectors of the next tile, of those that are left: the last tile is not one alone. Seven are five and two. */
    private static int width(int left) {
        if (WIDE) {
            return left == 5 || left == 7 ? 5 : left == 6 || left == 3 ? 3 : Math.min(left, 4);
        }
        return 2 - left % 2;
    }

    private static void panel(int width, int rows, int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        VectorTiles tiles = VectorTiles.of(aRow);
        int at = 0;
        for (int height : HEIGHTS[width]) {
            int count = count(height, rows - at);
            if (count > 0) {
                tiles.of(height, width).run(count, height, width, inner, a, aFrom + at * aRow, aRow, aColumn, b, bFrom,
                        bRow, last, start, sFrom + at * sRow, sRow, c, cFrom + at * cRow, cRow);
            }
            at += count * height;
        }
    }

    /**
     * How many tiles of so many rows. Of six as many as leave the fewest rows over from {@link #ROWS}, none where none
     * are: each tile is some tenths of a second of the compiler.
     */
    private static int count(int height, int rows) {
        int most = rows / height;
        int best = height == ROWS + 1 && rows % ROWS == 0 ? 0 : most;
        for (int fewer = best - 1; height > ROWS && fewer >= 0 && (rows - best * height) % ROWS > 0; fewer--) {
            best = (rows - fewer * height) % ROWS < (rows - best * height) % ROWS ? fewer : best;
        }
        return best;
    }
}
