package org.thalweg.fokkerplanck.linear;

import java.util.Arrays;
import java.util.Locale;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.law.NumericsException;

/**
 * The dense matrix in which one part of a {@link Dissection} is eliminated: its own cells first, then its boundary, and
 * one more row for the mass that dies. The diagonal is not assembled: {@link BlockElimination} computes it from its
 * column.
 */
final class Front {
    /** Stands for a right-hand side that is anywhere. */
    static final int ANY_CELL = -1;

    private final Dissection.Part part;
    private final int own;
    private final int size;
    private final double[][] rows;

    /**
     * An empty front.
     *
     * @param rows modified, from the beginning: at least one row more than the part and its boundary have cells, and
     *     at least that many numbers in each
     */
    Front(Dissection.Part part, double[][] rows) {
        this.part = part;
        this.own = part.own().length;
        this.size = own + part.boundary().length;
        this.rows = rows;
    }

    /**
     * Clears the rows and enters the rates of the part's own cells.
     *
     * @param position modified: the place of each of the part's cells in the front; -1 elsewhere before
     */
    void assemble(Generator generator, int[] position) {
        for (int i = 0; i <= size; i++) {
            Arrays.fill(rows[i], 0, size, 0.0);
        }
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

    /**
     * Adds what the elimination of a child left.
     *
     * @param boundary the child's boundary cells
     * @param remains see {@link #remains}; not modified
     */
    void add(int[] boundary, double[] remains, int[] position) {
        int n = boundary.length;
        int[] to = new int[n];
        for (int b = 0; b < n; b++) {
            to[b] = position[boundary[b]];
        }
        for (int a = 0; a <= n; a++) {
            double[] row = rows[a == n ? size : to[a]];
            for (int b = 0; b < n; b++) {
                row[to[b]] += remains[a * n + b];
            }
        }
    }

    /** Clears the places this front has set. */
    void release(int[] position) {
        for (int i = 0; i < size; i++) {
            position[cell(i)] = -1;
        }
    }

    /**
     * Eliminates the own cells. Modifies the array of factors, from a place on.
     *
     * @param grid of the cells
     */
    EliminatedPart eliminate(Grid grid, BlockElimination elimination, boolean withLower, double[] factors, int from) {
        int singular = elimination.eliminate(rows, size, own);
        if (singular >= 0) {
            int c = cell(singular);
            throw new NumericsException(String.format(Locale.ROOT, "mass leaves the cell at (%.5g, %.5g) at a rate of"
                    + " zero or beyond the range of doubles: the drift there is too strong for the noise and cells of"
                    + " this size; use a finer grid or a domain that ends before",
                    grid.x().centres()[c / grid.y().size()], grid.y().centres()[c % grid.y().size()]));
        }
        return EliminatedPart.of(rows, own, size, withLower, factors, from);
    }

    /**
     * The rates between the boundary cells, and the last row, after the elimination.
     *
     * @param into modified: row by row, each as long as the boundary
     */
    void remains(double[] into) {
        int n = size - own;
        for (int a = 0; a <= n; a++) {
            System.arraycopy(rows[own + a], own, into, a * n, n);
        }
    }

    private int cell(int i) {
        return i < own ? part.own()[i] : part.boundary()[i - own];
    }
}
