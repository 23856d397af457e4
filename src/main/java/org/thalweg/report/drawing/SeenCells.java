package org.thalweg.report.drawing;

import java.util.Arrays;

/**
 * The rows or columns of cells in which something of a field is to be seen.
 *
 * @param first of them
 * @param last of them
 */
public record SeenCells(int first, int last) {
    /**
     * From the first to the last row that holds more than a share of the largest magnitude.
     *
     * @param values {@code values[i][j]} in column i and row j; not modified
     */
    public static SeenCells rows(double[][] values, double share) {
        double[] largest = new double[values[0].length];
        for (double[] column : values) {
            Arrays.setAll(largest, j -> Math.max(largest[j], Math.abs(column[j])));
        }
        return among(largest, share);
    }

    /** Likewise of columns. */
    public static SeenCells columns(double[][] values, double share) {
        return among(Arrays.stream(values)
                .mapToDouble(column -> Arrays.stream(column).map(Math::abs).max().orElseThrow()).toArray(), share);
    }

    /** With one more on either side, where there is one of {@code count}. */
    public SeenCells wider(int count) {
        return new SeenCells(Math.max(0, first - 1), Math.min(count - 1, last + 1));
    }

    /**
     * An axis from the first to the last of them.
     *
     * @param edges of all cells along it; not modified
     */
    public Axis along(Axis axis, double[] edges) {
        return axis.between(edges[first], edges[last + 1]);
    }

    private static SeenCells among(double[] largest, double share) {
        double least = share * Arrays.stream(largest).max().orElseThrow();
        int first = 0;
        int last = largest.length - 1;
        while (first < last && !(largest[first] > least)) {
            first++;
        }
        while (last > first && !(largest[last] > least)) {
            last--;
        }
        return new SeenCells(first, last);
    }
}
