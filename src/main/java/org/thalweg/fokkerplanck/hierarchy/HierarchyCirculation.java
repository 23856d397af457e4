package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.fokkerplanck.law.Circulation;
import org.thalweg.fokkerplanck.law.Current;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.measure.Measurement;

/**
 * The current of a solved hierarchy (docs/theory/entropy-production.md): J_x = (E / Z) N(y; 0, s^2) sum j_n he_n(u),
 * J_y
 * = -(E / Z) (D_yy / (s D_xx)) N(y; 0, s^2) sum sqrt(n) q_n he_{n-1}(u), and the entropy production (1 / Z) int E
 * (sqrt(2)
 * sum_i (a_i - h_i) j_{2 e_i} + j_0 b_0 / D_xx) dx, which takes mode 2 alone.
 */
final class HierarchyCirculation implements Circulation {
    private final HierarchyLaw law;
    private final Collocation grid;
    private final ValleyCoefficients valley;
    private final double[] logE;
    private final double[][] q;
    private final HierarchyCurrents currents;

    /**
     * Prepares.
     *
     * @param found the coefficients of the valley at the points, with any weight
     * @param logE the weight of the amplitudes
     */
    HierarchyCirculation(HierarchyLaw law, Collocation grid, ValleyCoefficients found, double[] logE, double[][] q,
            HierarchyModes modes) {
        double[] drift = new double[logE.length];
        Arrays.setAll(drift, k -> found.rest()[k] + found.c()[k]);
        this.law = law;
        this.grid = grid;
        this.valley = found.weightedBy(drift, grid.derivative(logE));
        this.logE = logE;
        this.q = q;
        this.currents = new HierarchyCurrents(grid, valley, modes, q);
    }

    @Override
    public Measurement entropyProduction() {
        double[] product = new double[grid.size()];
        if (q.length > 1) {
            double[] second = currents.of(1);
            for (int k = 0; k < second.length; k++) {
                int at = k % product.length;
                int direction = k / product.length;
                product[at] += Math.sqrt(2.0) * (valley.a()[direction][at] - valley.h()[direction][at]) * second[k];
            }
        }
        double[] around = around();
        Arrays.setAll(product, k -> product[k] + around[k] * (valley.rest()[k] + valley.c()[k]));
        double rate = law.integral(product);
        return Measurement.computed(rate, Richardson.ROUNDING * Math.abs(rate));
    }

    /**
     * j_0: zero but on rings without mirror symmetry; there what the equations leave of it between walls
     * is no current.
     */
    private double[] around() {
        return grid.ring() && !grid.mirrored() ? currents.of(0) : new double[grid.size()];
    }

    @Override
    public Optional<Current> current() {
        return law.density().map(density -> at(density.x(), density.y()));
    }

    private Current at(double[] x, double[] y) {
        double[][] j = new double[q.length][];
        j[0] = around();
        for (int n = 1; n < j.length; n++) {
            j[n] = currents.of(n);
        }
        double[][] alongX = new double[x.length][y.length];
        double[][] alongY = new double[x.length][y.length];
        Line line = law.line();
        for (int i = 0; i < x.length; i++) {
            HierarchyLaw.Place place = law.place(x[i]);
            double s = Math.sqrt(line.squareAcross(place.x()));
            double factor = place.factor() / (s * Math.sqrt(2.0 * Math.PI));
            double[] modes = Arrays.stream(q).mapToDouble(place::even).toArray();
            double[] flows = Arrays.stream(j).mapToDouble(place::odd).toArray();
            // D_yy / s, with s^2 = D_yy F^2.
            double acrossPerWidth = s / law.squareFlatness(place.x());
            for (int k = 0; k < y.length; k++) {
                double u = y[k] / s;
                double gauss = factor * Math.exp(-0.5 * u * u);
                alongX[i][k] = gauss * line.diffusion(place.x()) * HierarchyLaw.series(flows, u);
                alongY[i][k] = -gauss * acrossPerWidth * slopeSeries(modes, u);
            }
        }
        return new Current(x, y, alongX, alongY);
    }

    /** sum_m sqrt(2m) mode[m] he_{2m-1}(u), the slope of the series of the modes. */
    private static double slopeSeries(double[] mode, double u) {
        double previous = 0.0;
        double current = 1.0;
        double sum = 0.0;
        for (int n = 0; n + 1 < 2 * mode.length; n++) {
            sum += n % 2 == 1 ? Math.sqrt(n + 1.0) * mode[(n + 1) / 2] * current : 0.0;
            double next = (u * current - Math.sqrt(n) * previous) / Math.sqrt(n + 1.0);
            previous = current;
            current = next;
        }
        return sum;
    }
}
