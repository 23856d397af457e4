package org.thalweg.fokkerplanck.law;

import java.util.Arrays;

/**
 * The probability current J_i = b_i P - sum_j d_j (D_ij P) of a stationary density, at the centres of cells: which way
 * probability flows although nothing changes any more. Zero everywhere in equilibrium.
 *
 * @param x cell centres along the valley; not to be modified
 * @param y cell centres across the valley; not to be modified
 * @param alongX {@code alongX[i][j]}: J_x at (x[i], y[j]), probability per unit of y and of learning time; not to be
 *     modified
 * @param alongY the same of J_y, per unit of x and of learning time
 */
public record Current(double[] x, double[] y, double[][] alongX, double[][] alongY) {
    /** The current in another unit of time, of which one of the old is so many. */
    public Current times(double factor) {
        return new Current(x, y, times(alongX, factor), times(alongY, factor));
    }

    private static double[][] times(double[][] values, double factor) {
        double[][] scaled = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Arrays.stream(values[i]).map(value -> value * factor).toArray();
        }
        return scaled;
    }
}
