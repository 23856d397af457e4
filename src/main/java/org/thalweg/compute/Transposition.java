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
        for (int first = 0; first < rows; first += BLOCK) {
            int end = Math.min(rows, first + BLOCK);
            for (int j = 0; j < columns; j++) {
                int at = start + j;
                int target = j * toRow;
                for (int i = first; i < end; i++) {
                    to[target + i] = from[at + i * fromRow];
                }
            }
        }
    }
}
