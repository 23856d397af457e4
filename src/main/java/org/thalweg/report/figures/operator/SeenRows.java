package org.thalweg.report.figures.operator;

import java.util.Arrays;

/**
 * The rows of cells in which something of a field is to be seen.
 *
 * @param first of them
 * @param last of them
 */
record SeenRows(int first, int last) {
    /**
     * From the first to the last row that holds more than a share of the largest magnitude.
     *
     * @param values {@code values[i][j]} in column i and row j; not modified
     */
    static SeenRows of(double[][] values, double share) {
        double[] largest = new double[values[0].length];
        for (double[] column : values) {
            Arrays.setAll(largest, j -> Math.max(largest[j], Math.abs(column[j])));
        }
        double least = share * Arrays.stream(largest).max().orElseThrow();
        int first = 0;
        int last = largest.length - 1;
        while (first < last && !(largest[first] > least)) {
            first++;
        }
        while (last > first && !(largest[last] > least)) {
            last--;
        }
        return new SeenRows(first, last);
    }
}
