package org.thalweg.fokkerplanck;

/**
 * The dense matrix in which one part of a {@link Dissection} is eliminated: its own cells first, then its boundary, and
 * one more row for the mass that dies. The diagonal is not assembled: {@link BlockElimination} computes it from its
 * column.
 */
final class Front {
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
        int directions = generator.rates().length;
        for (int i = 0; i < own; i++) {
            int c = cell(i);
            rows[size][i] += generator.killed()[c];
            for (int d = 0; d < directions; d++) {
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

    /** The rows; after the elimination those of U and F, and what is left for the parent. */
    double[][] rows() {
        return rows;
    }

    /** Eliminates the own cells. */
    void eliminate(BlockElimination elimination) {
        int singular = elimination.eliminate(rows, own);
        if (singular >= 0) {
            throw new NumericsException("mass leaves cell " + cell(singular) + " at a rate of zero or beyond the"
                    + " range of doubles: the Fokker-Planck operator is singular there; use a finer grid"
                    + " or a smaller domain");
        }
    }

    private int cell(int i) {
        return i < own ? part.own()[i] : part.boundary()[i - own];
    }
}
