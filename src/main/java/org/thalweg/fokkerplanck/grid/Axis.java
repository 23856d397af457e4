package org.thalweg.fokkerplanck.grid;

import java.util.Arrays;
import org.thalweg.model.space.Boundary;

/**
 * The cells of one coordinate.
 *
 * @param edges increasing, one more than there are cells; not to be modified
 * @param centres where densities live, one in each cell; not to be modified
 * @param lower what happens at the first edge: PERIODIC (then {@code upper} too), REFLECTING or ABSORBING
 * @param upper what happens at the last edge
 * @param stretch the map from a coordinate in which cells are equal
 */
public record Axis(double[] edges, double[] centres, Boundary lower, Boundary upper, Stretch stretch) {
    /** The same cells in the coordinate in which they are equal. */
    Axis even() {
        return stretch.uniform() ? this : AxisDesign.uniform(stretch.inverse(edges[0]), stretch.inverse(edges[size()]),
                lower, upper).cells(size());
    }

    /** The number of cells. */
    public int size() {
        return centres.length;
    }

    /** The width of cell {@code i}. */
    public double width(int i) {
        return edges[i + 1] - edges[i];
    }

    /** True where the last cell is the neighbour of the first. */
    public boolean periodic() {
        return lower == Boundary.PERIODIC;
    }

    /** Last edge minus first edge. */
    public double length() {
        return edges[size()] - edges[0];
    }

    /** The cell that holds {@code x}; the nearest cell where it lies outside. */
    int cell(double x) {
        int found = Arrays.binarySearch(edges, x);
        int index = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(size() - 1, index));
    }

    /** Four neighbouring cells and their cubic Lagrange weights for a value at {@code x}. */
    public Stencil stencil(double x) {
        int i = cell(x);
        int first = x >= centres[i] ? i - 1 : i - 2;
        if (!periodic()) {
            first = Math.max(0, Math.min(size() - 4, first));
        }
        int[] cells = new int[4];
        double[] at = new double[4];
        for (int k = 0; k < 4; k++) {
            int wrapped = Math.floorMod(first + k, size());
            cells[k] = wrapped;
            at[k] = centres[wrapped] + (first + k - wrapped) / size() * length();
        }
        double[] weights = new double[4];
        for (int k = 0; k < 4; k++) {
            double weight = 1.0;
            for (int m = 0; m < 4; m++) {
                if (m != k) {
                    weight *= (x - at[m]) / (at[k] - at[m]);
                }
            }
            weights[k] = weight;
        }
        return new Stencil(cells, weights);
    }

    /** Cells and the weights of their values in an interpolated value. */
    public record Stencil(int[] cells, double[] weights) {}
}
