package org.thalweg.compute;

/** Products of matrices, cut into the tiles of {@link VectorTiles}. */
final class VectorProduct {
    private static final int LANES = VectorMath.LANES;
    /** Rows of a tile: enough sums to fill the pipeline even where it is two vectors wide. */
    private static final int ROWS = 5;
    /** Whether 25 sums fit into registers: there are 32 where a register holds 8 numbers, and 16 elsewhere. */
    private static final boolean WIDE = LANES == 8;
    private static final int SIX = ROWS + 1;
    private static final int TEN = 2 * ROWS;
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
            return left == 5 || left == 7 ? 5 : Math.min(left, 4);
        }
        return 2 - left % 2;
    }

    /** Tiles below each other, the highest first. */
    private static void panel(int width, int rows, int inner, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, int last, double[] start, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        VectorTiles tiles = VectorTiles.of(aRow);
        int high = WIDE && width == 2 ? TEN : width == 4 ? SIX : ROWS;
        int highs = high == TEN ? rows / TEN : high == SIX ? sixes(rows) : 0;
        int fives = (rows - highs * high) / ROWS;
        int ones = rows - highs * high - fives * ROWS;
        if (highs > 0) {
            tiles.of(high, width).run(highs, high, width, inner, a, aFrom, aRow, aColumn, b, bFrom, bRow, last, start,
                    sFrom, sRow, c, cFrom, cRow);
        }
        if (fives > 0) {
            int at = highs * high;
            tiles.of(ROWS, width).run(fives, ROWS, width, inner, a, aFrom + at * aRow, aRow, aColumn, b, bFrom, bRow,
                    last, start, sFrom + at * sRow, sRow, c, cFrom + at * cRow, cRow);
        }
        if (ones > 0) {
            int at = rows - ones;
            tiles.of(1, width).run(ones, 1, width, inner, a, aFrom + at * aRow, aRow, aColumn, b, bFrom, bRow,
                    last, start, sFrom + at * sRow, sRow, c, cFrom + at * cRow, cRow);
        }
    }

    /**
     * Tiles of six rows: as many as leave the fewest rows over from {@link #ROWS}, none where none are, since each kind
     * of tile is some tenths of a second of the compiler.
     */
    private static int sixes(int rows) {
        int over = rows % ROWS;
        int most = rows / SIX;
        // Each six takes one of those that are over; what is more than that comes in fives of six.
        return over > most || over == 0 ? Math.min(over, most) : over + (most - over) / ROWS * ROWS;
    }
}
