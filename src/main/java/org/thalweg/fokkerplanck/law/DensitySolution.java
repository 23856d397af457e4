package org.thalweg.fokkerplanck.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

/**
 * A density with everything that is asked of it: means, marginals, and the notes that belong beside them. Values are
 * extrapolated over refinements; their standard errors are estimates of the numerical error.
 */
public final class DensitySolution {
    private static final List<Quantity> OF_X = List.of(Quantity.MEAN_X, Quantity.MEAN_SQUARE_X);
    private static final List<Quantity> QUANTITIES = List.of(Quantity.MEAN_X, Quantity.VARIANCE_X,
            Quantity.MEAN_SQUARE_X, Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS, Quantity.SELECTION_EXPONENT);
    /** Points of the least-squares fit of the exponent: four times the bins of a histogram, enough for any smooth F. */
    private static final int EXPONENT_POINTS = 4 * Marginal.HISTOGRAM_BINS;

    /** ln P is known where a refinement moves it by less; elsewhere it is rounding, and so is a slope through it. */
    private static final double KNOWN = 1.0;

    /** Part of the range over which errors of cells are alike. */
    private static final int CELLS_NEAR = 16;

    /**
     * The same where series are cut off: a term left out is missing all along, and what the last one moved is small
     * by accident over longer stretches.
     */
    private static final int SERIES_NEAR = 4;

    /**
     * What a cut leaves out of a bounded function: the square of the velocity J / P falls outwards, or
     * the mass does.
     */
    private static final Diagnostic MASS = Diagnostic.along(Quantity.of("mass"), x -> 1.0);

    private final DensityMethod method;
    private final PlainSetting setting;
    private final List<? extends Law> laws;
    private final Interval range;
    private final List<String> notes;
    private final Map<Quantity, Measurement> quantities;
    private final Optional<Estimate> another;
    /** The relative error that cutting open ends leaves in a mean. */
    private final ToDoubleFunction<Diagnostic> truncation;

    /** Another estimate of the errors, which count so many times beside those of the solution itself. */
    private record Estimate(DensitySolution of, double times) {}

    private DensitySolution(DensityMethod method, PlainSetting setting, List<? extends Law> laws, Interval range,
            List<String> notes, Map<Quantity, Measurement> quantities, Optional<Estimate> another,
            ToDoubleFunction<Diagnostic> truncation) {
        this.method = method;
        this.setting = setting;
        this.laws = List.copyOf(laws);
        this.range = range;
        this.notes = List.copyOf(notes);
        this.quantities = Collections.unmodifiableMap(quantities);
        this.another = another;
        this.truncation = truncation;
    }

    /**
     * The solution made of one law at successive refinements.
     *
     * @param laws three grids, or two quadratures or hierarchies, the finest last
     * @param range where the marginal is shown and the exponent fitted
     * @param truncation the relative error that cutting open ends leaves in a mean; NaN where the mean does not exist
     */
    public static DensitySolution of(DensityMethod method, PlainSetting setting, List<? extends Law> laws,
            Interval range,
            ToDoubleFunction<Diagnostic> truncation, List<String> notes) {
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>();
        QUANTITIES.forEach(quantity -> quantities.put(quantity, Measurement.UNDEFINED));
        List<String> said = new ArrayList<>(notes);
        CentralMoments.put(laws, truncation, quantities);
        for (Diagnostic diagnostic : Diagnostic.ofLaw(setting)) {
            if (!OF_X.contains(diagnostic.quantity())) {
                double cut = truncation.applyAsDouble(diagnostic) + Richardson.ROUNDING;
                Measurement mean = combine(laws, law -> law.mean(diagnostic));
                quantities.put(diagnostic.quantity(), mean.defined() && !Double.isNaN(cut)
                        ? widen(mean, cut * scale(diagnostic, laws)) : Measurement.UNDEFINED);
            }
            if (!quantities.get(diagnostic.quantity()).defined()) {
                said.add(diagnostic.quantity() + " does not exist: the tails of the density are too heavy");
            }
        }
        setting.surface().geometry().shape().ifPresent(shape ->
                quantities.put(Quantity.SELECTION_EXPONENT, exponent(laws, shape, range)));
        if (setting.surface().geometry().valley() && !quantities.get(Quantity.SELECTION_EXPONENT).defined()) {
            said.add(Quantity.SELECTION_EXPONENT + " is undefined: F is constant, or ln P is not known all along x,"
                    + " the density being below the accuracy of the solution somewhere");
        }
        return new DensitySolution(method, setting, laws, range, said, quantities, Optional.empty(), truncation);
    }

