package org.thalweg.report;

import java.util.Arrays;

/**
 * Which cells of a large grid a table shows: along each axis the middle one of every so many, an odd number, so that
 * what is shown are cells of the grid, unchanged, spread evenly over it.
 *
 * @param stepX along x; 1 shows all
 * @param stepY along y
 */
public record Thinning(int stepX, int stepY) {
    /** Every cell. */
    public static final Thinning NONE = new Thinning(1, 1);

    /** Grids of no more cells than this are shown in full: some 6 MB of text. */
    public static final int LARGEST_WHOLE = 100_000;
    /** Rows of a thinned table: more than a figure shows. */
    public static final int MOST_ROWS = 50_000;

    /** The thinning of a grid: none of one that is not large. */
    public static Thinning of(int nx, int ny) {
        int stepX = 1;
        int stepY = 1;
        while ((long) nx * ny > LARGEST_WHOLE && (long) count(nx, stepX) * count(ny, stepY) > MOST_ROWS) {
            if (count(nx, stepX) >= count(ny, stepY)) {
                stepX += 2;
            } else {
                stepY += 2;
            }
        }
        return new Thinning(stepX, stepY);
    }

    /** True where all cells are shown. */
    public boolean none() {
        return equals(NONE);
    }

    /** The numbers of the columns of cells shown, of {@code nx}. */
    public int[] alongX(int nx) {
        return picked(nx, stepX);
    }

    /** The numbers of the rows of cells shown, of {@code ny}. */
    public int[] alongY(int ny) {
        return picked(ny, stepY);
    }

    /** What is shown of values along x. */
    public double[] x(double[] all) {
        return at(alongX(all.length), all);
    }

    /** What is shown of values along y. */
    public double[] y(double[] all) {
        return at(alongY(all.length), all);
    }

    /** What is shown of a field, {@code values[i][j]} at x[i], y[j]. */
    public double[][] field(double[][] values) {
        return Arrays.stream(alongX(values.length)).mapToObj(i -> y(values[i])).toArray(double[][]::new);
    }

    private static double[] at(int[] places, double[] all) {
        return Arrays.stream(places).mapToDouble(i -> all[i]).toArray();
    }

    private static int count(int n, int step) {
        return (n - 1) / step + 1;
    }

    private static int[] picked(int n, int step) {
        int[] picked = new int[count(n, step)];
        int first = (n - 1 - (picked.length - 1) * step) / 2;
        for (int k = 0; k < picked.length; k++) {
            picked[k] = first + k * step;
        }
        return picked;
    }
}
