package org.thalweg.fokkerplanck;

/**
 * The dense matrix in which one part of a {@link Dissection} is eliminated: its own cells first, then its boundary, and
 * one more row for the mass that dies. The diagonal is not assembled: {@link #eliminate} computes it from its column.
 */
final class Front {
    /** Pivots applied to the rest of the front at a time: one read and write of a row for four pivots. */
    private static final int PANEL = 4;

    private final Dissection.Part part;
    private final int own;
    private final int size;
    private final double[][] rows;

    /**
     * The front with the rates of the part's own cells.
     *
     * @param position modified: the place of each of the part's cells in the front; -1 elsewhere before
     */
    Front(Dissection.Part part, Generator generator, int[] position) {
        this.part = part;
        this.own = part.own().length;
        this.size = own + part.boundary().length;
        this.rows = new double[size + 1][size];
        for (int i = 0; i < size; i++) {
            position[cell(i)] = i;
        }
        for (int i = 0; i < own; i++) {
            int c = cell(i);
            rows[size][i] += generator.killed()[c];
            for (int d = 0; d < Grid.DIRECTIONS; d++) {
                int neighbour = generator.grid().neighbour(c, d);
                int j = neighbour < 0 ? -1 : position[neighbour];
                if (j >= 0) {
                    rows[j][i] += generator.rates()[d][c];
                }
                if (j >= own) {
                    rows[i][j] += generator.rates()[d ^ 1][neighbour];
                }
            }
        }
    }

    /** Adds what the elimination of a child left between its boundary cells. */
    void add(Front child, int[] position) {
        int n = child.size - child.own;
        int[] to = new int[n];
        for (int b = 0; b < n; b++) {
            to[b] = position[child.part.boundary()[b]];
        }
        for (int a = 0; a <= n; a++) {
            double[] from = child.rows[child.own + a];
            double[] row = rows[a == n ? size : to[a]];
            for (int b = 0; b < n; b++) {
                row[to[b]] += from[child.own + b];
            }
        }
    }

    /** Clears the places this front has set. */
    void release(int[] position) {
        for (int i = 0; i < size; i++) {
            position[cell(i)] = -1;
        }
    }

    /** The rows; after the elimination those of L and U, and what is left for the parent. */
    double[][] rows() {
        return rows;
    }

    /** Eliminates the own cells, {@value #PANEL} at a time. */
    void eliminate() {
        for (int first = 0; first < own; first += PANEL) {
            int last = Math.min(own, first + PANEL);
            for (int p = first; p < last; p++) {
                pivot(p, last);
            }
            if (last < size) {
                for (int i = last; i <= size; i++) {
                    if (last - first == PANEL) {
                        subtractPanel(rows[i], first, last);
                    } else {
                        for (int p = first; p < last; p++) {
                            subtract(rows[i], rows[i][p], rows[p], last, size);
                        }
                    }
                }
            }
        }
    }

    /** Eliminates cell {@code p} from the columns before {@code last} and the rows before {@code last}. */
    private void pivot(int p, int last) {
        double leaving = 0.0;
        for (int i = p + 1; i <= size; i++) {
            leaving += rows[i][p];
        }
        if (!(leaving > 0.0) || Double.isInfinite(leaving)) {
            throw new NumericsException("mass leaves cell " + cell(p) + " at rate " + leaving
                    + ": the Fokker-Planck operator is singular there; use a finer grid or a smaller domain");
        }
        rows[p][p] = -leaving;
        for (int i = p + 1; i <= size; i++) {
            double l = -rows[i][p] / leaving;
            rows[i][p] = l;
            subtract(rows[i], l, rows[p], p + 1, i < last ? size : last);
        }
    }

    private static void subtract(double[] row, double factor, double[] pivotRow, int from, int to) {
        if (factor != 0.0) {
            for (int j = from; j < to; j++) {
                row[j] -= factor * pivotRow[j];
            }
        }
    }

    private void subtractPanel(double[] row, int first, int last) {
        double l0 = row[first];
        double l1 = row[first + 1];
        double l2 = row[first + 2];
        double l3 = row[first + 3];
        if (l0 == 0.0 && l1 == 0.0 && l2 == 0.0 && l3 == 0.0) {
            return;
        }
        double[] u0 = rows[first];
        double[] u1 = rows[first + 1];
        double[] u2 = rows[first + 2];
        double[] u3 = rows[first + 3];
        for (int j = last; j < row.length; j++) {
            row[j] -= l0 * u0[j] + l1 * u1[j] + l2 * u2[j] + l3 * u3[j];
        }
    }

    private int cell(int i) {
        return i < own ? part.own()[i] : part.boundary()[i - own];
    }
}