    private static Measurement widen(Measurement found, double error) {
        return Measurement.computed(found.value(), found.standardError() + error);
    }

    /** What relative errors of a mean refer to: the mean of its absolute value, since it may vanish by symmetry. */
    private static double scale(Diagnostic diagnostic, List<? extends Law> laws) {
        return laws.get(0).mean(diagnostic.absolute());
    }

    /** A number of the laws, refined. */
    static Measurement combine(List<? extends Law> laws, ToDoubleFunction<Law> quantity) {
        return Richardson.of(laws.stream().mapToDouble(quantity).toArray(), unresolved(laws));
    }

    /** See {@link Richardson#unresolved}: of the mass in the cells along of the coarsest of three grids. */
    private static double unresolved(List<? extends Law> laws) {
        if (laws.size() != Resolution.LEVELS) {
            return 0.0;
        }
        double[] edges = laws.get(0).breakpoints();
        double[][] levels = new double[laws.size()][edges.length - 1];
        for (int l = 0; l < levels.length; l++) {
            Law law = laws.get(l);
            Arrays.setAll(levels[l], i ->
                    law.marginal(0.5 * (edges[i] + edges[i + 1])) * (edges[i + 1] - edges[i]));
        }
        return Richardson.unresolved(levels);
    }

    /**
     * Refinements may agree on a slope by accident, as where ln P moves up here and down there, or two terms of its
     * expansion cancel in the sum over x; then the error is at least the largest change of slope that a change of ln P
     * of the same size could have made. Of two quadratures that is what the second moved, of three grids what a second
     * extrapolation moves, as {@link Richardson#ofGrids} has it of a number.
     */
    private static Measurement exponent(List<? extends Law> laws, ValleyShape shape, Interval range) {
        double[] logFlatness = new double[EXPONENT_POINTS];
        for (int i = 0; i < EXPONENT_POINTS; i++) {
            logFlatness[i] = Math.log(shape.flatnessAt(range.middle(i, EXPONENT_POINTS)));
        }
        double[][] logDensity = laws.stream().map(law -> law.logMarginals(range, EXPONENT_POINTS))
                .toArray(double[][]::new);
        // Masses of cells are positive by construction, and three grids show how ln P converges.
        boolean grids = laws.size() == 3;
        double[] change = new double[EXPONENT_POINTS];
        for (int i = 0; i < EXPONENT_POINTS; i++) {
            double moved = logDensity[1][i] - logDensity[0][i];
            if (!(Math.abs(moved) <= (grids ? Double.MAX_VALUE : KNOWN))) {
                return Measurement.UNDEFINED;
            }
            change[i] = grids ? Richardson.ofSecond(logDensity[0][i], logDensity[1][i], logDensity[2][i]) : moved;
        }
        Measurement slope = Richardson.of(Arrays.stream(logDensity)
                .mapToDouble(law -> SelectionExponent.ofLogarithms(logFlatness, law)).toArray(), unresolved(laws));
        double largest = spread(change) / spread(logFlatness);
        return slope.defined() && largest > slope.standardError()
                ? Measurement.computed(slope.value(), largest) : slope;
    }

    private static double spread(double[] values) {
        StandardDeviation spread = new StandardDeviation();
        Arrays.stream(values).forEach(spread::increment);
        return spread.getResult();
    }

