package org.thalweg.fokkerplanck.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * Eliminates the first rows of a dense matrix of rates, in blocks that stay in the caches. Owns scratch memory: one for
 * each matrix at a time. The columns of a large matrix are shared among the threads of the caller's fork-join pool.
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
    static final int RANK = 4;
    static final int PANEL = 12 * RANK;
    static final int CHUNK = 256;
    /** Narrower remainders are updated by one thread. */
    private static final int SMALLEST_SHARED = 384;
    /** Wider ones in a multiple of so many pieces, so that two threads or four have the same to do. */
    private static final int SHARES = 4;

    private final double[] factors = new double[PANEL];
    /** One for each piece of columns. */
    private final List<PanelUpdate> updates = new ArrayList<>(List.of(new PanelUpdate()));
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
            updateColumns();
        }
        return -1;
    }

    /** What the panel does to all columns behind it. */
    private void updateColumns() {
        int width = size - last;
        if (width < SMALLEST_SHARED) {
            for (int from = last; from < size; from += CHUNK) {
                updates.get(0).columns(rows, first, last, size, from, Math.min(CHUNK, size - from));
            }
            return;
        }
        int pieces = SHARES * ((width + SHARES * CHUNK - 1) / (SHARES * CHUNK));
        while (updates.size() < pieces) {
            updates.add(new PanelUpdate());
        }
        List<ForkJoinTask<?>> tasks = new ArrayList<>();
        for (int k = 0; k < pieces; k++) {
            PanelUpdate update = updates.get(k);
            int from = last + k * width / pieces;
            int to = last + (k + 1) * width / pieces;
            tasks.add(ForkJoinTask.adapt(() -> update.columns(rows, first, last, size, from, to - from)));
        }
        ForkJoinTask.invokeAll(tasks);
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

    /** True where one of {@value #RANK} non-negative numbers is positive. */
    static boolean anyPositive(double[] f, int k) {
        return f[k] + f[k + 1] + f[k + 2] + f[k + 3] > 0.0;
    }

    static void addMultiple(double[] target, double[] source, double factor, int from, int to) {
        if (factor > 0.0) {
            for (int j = from; j < to; j++) {
                target[j] += factor * source[j];
            }
        }
    }

    static void add(double[] target, double[] source, double[] f, int k, int count) {
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
