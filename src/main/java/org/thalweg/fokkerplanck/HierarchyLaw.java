package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.Setting;

/**
 * The density p(x, y) = (E / D_xx) N(y; 0, s^2) sum_n q_n(x) he_n(y / s) / Z of a solved hierarchy, with normalised
 * Hermite polynomials he_n = He_n / sqrt(n!), n even, and Z such that the mass is 1.
 */
final class HierarchyLaw implements Law {
    /** Nodes of the quadrature in a piece. */
    private static final GaussLegendre RULE = GaussLegendre.of(6);
    /** ln E varies by no more than this over a piece: four nodes then integrate the marginal, like E^2, to 2e-12. */
    private static final double SMOOTH = 0.25;
    /** Where E is below e^-40 of its largest value the marginal is below e^-80, and pieces are not refined. */
    private static final double NEGLIGIBLE = -40.0;

    private final Setting setting;
    private final Collocation grid;
    private final Line line;
    private final LogWeight weight;
    private final double[][] q;
    private final Resolution output;
    private final double[] breaks;
    private final double[] x;
    private final double[] mass;
    /** Mean of y^2 given x, times mass. */
    private final double[] square;
    private final double norm;

    private HierarchyLaw(Setting setting, Collocation grid, Line line, LogWeight weight, double[][] q,
            Resolution output, double[] breaks, double[][] nodes, double norm) {
        this.setting = setting;
        this.grid = grid;
        this.line = line;
        this.weight = weight;
        this.q = q;
        this.output = output;
        this.breaks = breaks;
        this.x = nodes[0];
        this.mass = nodes[1];
        this.square = nodes[2];
        this.norm = norm;
    }

    /**
     * The law of amplitudes. Amplitudes that are far from converged may have no positive mass; their law means nothing.
     *
     * @param q {@code [m][i]}: mode 2 m at point i, up to a common factor; kept
     * @param output the cells of {@link #density()}
     */
    static HierarchyLaw of(Setting setting, Collocation grid, double[][] q, Resolution output) {
        Line line = Line.of(setting);
        LogWeight weight = LogWeight.of(setting, grid);
        double[] breaks = breaks(grid, weight);
        int size = (breaks.length - 1) * RULE.size();
        double[][] nodes = new double[3][size];
        double total = 0.0;
        for (int i = 0; i < size; i++) {
            double from = breaks[i / RULE.size()];
            double length = breaks[i / RULE.size() + 1] - from;
            double at = from + length * RULE.nodes()[i % RULE.size()];
            double[] interpolation = grid.interpolation(at);
            double common = RULE.weights()[i % RULE.size()] * length * Math.exp(weight.at(at)) / line.diffusion(at);
            nodes[0][i] = at;
            nodes[1][i] = common * dot(interpolation, q[0]);
            // <he_0 u^2> = 1, <he_2 u^2> = sqrt(2).
            double second = q.length > 1 ? Math.sqrt(2.0) * dot(interpolation, q[1]) : 0.0;
            nodes[2][i] = line.squareAcross(at) * (nodes[1][i] + common * second);
            total += nodes[1][i];
        }
        for (int i = 0; i < size; i++) {
            nodes[1][i] /= total;
            nodes[2][i] /= total;
        }
        return new HierarchyLaw(setting, grid, line, weight, q, output, breaks, nodes, total);
    }

    private static double[] breaks(Collocation grid, LogWeight weight) {
        List<Double> breaks = new ArrayList<>();
        double[] x = grid.points();
        for (int i = 0; i < x.length - (grid.ring() ? 0 : 1); i++) {
            double from = x[i];
            double to = i + 1 < x.length ? x[i + 1] : grid.axis().to();
            double variation = 0.0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < RULE.size(); k++) {
                double at = from + (to - from) * RULE.nodes()[k];
                variation += RULE.weights()[k] * Math.abs(weight.slope(at)) * (to - from);
                highest = Math.max(highest, weight.at(at));
            }
            int pieces = highest > NEGLIGIBLE ? 1 + (int) (variation / SMOOTH) : 1;
            for (int k = 0; k < pieces; k++) {
                breaks.add(from + (to - from) * k / pieces);
            }
        }
        breaks.add(grid.axis().to());
        return breaks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0.0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** Exact in y for the mean square across; other diagnostics are functions of x. */
    @Override
    public double mean(Diagnostic diagnostic) {
        boolean across = diagnostic.quantity().equals(DensitySolution.MEAN_SQUARE_Y);
        double sum = 0.0;
        double[] theta = new double[2];
        for (int i = 0; i < x.length; i++) {
            theta[0] = x[i];
            sum += across ? square[i] : mass[i] * diagnostic.at(theta);
        }
        return sum;
    }

