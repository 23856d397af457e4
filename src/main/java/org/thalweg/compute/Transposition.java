package org.thalweg.compute;

/** Rows of numbers turned into columns, in blocks of a few cache lines. */
public final class Transposition {
    private static final int BLOCK = 8;

    private Transposition() {}

    /**
     * {@code to[j][i] = from[i][j]}.
     *
     * @param from element (i, j) is at {@code start + i fromRow + j}; not modified
     * @param to element (j, i) is at {@code j toRow + i}; modified
     */
    public static void transpose(int rows, int columns, double[] from, int start, int fromRow, double[] to, int toRow) {
        int whole = rows / BLOCK * BLOCK;
        for (int i = 0; i < whole; i += BLOCK) {
            eightRows(columns, from, start + i * fromRow, fromRow, to, i, toRow);
        }
        for (int i = whole; i < rows; i++) {
            int at = start + i * fromRow;
            for (int j = 0; j < columns; j++) {
                to[j * toRow + i] = from[at + j];
            }
        }
    }

    /** Written out, so that a line of the result is complete before the next is begun. */
    private static void eightRows(
            int columns, double[] from, int start, int fromRow, double[] to, int toFrom, int toRow) {
        int two = 2 * fromRow;
        int four = 4 * fromRow;
        int six = 6 * fromRow;
        for (int j = 0; j < columns; j++) {
            int at = start + j;
            int target = toFrom + j * toRow;
            to[target] = from[at];
            to[target + 1] = from[at + fromRow];
            to[target + 2] = from[at + two];
            to[target + 3] = from[at + two + fromRow];
            to[target + 4] = from[at + four];
            to[target + 5] = from[at + four + fromRow];
            to[target + 6] = from[at + six];
            to[target + 7] = from[at + six + fromRow];
        }
    }
}