    /** True where two refinements have the same ln P, roughly, all along x. */
    public static boolean knownAlong(Law coarse, Law fine, Interval range) {
        double[] before = coarse.logMarginals(range, EXPONENT_POINTS);
        double[] now = fine.logMarginals(range, EXPONENT_POINTS);
        for (int i = 0; i < EXPONENT_POINTS; i++) {
            if (!(Math.abs(now[i] - before[i]) <= KNOWN)) {
                return false;
            }
        }
        return true;
    }

    /** How it was computed; never AUTO. */
    public DensityMethod method() {
        return method;
    }

    /**
     * {@code mean_x variance_x mean_square_x mean_square_y mean_flatness selection_exponent}, in this order. The value
     * is UNDEFINED where a mean does not exist or the surface has no such number.
     */
    public Map<Quantity, Measurement> quantities() {
        return quantities;
    }

    /** The marginal on {@value Marginal#HISTOGRAM_BINS} equal bins of {@link #range()}. */
    public Marginal marginal() {
        return marginalOn(range, Marginal.HISTOGRAM_BINS);
    }

    /** The interval of x that the marginal is shown on: the domain, or the part of an open one that holds the mass. */
    public Interval range() {
        return range;
    }

    /**
     * Averages of the marginal over the equal bins of a histogram, so that one fit can use the same weights for both.
     *
     * @param onto both ends finite; on a ring inside its first turn
     */
    public Marginal marginalOn(Interval onto, int bins) {
        double[][] levels = new double[laws.size()][];
        for (int l = 0; l < levels.length; l++) {
            levels[l] = BinAverages.of(laws.get(l), onto.from(), onto.to(), bins);
        }
        double[] x = new double[bins];
        double[] flatness = new double[bins];
        double[] density = new double[bins];
        double[] error = new double[bins];
        Optional<ValleyShape> shape = setting.surface().geometry().shape();
        double[] refinements = new double[levels.length];
        for (int b = 0; b < bins; b++) {
            x[b] = onto.from() + onto.length() * (b + 0.5) / bins;
            double at = x[b];
            flatness[b] = shape.map(s -> s.flatnessAt(at)).orElse(Double.NaN);
            for (int l = 0; l < levels.length; l++) {
                refinements[l] = levels[l][b];
            }
            Measurement average = Richardson.ofPositive(refinements);
            density[b] = average.value();
            error[b] = average.standardError();
        }
        double[] nearby = nearby(density, error, levels.length == Resolution.LEVELS ? CELLS_NEAR : SERIES_NEAR);
        if (levels.length == Resolution.LEVELS) {
            atThePaceOfNeighbours(levels, density, error, nearby);
            asTheMassElsewhere(density, nearby);
        }
        another.ifPresent(estimate -> {
            double[] again = estimate.of().marginalOn(onto, bins).standardError();
            Arrays.setAll(nearby, b -> nearby[b] + (Double.isFinite(again[b]) ? estimate.times() * again[b] : 0.0));
        });
        return new Marginal(x, flatness, density, nearby);
    }

    /**
     * In tails the terms of the expansion of ln P cancel somewhere, and there it seems to converge faster than it does:
     * errors are at least the largest share of what the last refinement moved, within a sixteenth of the range, of
     * bins that are in their expansion.
     *
     * @param nearby modified
     */
    private static void atThePaceOfNeighbours(double[][] levels, double[] density, double[] error, double[] nearby) {
        int reach = Math.max(1, density.length / CELLS_NEAR);
        for (int b = 0; b < density.length; b++) {
            double share = 0.0;
            for (int k = Math.max(0, b - reach); k <= Math.min(density.length - 1, b + reach); k++) {
                double last = Math.log(levels[2][k] / levels[1][k]);
                if (Richardson.inExpansion(Math.log(levels[1][k] / levels[0][k]) / last)) {
                    share = Math.max(share, error[k] / density[k] / Math.abs(last));
                }
            }
            double least = share * Math.abs(Math.log(levels[2][b] / levels[1][b])) * density[b];
            nearby[b] = least > nearby[b] && Double.isFinite(least) ? least : nearby[b];
        }
    }

