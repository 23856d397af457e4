package org.thalweg.fokkerplanck;

import java.util.Arrays;

/**
 * Eliminates the first rows of a dense matrix of rates, in blocks that stay in the caches. Owns scratch memory: one for
 * each thread.
 *
 * <p>The matrix has one more row than columns: what is killed. Its diagonal is not read; a pivot is minus the sum of
 * the rest of its column. Afterwards the rows hold U, minus the sum on the diagonal, and below the diagonal the factors
 * F = -L, the shares of what leaves a column's cell that go to a row's. All numbers but the diagonal are non-negative,
 * and nothing is subtracted.
 *
 * <p>Three sizes: {@link #PANEL} pivots for each pass over the rest of the matrix, {@link #RANK} of them in the inner
 * loop, on {@link #CHUNK} contiguous numbers. The inner loop has the one form that the just-in-time compiler was found
 * to turn into vector instructions on both JDK 17 and 25: one array updated, one array read at constant strides, no
 * other offsets, and no more of them, since longer bodies are not unrolled.
 */
final class BlockElimination {
    private static final int RANK = 4;
    private static final int PANEL = 12 * RANK;
    private static final int CHUNK = 256;

    /** The panel's columns of U beside a chunk, {@code upper[k][r * CHUNK + j]}: row r of its k-th group. */
    private final double[][] upper = new double[PANEL / RANK][RANK * CHUNK];
    /** The panel's rows over a chunk. */
    private final double[][] work = new double[PANEL][CHUNK];
    private final double[] factors = new double[PANEL];
    private final double[] tile = new double[CHUNK];
    /** The factors below each group, {@code lower[chunk][k][r * CHUNK + i]}: of row i of the chunk. */
    private double[][][] lower = new double[0][][];
    /** The columns of the group in hand, {@code columns[chunk][r]}. */
    private double[][][] columns = new double[0][][];

    private double[][] rows;
    private int size;
    private int first;
    private int last;

    /**
     * Eliminates.
     *
     * @param matrix modified: {@code count + 1} rows of {@code count} numbers; what is beyond them is left alone
     * @param count the number of columns
     * @param own the number of rows eliminated
     * @return the first row whose pivot is zero or not finite, or -1
     */
    int eliminate(double[][] matrix, int count, int own) {
        rows = matrix;
        size = count;
        reserve((size + CHUNK) / CHUNK);
        for (first = 0; first < own; first += PANEL) {
            last = Math.min(own, first + PANEL);
            for (int group = first; group < last; group += RANK) {
                int singular = eliminateGroup(group, Math.min(last, group + RANK));
                if (singular >= 0) {
                    return singular;
                }
            }
            for (int from = last; from < size; from += CHUNK) {
                updateColumns(from, Math.min(CHUNK, size - from));
            }
        }
        return -1;
    }

    private void reserve(int chunks) {
        int before = lower.length;
        if (chunks > before) {
            lower = Arrays.copyOf(lower, chunks);
            columns = Arrays.copyOf(columns, chunks);
            for (int c = before; c < chunks; c++) {
                lower[c] = new double[PANEL / RANK][RANK * CHUNK];
                columns[c] = new double[RANK][CHUNK];
            }
        }
    }

    /** Columns [from, to) from row {@code first} down: first what the groups before do to them, then each other. */
    private int eliminateGroup(int from, int to) {
        int width = to - from;
        int group = (from - first) / RANK;
        for (int i = first; i <= size; i++) {
            double[][] chunk = columns[(i - first) / CHUNK];
            int at = (i - first) % CHUNK;
            for (int r = 0; r < width; r++) {
                chunk[r][at] = rows[i][from + r];
            }
        }
        for (int r = 0; r < width; r++) {
            for (int k = 0; k < group; k++) {
                // The first chunk begins with the panel's own rows, and is longer than a panel.
                solveInGroup(columns[0][r], k * RANK);
                System.arraycopy(columns[0][r], k * RANK, factors, 0, RANK);
                if (anyPositive(factors, 0)) {
                    for (int start = first, c = 0; start <= size; start += CHUNK, c++) {
                        add(columns[c][r], lower[c][k], factors, 0, Math.min(CHUNK, size + 1 - start));
                    }
                }
            }
        }
        for (int r = 0; r < width; r++) {
            if (!eliminateColumn(from - first, r, width)) {
                return from + r;
            }
        }
        store(from, to, group);
        return -1;
    }

