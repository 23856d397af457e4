package org.thalweg.fokkerplanck.linear;

import static org.thalweg.fokkerplanck.linear.BlockElimination.CHUNK;
import static org.thalweg.fokkerplanck.linear.BlockElimination.PANEL;
import static org.thalweg.fokkerplanck.linear.BlockElimination.RANK;

import java.util.Arrays;

/**
 * What {@link BlockElimination} does behind a panel, for some columns at a time. No column asks for another one, and
 * each is computed by the same operations in the same order whichever it is done together with, so pieces of a matrix
 * may be the work of different threads. Owns scratch memory: one for each thread.
 */
final class PanelUpdate {
    /** The panel's columns of U beside a chunk, {@code upper[k][r * CHUNK + j]}: row r of its k-th group. */
    private final double[][] upper = new double[PANEL / RANK][RANK * CHUNK];
    /** The panel's rows over a chunk. */
    private final double[][] work = new double[PANEL][CHUNK];
    private final double[] factors = new double[PANEL];
    private final double[] tile = new double[CHUNK];

    /**
     * What a panel does to columns behind it.
     *
     * @param rows modified in these columns, from row {@code first} down; see {@link BlockElimination#eliminate}
     * @param first the panel's first pivot
     * @param last behind the panel's last pivot
     * @param size of the matrix
     * @param from the first of the columns
     * @param count how many, {@link BlockElimination#CHUNK} at most
     */
    void columns(double[][] rows, int first, int last, int size, int from, int count) {
        int pivots = last - first;
        for (int p = 0; p < pivots; p++) {
            double[] row = rows[first + p];
            System.arraycopy(row, from, work[p], 0, count);
            int group = p / RANK;
            System.arraycopy(row, first, factors, 0, p);
            for (int k = 0; k < group; k++) {
                BlockElimination.add(work[p], upper[k], factors, k * RANK, count);
            }
            for (int q = group * RANK; q < p; q++) {
                BlockElimination.addMultiple(work[p], work[q], factors[q], 0, count);
            }
            System.arraycopy(work[p], 0, upper[group], p % RANK * CHUNK, count);
            System.arraycopy(work[p], 0, row, from, count);
        }
        int groups = (pivots + RANK - 1) / RANK;
        for (int r = pivots; r < groups * RANK; r++) {
            Arrays.fill(upper[groups - 1], r % RANK * CHUNK, r % RANK * CHUNK + count, 0.0);
        }
        Arrays.fill(factors, pivots, PANEL, 0.0);
        for (int i = last; i <= size; i++) {
            double[] row = rows[i];
            System.arraycopy(row, first, factors, 0, pivots);
            boolean loaded = false;
            for (int k = 0; k < groups; k++) {
                if (BlockElimination.anyPositive(factors, k * RANK)) {
                    if (!loaded) {
                        System.arraycopy(row, from, tile, 0, count);
                        loaded = true;
                    }
                    BlockElimination.add(tile, upper[k], factors, k * RANK, count);
                }
            }
            if (loaded) {
                System.arraycopy(tile, 0, row, from, count);
            }
        }
    }
}