    /**
     * Every bin is a share of all mass: what is not known of the mass in other bins is not known of its share. Two
     * wells show it, whose shapes are known and whose shares hang on the barrier between them.
     *
     * @param nearby modified
     */
    private static void asTheMassElsewhere(double[] density, double[] nearby) {
        double share = Arrays.stream(nearby).sum() / Arrays.stream(density).sum();
        for (int b = 0; b < density.length && Double.isFinite(share); b++) {
            nearby[b] = Math.max(nearby[b], share * density[b]);
        }
    }

    /**
     * What refinements moved changes its sign along the valley, and is nothing there by accident: errors are the
     * largest within a part of the range, of themselves or of their share in the density, whichever says less.
     */
    private static double[] nearby(double[] density, double[] error, int part) {
        int reach = Math.max(1, density.length / part);
        double[] nearby = new double[density.length];
        for (int b = 0; b < nearby.length; b++) {
            double plain = error[b];
            double relative = error[b] / density[b];
            for (int k = Math.max(0, b - reach); k <= Math.min(density.length - 1, b + reach); k++) {
                plain = Math.max(plain, error[k]);
                relative = Math.max(relative, error[k] / density[k]);
            }
            double share = relative * density[b];
            nearby[b] = share < plain ? share : plain;
        }
        return nearby;
    }

    /**
     * The density over the plane, not extrapolated: on the finest grid, or on the cells asked for by the hierarchy.
     * Empty for a quadrature.
     */
    public Optional<Density> density() {
        return laws.get(laws.size() - 1).density();
    }

    /**
     * int J D^-1 J / P dx, refined: how fast the stationary state produces entropy, per unit of time of the setting.
     * UNDEFINED where currents are not known.
     */
    public Measurement entropyProduction() {
        double[] values = new double[laws.size()];
        double rounding = 0.0;
        for (int l = 0; l < values.length; l++) {
            Optional<Circulation> flows = laws.get(l).circulation();
            if (flows.isEmpty()) {
                return Measurement.UNDEFINED;
            }
            Measurement found = flows.get().entropyProduction();
            values[l] = found.value();
            rounding = Math.max(rounding, found.standardError());
        }
        Measurement refined = Richardson.of(values, unresolved(laws));
        double again = another.map(estimate -> estimate.times() * estimate.of().entropyProduction().standardError())
                .orElse(0.0);
        return widen(refined, rounding + again + truncation.applyAsDouble(MASS) * Math.abs(refined.value()));
    }

    /** The current over the plane, where {@link #density()} is; empty where it is not known. */
    public Optional<Current> current() {
        return laws.get(laws.size() - 1).circulation().flatMap(Circulation::current);
    }

    /**
     * The same with so many times the errors of another estimate added, those of the marginal too; as it is where the
     * other has no such number.
     */
    public DensitySolution withErrorsOf(DensitySolution other, double times) {
        Map<Quantity, Measurement> widened = new LinkedHashMap<>();
        quantities.forEach((quantity, found) -> {
            Measurement again = other.quantities.get(quantity);
            widened.put(quantity, found.defined() && again.defined()
                    ? widen(found, times * again.standardError()) : found);
        });
        return new DensitySolution(
                method, setting, laws, range, notes, widened, Optional.of(new Estimate(other, times)),
                truncation);
    }

    /** The same with errors added to those of some quantities. */
    public DensitySolution widened(Map<Quantity, Double> errors) {
        Map<Quantity, Measurement> widened = new LinkedHashMap<>(quantities);
        errors.forEach((quantity, error) -> widened.computeIfPresent(quantity,
                (name, found) -> found.defined() ? widen(found, error) : found));
        return new DensitySolution(method, setting, laws, range, notes, widened, another, truncation);
    }

    /** The same with one more note. */
    public DensitySolution saying(String note) {
        List<String> said = new ArrayList<>(notes);
        said.add(note);
        return new DensitySolution(method, setting, laws, range, said, quantities, another, truncation);
    }

    /** What a reader must know: where an open domain was truncated, what is asymptotic, what was chosen and why. */
    public List<String> notes() {
        return notes;
    }
}