    @Override
    public double marginal(double at) {
        double inside = grid.ring() ? setting.domain().along().fold(at) : at;
        if (inside < grid.axis().from() || inside > grid.axis().to()) {
            return 0.0;
        }
        return density(inside) * dot(grid.interpolation(inside), q[0]);
    }

    /** The factor E / (D_xx Z). */
    private double density(double at) {
        return Math.exp(weight.at(at)) / (line.diffusion(at) * norm);
    }

    @Override
    public double[] breakpoints() {
        return breaks;
    }

    /** A diagnostic as a function of x alone, with y^2 relaxed. */
    static DoubleUnaryOperator relaxed(Diagnostic diagnostic, Line line) {
        return diagnostic.quantity().equals(DensitySolution.MEAN_SQUARE_Y)
                ? line::squareAcross
                : at -> diagnostic.at(new double[] {at, 0.0});
    }

    /** int |P - P_other| dx; NaN where one of them is not a density at all. */
    double distance(HierarchyLaw other) {
        return distance(other, at -> 1.0);
    }

    /**
     * int |f (P - P_other)| dx relative to the mean of |f| for a diagnostic f: what its mean may have moved by, were it
     * not for cancellation.
     */
    double distance(HierarchyLaw other, Diagnostic diagnostic) {
        DoubleUnaryOperator function = relaxed(diagnostic, line);
        double mean = 0.0;
        for (int i = 0; i < x.length; i++) {
            mean += Math.abs(mass[i] * function.applyAsDouble(x[i]));
        }
        return distance(other, function) / mean;
    }

    private double distance(HierarchyLaw other, DoubleUnaryOperator function) {
        double distance = 0.0;
        for (int i = 0; i < x.length; i++) {
            int piece = i / RULE.size();
            double width = RULE.weights()[i % RULE.size()] * (breaks[piece + 1] - breaks[piece]);
            distance += Math.abs(function.applyAsDouble(x[i]) * (mass[i] - width * other.marginal(x[i])));
        }
        return distance;
    }

    /** The mass beyond |y| = reach, judged by the relaxed variance. */
    double massBeyond(double reach) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(mass[i]) * Erf.erfc(reach / Math.sqrt(2.0 * line.squareAcross(x[i])));
        }
        return sum;
    }

    /**
     * The size of the last terms along that are kept: of the amplitudes q, or of E q where that is less, since neither
     * thin layers in q where nothing lives nor a narrow E that is known need resolving.
     */
    double tailAlong() {
        double plain = 0.0;
        double weighted = 0.0;
        for (double[] mode : q) {
            plain = Math.max(plain, grid.tail(mode));
            weighted = Math.max(weighted, grid.tail(weighted(mode)));
        }
        return Math.min(plain / largest(q[0]), weighted / largest(weighted(q[0])));
    }

    private double[] weighted(double[] mode) {
        double[] product = new double[mode.length];
        Arrays.setAll(product, i -> mode[i] * Math.exp(weight.atPoints()[i]));
        return product;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** The size of the last mode, where the density lives. */
    double tailAcross() {
        return largest(weighted(q[q.length - 1])) / largest(weighted(q[0]));
    }

    /**
     * At the centres of cells; those across are graded as for finite volumes. Where the truncated series is below zero,
     * far out in y and by less than the tolerance of the largest density, the value is 0.
     */
    @Override
    public Optional<Density> density() {
        Axis along = grid.axis().cells(output.nx());
        Axis across = Truncation.across(setting, grid.axis().from(), grid.axis().to(), new ArrayList<>())
                .cells(output.ny());
        double[][] values = new double[along.size()][across.size()];
        for (int i = 0; i < along.size(); i++) {
            double at = along.centres()[i];
            double[] interpolation = grid.interpolation(at);
            double[] mode = new double[q.length];
            for (int m = 0; m < mode.length; m++) {
                mode[m] = dot(interpolation, q[m]);
            }
            double s = Math.sqrt(line.squareAcross(at));
            double factor = density(at) / (s * Math.sqrt(2.0 * Math.PI));
            for (int j = 0; j < across.size(); j++) {
                double u = across.centres()[j] / s;
                values[i][j] = Math.max(0.0, factor * Math.exp(-0.5 * u * u) * series(mode, u));
            }
        }
        return Optional.of(new Density(along.centres(), across.centres(), values));
    }

    /** sum_m mode[m] he_{2m}(u), by sqrt(n + 1) he_{n+1} = u he_n - sqrt(n) he_{n-1}. */
    private static double series(double[] mode, double u) {
        double previous = 0.0;
        double current = 1.0;
        double sum = 0.0;
        for (int n = 0; n < 2 * mode.length; n++) {
            sum += n % 2 == 0 ? mode[n / 2] * current : 0.0;
            double next = (u * current - Math.sqrt(n) * previous) / Math.sqrt(n + 1.0);
            previous = current;
            current = next;
        }
        return sum;
    }
}
