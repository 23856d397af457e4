package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Circulation;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.Relaxed;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;

/**
 * The density p(x, y) = (E / D_xx) N(y; 0, s^2) sum_n q_n(x) he_n(y / s) / Z of a solved hierarchy, with normalised
 * Hermite polynomials he_n = He_n / sqrt(n!), n even, and Z such that the mass is 1.
 */
final class HierarchyLaw implements Law {
    /** Nodes of the quadrature in a piece. */
    private static final GaussLegendre RULE = GaussLegendre.of(8);
    /**
     * Where P falls by more than e^-25 mode 0, of which E leaves half, has lost five digits to rounding in its tails.
     */
    private static final double FAR_BELOW = 25.0;
    private final PlainSetting setting;
    private final ValleyRange range;
    private final Collocation grid;
    private final Line line;
    private final ValleyCoefficients valley;
    private final double[] logE;
    /** {@code [degree][mode * points + i]}. */
    private final double[][] q;
    private final Resolution output;
    private final double[] breaks;
    /** True where E is all of D_xx P, and mode 0 is 1. */
    private final boolean inLogarithms;
    private final double[] x;
    private final double[] width;
    private final double[] mass;
    /** Mean of y^2 given x, times mass. */
    private final double[] square;
    private double norm = 1.0;
    /** What {@link #logMarginals} gave last, since every pair of laws that this one is part of asks it again. */
    private Known known = new Known(Interval.LINE, new double[0]);

    private record Known(Interval along, double[] logMarginals) {}

    private HierarchyLaw(PlainSetting setting, ValleyRange range, Collocation grid, ValleyCoefficients valley,
            double[] logE, double[][] q, Resolution output, double[] breaks, boolean inLogarithms) {
        int size = (breaks.length - 1) * RULE.size();
        this.setting = setting;
        this.range = range;
        this.grid = grid;
        this.line = Line.of(setting);
        this.valley = valley;
        this.logE = logE;
        this.q = q;
        this.output = output;
        this.breaks = breaks;
        this.inLogarithms = inLogarithms;
        this.x = new double[size];
        this.width = new double[size];
        this.mass = new double[size];
        this.square = new double[size];
    }

    /**
     * The law of amplitudes. Amplitudes that are far from converged may have no positive mass; their law means nothing.
     *
     * @param q {@code [k]}: the modes of degree k one after the other at the points, up to a common factor; kept
     * @param output the cells of {@link #density()}
     */
    static HierarchyLaw of(PlainSetting setting, ValleyRange range, Collocation grid, ValleyCoefficients valley,
            double[][] q, Resolution output) {
        HierarchyLaw law = new HierarchyLaw(setting, range, grid, valley, valley.logE(), q, output,
                LawPieces.edges(range, grid, valley.logE(), 1.0), false);
        law.integrate();
        return law;
    }

    private void integrate() {
        int points = grid.size();
        int directions = q.length > 1 ? q[1].length / points : 0;
        double[] weights = new double[points];
        double total = 0.0;
        for (int i = 0; i < x.length; i++) {
            double from = breaks[i / RULE.size()];
            double length = breaks[i / RULE.size() + 1] - from;
            double s = from + length * RULE.nodes()[i % RULE.size()];
            x[i] = range.axis().stretch().at(s);
            width[i] = RULE.weights()[i % RULE.size()] * length * range.axis().stretch().slope(s) * range.images();
            grid.interpolation(x[i], weights);
            double common = width[i] * Math.exp(dot(weights, logE, 0)) / line.diffusion(x[i]);
            mass[i] = common * dot(weights, q[0], 0);
            square[i] = line.squareAcross(x[i]) * mass[i];
            for (int d = 0; d < directions; d++) {
                // <he_0 u^2> = 1, <he_2 u^2> = sqrt(2).
                square[i] += line.squareAcross(d, x[i]) * common * Math.sqrt(2.0) * dot(weights, q[1], d * points);
            }
            total += mass[i];
        }
        norm = total;
        for (int i = 0; i < x.length; i++) {
            mass[i] /= total;
            square[i] /= total;
        }
    }

