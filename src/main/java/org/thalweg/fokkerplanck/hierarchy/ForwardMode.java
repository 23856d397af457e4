package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.model.PlainSetting;

/**
 * A mode P = N(y; 0, s^2) sum_m c_m(x) he_n(y / s), n = 2 m or 2 m + 1, of a valley, in cells.
 *
 * @param modes {@code [m][i]} at the points of the grid
 */
record ForwardMode(PlainSetting setting, Collocation grid, int parity, double[][] modes) {
    private static final GaussLegendre RULE = GaussLegendre.of(4);

    /** Of an even one int P dy, of an odd one int y P dy = s c_0, in the cells between edges. */
    double[] along(double[] edges) {
        Line line = Line.of(setting);
        double[] weights = new double[grid.size()];
        double[] sums = new double[edges.length - 1];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < RULE.size(); k++) {
                double x = edges[i] + (edges[i + 1] - edges[i]) * RULE.nodes()[k];
                if (x < grid.axis().from() || x > grid.axis().to()) {
                    continue;
                }
                grid.interpolation(x, weights);
                double factor = parity == 0 ? 1.0 : Math.sqrt(line.squareAcross(x));
                sums[i] += RULE.weights()[k] * (edges[i + 1] - edges[i]) * factor * dot(weights, modes[0]);
            }
        }
        return sums;
    }

    /** The masses of cells, by the values at their centres. */
    double[] masses(Grid cells) {
        Line line = Line.of(setting);
        double[] masses = new double[cells.size()];
        double[] weights = new double[grid.size()];
        for (int i = 0; i < cells.x().size(); i++) {
            double x = cells.x().centres()[i];
            grid.interpolation(x, weights);
            double s = Math.sqrt(line.squareAcross(x));
            double[] mode = Arrays.stream(modes).mapToDouble(of -> dot(weights, of)).toArray();
            for (int j = 0; j < cells.y().size(); j++) {
                double u = cells.y().centres()[j] / s;
                double[] across = BackwardHierarchy.across(u, mode.length, parity);
                masses[cells.cell(i, j)] = cells.area(i, j) * dot(across, mode) * Math.exp(-0.5 * u * u)
                        / (s * Math.sqrt(2.0 * Math.PI));
            }
        }
        return masses;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
