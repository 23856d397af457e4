package org.thalweg.compute;

/** Rows of numbers turned into columns, a few rows at a time. */
public final class Transposition {
    /** More would want more registers than there are. */
    private static final int BLOCK = 4;

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
            fourRows(columns, from, start + i * fromRow, fromRow, to, i, toRow);
        }
        for (int i = whole; i < rows; i++) {
            int at = start + i * fromRow;
            for (int j = 0; j < columns; j++) {
                to[j * toRow + i] = from[at + j];
            }
        }
    }

    /** Written out, so that the compiler checks no index of {@code from} within the loop. */
    private static void fourRows(
            int columns, double[] from, int start, int fromRow, double[] to, int toFrom, int toRow) {
        int second = start + fromRow;
        int third = second + fromRow;
        int fourth = third + fromRow;
        int target = toFrom;
        for (int j = 0; j < columns; j++) {
            to[target] = from[start + j];
            to[target + 1] = from[second + j];
            to[target + 2] = from[third + j];
            to[target + 3] = from[fourth + j];
            target += toRow;
        }
    }
}
