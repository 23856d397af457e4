package org.thalweg.fokkerplanck.law;

import org.thalweg.fokkerplanck.grid.Grid;

/**
 * A density on the cells of a two-dimensional grid.
 *
 * @param x cell centres along the valley; not to be modified
 * @param y cell centres across the valley; not to be modified
 * @param values {@code values[i][j]}: probability per unit area at (x[i], y[j]); not to be modified
 */
public record Density(double[] x, double[] y, double[][] values) {
    /** The density of cell masses. */
    public static Density of(Grid grid, double[] mass) {
        double[][] values = new double[grid.x().size()][grid.y().size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = mass[grid.cell(i, j)] / grid.area(i, j);
            }
        }
        return new Density(grid.x().centres(), grid.y().centres(), values);
    }
}