    /** The sum of the products of weights with values from an offset. */
    private static double dot(double[] weights, double[] values, int offset) {
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[offset + i];
        }
        return sum;
    }

    /** int E f dx / Z of a function given at the points, even where the valley is its own mirror image. */
    double integral(double[] values) {
        double[] weights = new double[grid.size()];
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            grid.interpolation(x[i], weights);
            sum += width[i] * Math.exp(dot(weights, logE, 0)) * dot(weights, values, 0);
        }
        return sum / norm;
    }

    @Override
    public Optional<Circulation> circulation() {
        HierarchyModes modes = new HierarchyModes(setting.surface().dimension() - 1, q.length);
        return Optional.of(new HierarchyCirculation(
                this, grid, valley, logE, q, modes));
    }

    /** A place on the whole valley: its image among the points, E / (D_xx Z) there, and how to interpolate. */
    record Place(double x, double factor, double[] weights, double[] oddWeights) {
        /** The value of an even function given at the points. */
        double even(double[] values) {
            return dot(weights, values, 0);
        }

        /** The value of an odd function, such as a current or a slope. */
        double odd(double[] values) {
            return dot(oddWeights, values, 0);
        }
    }

    /** A place inside the range; on a ring within its first turn. */
    Place place(double at) {
        double reduced = range.reduced(at);
        double[] weights = new double[grid.size()];
        double factor = density(reduced, weights);
        double[] odd = new double[grid.size()];
        grid.oddInterpolation(reduced, odd);
        if (reduced != at) {
            Arrays.setAll(odd, k -> -odd[k]);
        }
        return new Place(reduced, factor, weights, odd);
    }

    /** F^2 of the first direction. */
    double squareFlatness(double at) {
        double flatness = setting.surface().geometry().shape().orElseThrow().flatness().get(0).value(at);
        return flatness * flatness;
    }

    Line line() {
        return line;
    }

    /** Exact in y for the mean square across; refuses other functions of y. */
    @Override
    public double mean(Diagnostic diagnostic) {
        if (Relaxed.isSquareAcross(diagnostic)) {
            return Arrays.stream(square).sum();
        }
        double sum = 0.0;
        double[] theta = new double[setting.surface().dimension()];
        for (int i = 0; i < x.length; i++) {
            theta[0] = x[i];
            double value = diagnostic.at(theta);
            if (range.mirrored()) {
                theta[0] = range.image(x[i]);
                value = 0.5 * (value + diagnostic.at(theta));
            }
            sum += mass[i] * value;
        }
        return sum;
    }

    @Override
    public double marginal(double at) {
        return marginal(at, new double[grid.size()]);
    }

    private double marginal(double at, double[] weights) {
        double inside = grid.ring() ? setting.domain().along().fold(at) : at;
        if (inside < range.from() || inside > range.to()) {
            return 0.0;
        }
        return density(range.reduced(inside), weights) * dot(weights, q[0], 0);
    }

    /** The factor E / (D_xx Z), and the weights of the interpolation. */
    private double density(double at, double[] weights) {
        grid.interpolation(at, weights);
        return Math.exp(dot(weights, logE, 0)) / (line.diffusion(at) * norm);
    }

    @Override
    public double[] breakpoints() {
        double[] half = Arrays.stream(breaks).map(range.axis().stretch()::at).toArray();
        half[0] = range.axis().from();
        half[half.length - 1] = range.end();
        return range.mirrored()
                ? Arrays.stream(half).flatMap(at -> Arrays.stream(new double[] {at, range.image(at)}))
                        .sorted().distinct().toArray()
                : half;
    }

    /** True where mode 0 falls so far below its largest value that rounding takes a part of its digits away. */
    boolean reachesRounding() {
        return !inLogarithms && valley.span() > FAR_BELOW;
    }

    /** The number of points along. */
    int points() {
        return grid.size();
    }

    /** The number of degrees across. */
    int modes() {
        return q.length;
    }

    /** The law of a solution in logarithms. */
    static HierarchyLaw inLogarithms(PlainSetting setting, ValleyRange range, Collocation grid,
            ValleyCoefficients valley, HierarchyTails.Solved solved, Resolution output) {
        HierarchyLaw law = new HierarchyLaw(setting, range, grid, valley, solved.logE(), solved.q(), output,
                LawPieces.edges(range, grid, solved.logE(), 4.0), true);
        law.integrate();
        return law;
    }

    @Override
    public double logMarginal(double at) {
        return logMarginal(at, new double[grid.size()]);
    }

    private double logMarginal(double at, double[] weights) {
        double inside = grid.ring() ? setting.domain().along().fold(at) : at;
        if (inside < range.from() || inside > range.to()) {
            return Double.NEGATIVE_INFINITY;
        }
        double reduced = range.reduced(inside);
        grid.interpolation(reduced, weights);
        return dot(weights, logE, 0) + Math.log(dot(weights, q[0], 0)) - Math.log(line.diffusion(reduced) * norm);
    }

    @Override
    public double[] logMarginals(Interval along, int cells) {
        Known last = known;
        if (last.logMarginals.length != cells || !last.along.equals(along)) {
            double[] values = new double[cells];
            double[] weights = new double[grid.size()];
            Arrays.setAll(values, i -> logMarginal(along.middle(i, cells), weights));
            last = new Known(along, values);
            known = last;
        }
        return last.logMarginals;
    }

    /** P - P_other at the nodes, times their widths; NaN where one of them is not a density at all. */
    double[] difference(HierarchyLaw other) {
        double[] difference = new double[x.length];
        double[] weights = new double[other.grid.size()];
        for (int i = 0; i < x.length; i++) {
            difference[i] = mass[i] - width[i] * other.marginal(x[i], weights);
        }
        return difference;
    }

    /**
     * int |f| |P - P_other| dx relative to the mean of |f| for a diagnostic f: what its mean may have moved by, were it
     * not for cancellation.
     *
     * @param difference from {@link #difference}
     */
    double moved(double[] difference, Diagnostic diagnostic) {
        DoubleUnaryOperator function = Relaxed.of(diagnostic, line, setting.surface().dimension());
        double mean = 0.0;
        double moved = 0.0;
        for (int i = 0; i < x.length; i++) {
            double size = Math.abs(function.applyAsDouble(x[i]));
            if (range.mirrored()) {
                size = 0.5 * (size + Math.abs(function.applyAsDouble(range.image(x[i]))));
            }
            mean += Math.abs(mass[i]) * size;
            moved += Math.abs(difference[i]) * size;
        }
        return moved / mean;
    }

    /** The mass beyond |y_i| = reach, judged by the relaxed variance. */
    double massBeyond(int direction, double reach) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double deviation = Math.sqrt(line.squareAcross(direction, x[i]));
            sum += Math.abs(mass[i]) * Erf.erfc(reach / (Math.sqrt(2.0) * deviation));
        }
        return sum;
    }

    /**
     * The size of the last terms along of mode 0, which is all of the marginal: of the amplitude, or of E times it
     * where that is less, since neither thin layers where nothing lives nor a narrow E that is known need resolving.
     */
    double tailAlong() {
        double[] weighted = weighted(q[0]);
        return Math.min(grid.tail(q[0]) / largest(q[0]), grid.tail(weighted) / largest(weighted));
    }

    private double[] weighted(double[] modes) {
        double[] product = new double[modes.length];
        Arrays.setAll(product, i -> modes[i] * Math.exp(logE[i % logE.length]));
        return product;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** The size of the last modes, where the density lives. */
    double tailAcross() {
        return largest(weighted(q[q.length - 1])) / largest(weighted(q[0]));
    }

    /**
     * At the centres of cells; those across are graded as for finite volumes. Where the truncated series is below zero,
     * far out in y and by less than the tolerance of the largest density, the value is 0. Empty for several sharp
     * directions.
     */
    @Override
    public Optional<Density> density() {
        if (setting.surface().dimension() > 2) {
            return Optional.empty();
        }
        Axis along = range.whole().cells(output.nx());
        Axis across = Truncation.across(setting, range.from(), range.to(), new ArrayList<>()).cells(output.ny());
        double[][] values = new double[along.size()][across.size()];
        double[] weights = new double[grid.size()];
        for (int i = 0; i < along.size(); i++) {
            double at = range.reduced(along.centres()[i]);
            double s = Math.sqrt(line.squareAcross(at));
            double factor = density(at, weights) / (s * Math.sqrt(2.0 * Math.PI));
            double[] mode = Arrays.stream(q).mapToDouble(of -> dot(weights, of, 0)).toArray();
            for (int j = 0; j < across.size(); j++) {
                double u = across.centres()[j] / s;
                values[i][j] = Math.max(0.0, factor * Math.exp(-0.5 * u * u) * series(mode, u));
            }
        }
        return Optional.of(new Density(along.centres(), across.centres(), values));
    }

    /** sum_m mode[m] he_{2m}(u), by sqrt(n + 1) he_{n+1} = u he_n - sqrt(n) he_{n-1}. */
    static double series(double[] mode, double u) {
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