    /** Completes the rows of U of one column in a group from the factors of the group. */
    private void solveInGroup(double[] column, int group) {
        for (int p = 1; p < RANK; p++) {
            double[] row = rows[first + group + p];
            double sum = column[group + p];
            for (int k = 0; k < p; k++) {
                sum += row[first + group + k] * column[group + k];
            }
            column[group + p] = sum;
        }
    }

    private boolean eliminateColumn(int offset, int r, int width) {
        int pivot = offset + r;
        double leaving = 0.0;
        for (int start = first, c = 0; start <= size; start += CHUNK, c++) {
            double[] column = columns[c][r];
            int end = Math.min(CHUNK, size + 1 - start);
            for (int i = c == 0 ? pivot + 1 : 0; i < end; i++) {
                leaving += column[i];
            }
        }
        if (!(leaving > 0.0) || Double.isInfinite(leaving)) {
            return false;
        }
        columns[0][r][pivot] = -leaving;
        for (int start = first, c = 0; start <= size; start += CHUNK, c++) {
            double[] column = columns[c][r];
            int end = Math.min(CHUNK, size + 1 - start);
            int begin = c == 0 ? pivot + 1 : 0;
            for (int i = begin; i < end; i++) {
                column[i] /= leaving;
            }
            for (int q = r + 1; q < width; q++) {
                addMultiple(columns[c][q], column, columns[0][q][pivot], begin, end);
            }
        }
        return true;
    }

    /** Puts the group's columns back, and packs the factors below it. */
    private void store(int from, int to, int group) {
        int width = to - from;
        for (int i = first; i <= size; i++) {
            double[][] chunk = columns[(i - first) / CHUNK];
            int at = (i - first) % CHUNK;
            for (int r = 0; r < width; r++) {
                rows[i][from + r] = chunk[r][at];
            }
        }
        for (int start = first, c = 0; start <= size; start += CHUNK, c++) {
            int end = Math.min(CHUNK, size + 1 - start);
            double[] packed = lower[c][group];
            for (int r = 0; r < RANK; r++) {
                int begin = r >= width ? end : c == 0 ? to - first : 0;
                Arrays.fill(packed, r * CHUNK, r * CHUNK + begin, 0.0);
                if (begin < end) {
                    System.arraycopy(columns[c][r], begin, packed, r * CHUNK + begin, end - begin);
                }
            }
        }
    }

    /** What the panel does to {@code count} columns from {@code from} on. */
    private void updateColumns(int from, int count) {
        int pivots = last - first;
        for (int p = 0; p < pivots; p++) {
            double[] row = rows[first + p];
            System.arraycopy(row, from, work[p], 0, count);
            int group = p / RANK;
            System.arraycopy(row, first, factors, 0, p);
            for (int k = 0; k < group; k++) {
                add(work[p], upper[k], factors, k * RANK, count);
            }
            for (int q = group * RANK; q < p; q++) {
                addMultiple(work[p], work[q], factors[q], 0, count);
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
                if (anyPositive(factors, k * RANK)) {
                    if (!loaded) {
                        System.arraycopy(row, from, tile, 0, count);
                        loaded = true;
                    }
                    add(tile, upper[k], factors, k * RANK, count);
                }
            }
            if (loaded) {
                System.arraycopy(tile, 0, row, from, count);
            }
        }
    }

    /** True where one of {@value #RANK} non-negative numbers is positive. */
    private static boolean anyPositive(double[] f, int k) {
        return f[k] + f[k + 1] + f[k + 2] + f[k + 3] > 0.0;
    }

    private static void addMultiple(double[] target, double[] source, double factor, int from, int to) {
        if (factor > 0.0) {
            for (int j = from; j < to; j++) {
                target[j] += factor * source[j];
            }
        }
    }

    private static void add(double[] target, double[] source, double[] f, int k, int count) {
        double f0 = f[k];
        double f1 = f[k + 1];
        double f2 = f[k + 2];
        double f3 = f[k + 3];
        for (int j = 0; j < count; j++) {
            target[j] += f0 * source[j] + f1 * source[j + CHUNK] + f2 * source[j + 2 * CHUNK]
                    + f3 * source[j + 3 * CHUNK];
        }
    }
}
