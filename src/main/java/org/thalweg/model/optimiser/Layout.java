package org.thalweg.model.optimiser;

import java.util.Arrays;
import java.util.List;

/**
 * How points lie in rows of numbers: in a block of particles {@code row[i][k]} is coordinate i of point k; of a network
 * the one row holds all parameters of one point, layer after layer.
 *
 * @param rows of coordinates
 * @param columns most numbers in each
 * @param points how many points there are at most
 * @param layerEnds of a single point, where each group of parameters that belongs together ends; empty where columns
 *     are points
 */
public record Layout(int rows, int columns, int points, List<Integer> layerEnds) {
    /** An immutable copy. */
    public Layout {
        layerEnds = List.copyOf(layerEnds);
    }

    /** Points side by side, each a column. */
    public static Layout ofParticles(int dimension, int capacity) {
        return new Layout(dimension, capacity, capacity, List.of());
    }

    /** One point, in one row. */
    public static Layout ofOne(int parameters, List<Integer> layerEnds) {
        return new Layout(1, parameters, 1, layerEnds);
    }

    /** True where one row is one point. */
    public boolean single() {
        return !layerEnds.isEmpty();
    }

    /** The point that a column belongs to. */
    public int point(int column) {
        return single() ? 0 : column;
    }

    /** Points in so many columns. */
    public int points(int count) {
        return single() ? 1 : count;
    }

    /** Rows of scratch numbers. */
    public double[][] scratch() {
        return new double[rows][columns];
    }

    /**
     * Euclidean norms of points.
     *
     * @param row not modified
     * @param norm modified: one for each point
     */
    public void norms(double[][] row, int count, double[] norm) {
        Arrays.fill(norm, 0, points(count), 0.0);
        for (double[] numbers : row) {
            for (int c = 0; c < count; c++) {
                norm[point(c)] += numbers[c] * numbers[c];
            }
        }
        for (int p = 0; p < points(count); p++) {
            norm[p] = Math.sqrt(norm[p]);
        }
    }

    /**
     * Euclidean norms of the layers of points, as seen from their numbers.
     *
     * @param row not modified
     * @param norm modified: for each column that of the layer of its point
     */
    public void layerNorms(double[][] row, int count, double[] norm) {
        if (!single()) {
            norms(row, count, norm);
            return;
        }
        int from = 0;
        for (int end : layerEnds) {
            double squares = 0.0;
            for (int c = from; c < end; c++) {
                squares += row[0][c] * row[0][c];
            }
            Arrays.fill(norm, from, end, Math.sqrt(squares));
            from = end;
        }
    }
}
