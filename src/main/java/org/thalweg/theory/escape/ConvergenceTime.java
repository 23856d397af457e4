package org.thalweg.theory.escape;

import java.util.Arrays;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Measurement;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.theory.floor.FloorExpansion;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.Theorem;
import org.thalweg.theory.quadrature.Antiderivative;
import org.thalweg.theory.quadrature.Quadrature;

/**
 * The mean first-passage time from the start to the flat set in the valley-floor SDE (docs/theory/convergence-time.md).
 *
 * <p>On a degenerate valley with constant noise T = (1/Delta) T(kappa, F): stronger noise, shorter time; in
 * iterations k = T/eta ~ 1/(eta^2 sigma2). Asymptotic as y relaxes fast, exact within the floor SDE. {@link
 * #finiteLearningRate()} is the time on the floor of the recursion, {@link #withDiscreteSteps()} the time of a walk
 * that is seen only at its steps.
 *
 * <ul>
 *   <li>A start inside the flat set gives 0.
 *   <li>A flat set that cannot be reached, or an open line whose tail cannot be normalised, gives infinity.
 *   <li>To the {@link #nextOrder()}, a start from which x arrives while y relaxes gives 0.
 *   <li>F^2 &lt;= eta/2 on the way gives NaN at a finite learning rate: there is no floor to walk on.
 *   <li>From a starting distribution it is the mean over the distribution.
 *   <li>Absorbing walls are treated as reflecting ones; a hypothesis says so.
 * </ul>
 */
public final class ConvergenceTime {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("convergence time",
            "mean first-passage time to the flat set; on a degenerate valley T ~ 1/Delta, k = T/eta ~ 1/(eta^2 sigma2)",
            Theorem.Standing.ASYMPTOTIC, "YTT23", "convergence-time.md");

    /** -zeta(1/2)/sqrt(2 pi), the mean overshoot of a Gaussian walk in units of its step [Sie79], [BGK97]. */
    public static final double MEAN_OVERSHOOT = 0.5825971579390107;

    /** ln of times that are numbers, and a thousand times as much (the largest double is e^709). */
    private static final double LARGEST_LOG = 700.0;

    /** Relative change of the noise by which the exponent on a sloping floor is measured. */
    private static final double HEAT_STEP = 1e-3;

    /**
     * Relative rounding error: the edges of the flat set are known to 1e-13 of the domain, and some thousand logarithms
     * are summed.
     */
    private static final double ROUNDING = 1e-12;

    private final PlainSetting setting;
    private final FloorDiffusion floor;
    private final FlatSet flatSet;
    private final boolean recursion;
    private final boolean discrete;
    private final boolean nextOrder;
    private final boolean layer;
    /** Found when first asked for. */
    private volatile PassageInterval interval;
    private volatile Double meanTime;
    private volatile Double logMeanTime;

    private ConvergenceTime(PlainSetting setting, boolean recursion, boolean discrete, boolean nextOrder,
            boolean layer) {
        this.setting = setting;
        this.floor = FloorDiffusion.of(setting);
        this.flatSet = setting.flatSet().orElseThrow(() -> new Refusal(
                "'" + setting.name() + "' has no flat set to converge to; add 'converged: {flatness: ...}'"));
        this.recursion = recursion;
        this.discrete = discrete;
        this.nextOrder = nextOrder;
        this.layer = layer;
    }

    /** The convergence time of a valley; refuses other surfaces and settings without a flat set. */
    public static ConvergenceTime of(PlainSetting setting) {
        return new ConvergenceTime(setting, false, false, false, false);
    }

    /** The same time on the floor of literal SGD, whose variance across the valley is larger. */
    public ConvergenceTime finiteLearningRate() {
        return variant(true, discrete, nextOrder, layer);
    }

    /** The same time for a walk that is seen at its steps only: the flat set shrinks by {@link #overshoot}. */
    public ConvergenceTime withDiscreteSteps() {
        return variant(recursion, true, nextOrder, layer);
    }

    /**
     * The same time to the next order in the slowness of x: the spread across the valley lags behind x, starts from
     * the start's own y, and ends at the edge of the flat set.
     */
    public ConvergenceTime nextOrder() {
        return variant(recursion, discrete, true, true);
    }

    /** {@link #nextOrder()} but for the edge of the flat set, where the spread across no longer follows x. */
    public ConvergenceTime nextOrderWithoutLayer() {
        return variant(recursion, discrete, true, false);
    }

    private ConvergenceTime variant(
            boolean ofRecursion, boolean ofDiscreteSteps, boolean toNextOrder, boolean withLayer) {
        ConvergenceTime variant = new ConvergenceTime(setting, ofRecursion, ofDiscreteSteps, toNextOrder, withLayer);
        variant.interval = interval;
        return variant;
    }

    /** The mean time, in learning time. */
    public double meanTime() {
        Double known = meanTime;
        if (known == null) {
            known = setting.startDistribution().isPresent() ? meanTime(PassageInterval.PANELS)
                    : Math.exp(logMeanTime());
            meanTime = known;
        }
        return known;
    }

    /**
     * The mean time with its numerical error: what half as many panels change, which is far more than what is left; the
     * error of the weight, which counts twice; the rounding of some thousand sums of logarithms.
     */
    public Measurement mean() {
        double value = meanTime();
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? Measurement.UNDEFINED : Measurement.exact(value);
        }
        double change = Math.abs(meanTime(PassageInterval.PANELS / 2) - value);
        return Measurement.computed(value, change + value * (2.0 * logError() + ROUNDING));
    }

    private double logError() {
        return nextOrder ? 0.0 : equation(1.0).logError();
    }

    /**
     * What the relaxation of y from the start may change beside what it moves x by on average ({@link #nextOrder}), in
     * time and by its size: x is moved by a share of the distance that it diffuses meanwhile, and the time varies over
     * that distance. 0 where the mean is no number.
     */
    public double relaxation() {
        return !Double.isFinite(meanTime()) ? 0.0
                : setting.startDistribution().map(distribution -> distribution.nodes().stream()
                        .mapToDouble(node -> node.weight() * relaxation(folded(node.at()))).sum())
                .orElseGet(() -> relaxation(setting.start()));
    }

    private double relaxation(double[] point) {
        FloorExpansion expansion = new FloorExpansion(floor, 0.0, 1.0);
        double x = point[0];
        double reach = 0.0;
        double share = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            double f = floor.shape().flatness().get(i).value(x);
            reach = Math.max(reach, f * Math.sqrt(floor.along(x)));
            share += Hypotheses.pull(floor, i, x, Math.abs(point[i + 1] * point[i + 1] - floor.across(i, x) * f * f));
        }
        double here = Math.exp(logFrom(point, 1.0, PassageInterval.PANELS));
        double change = Math.max(Math.abs(timeAt(point, -reach) - here), Math.abs(timeAt(point, reach) - here));
        return here == 0.0 ? 0.0 : (Math.abs(expansion.slip(point)) / reach + share) * change;
    }

    private double timeAt(double[] point, double shift) {
        Interval domain = floor.domain();
        double[] there = point.clone();
        there[0] = domain.fold(point[0] + shift);
        return domain.contains(there[0]) ? Math.exp(logFrom(there, 1.0, PassageInterval.PANELS)) : 0.0;
    }

    /** ln of the mean time; finite where that overflows a double, over barriers of more than 700 temperatures. */
    public double logMeanTime() {
        Double known = logMeanTime;
        if (known == null) {
            known = logMeanTime(1.0, PassageInterval.PANELS);
            logMeanTime = known;
        }
        return known;
    }

    /** True where the mean is finite, and larger than numbers can be: given by {@link #logMeanTime} alone. */
    public boolean beyondNumbers() {
        double log = logMeanTime();
        return log >= LARGEST_LOG && log < Double.POSITIVE_INFINITY;
    }

    /** The mean in words and in learning time: a number, infinite, or the power of e that no number holds. */
    public String inWords() {
        double clock = setting.clock();
        return beyondNumbers() ? "e^" + Hypotheses.format(logMeanTime() + Math.log(clock))
                : Hypotheses.format(meanTime() * clock);
    }

    /** ln of the mean time with its numerical error, as {@link #mean} has it. */
    public Measurement logMean() {
        double value = logMeanTime();
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? Measurement.UNDEFINED : Measurement.exact(value);
        }
        double change = Math.abs(logMeanTime(1.0, PassageInterval.PANELS / 2) - value);
        return Measurement.computed(value, change + 2.0 * logError() + ROUNDING);
    }

    /**
     * d ln T / d ln Delta at a fixed learning rate: -1 on a degenerate valley with constant noise; elsewhere by central
     * differences, all noise being scaled together.
     */
    public double temperatureExponent() {
        PassageInterval interval = interval();
        boolean degenerate = floor.constantNoise() && floor.shape().degenerate(interval.left(), interval.right());
        if (degenerate && !discrete && !nextOrder) {
            return -1.0;
        }
        return (logMeanTime(1.0 + HEAT_STEP, PassageInterval.PANELS)
                - logMeanTime(1.0 - HEAT_STEP, PassageInterval.PANELS))
                / (StrictMath.log1p(HEAT_STEP) - StrictMath.log1p(-HEAT_STEP));
    }

    /**
     * How far, on average, a walk with the steps of SGD has passed an edge at {@code x} when it is first seen beyond
     * it: 0.5826 sqrt(2 D_xx eta), in units of x. Asymptotic for steps that are small beside everything else.
     */
    double overshoot(double x, double heat) {
        return MEAN_OVERSHOOT
                * Math.sqrt(2.0 * heat * floor.along(floor.domain().fold(x)) * setting.sgd().learningRate());
    }

    /** What must hold for the time to be that of the diffusion; of literal SGD with {@link #finiteLearningRate()}. */
    public List<Hypothesis> hypotheses() {
        PassageInterval interval = interval();
        double start = setting.start()[0];
        // Where a side has no target the walker still visits it, as far as the density lives.
        Support way = interval.leftIsTarget() || interval.rightIsTarget()
                ? Support.between(floor, interval.leftIsTarget() ? interval.left() : start,
                        interval.rightIsTarget() ? interval.right() : start)
                : Support.of(floor);
        double log = logMeanTime();
        List<Hypothesis> shared = List.of(
                new Hypothesis("the flat set is reached in a finite mean time", log < Double.POSITIVE_INFINITY,
                        "T = " + inWords()),
                new Hypothesis("no wall absorbs", floor.domain().boundary() != Boundary.ABSORBING,
                        floor.domain().boundary().key()),
                Hypotheses.noiseAlongFloor(floor, way),
                Hypotheses.fastAcrossOnTheWay(floor, way, nextOrder),
                Hypotheses.slowFloor(floor, way),
                Hypotheses.startsInTheValley(setting));
        double learningRate = setting.sgd().learningRate();
        return recursion
                ? Hypotheses.and(shared, Hypotheses.stableAcross(floor, learningRate),
                        Hypotheses.gaussianNoise(setting.noise()))
                : shared;
    }

    private PassageInterval interval() {
        PassageInterval known = interval;
        if (known == null) {
            known = PassageInterval.around(setting.start()[0], floor, flatSet);
            interval = known;
        }
        return known;
    }

    private double meanTime(int panels) {
        return setting.startDistribution().map(distribution -> distribution.nodes().stream()
                        .mapToDouble(node -> node.weight() * Math.exp(logFrom(folded(node.at()), 1.0, panels))).sum())
                .orElseGet(() -> Math.exp(logFrom(setting.start(), 1.0, panels)));
    }

    private double logMeanTime(double heat, int panels) {
        return setting.startDistribution().map(distribution -> distribution.nodes().stream()
                        .mapToDouble(node -> Math.log(node.weight()) + logFrom(folded(node.at()), heat, panels))
                        .reduce(Double.NEGATIVE_INFINITY, Quadrature::logSum))
                .orElseGet(() -> logFrom(setting.start(), heat, panels));
    }

    private FloorEquation equation(double heat) {
        return new FloorEquation(floor, recursion ? setting.sgd().learningRate() : 0.0, heat);
    }

    private double[] folded(double[] point) {
        double[] inside = new double[point.length];
        Arrays.setAll(inside, i -> setting.domain().interval(i).fold(point[i]));
        return inside;
    }

    /** ln of the mean time from a point. */
    private double logFrom(double[] point, double heat, int panels) {
        double start = point[0];
        if (flatSet.contains(floor.shape().flatnessAt(start))) {
            return Double.NEGATIVE_INFINITY;
        }
        PassageInterval interval =
                start == setting.start()[0] ? interval() : PassageInterval.around(start, floor, flatSet);
        if (recursion && !stable(interval)) {
            return Double.NaN;
        }
        FloorEquation equation = equation(heat);
        if (!interval.leftIsTarget() && escapes(equation, interval.left(), start)
                || !interval.rightIsTarget() && escapes(equation, interval.right(), start)) {
            return Double.POSITIVE_INFINITY;
        }
        if (discrete) {
            interval = interval.widened(overshoot(interval.left(), heat), overshoot(interval.right(), heat));
        }
        if (!nextOrder) {
            return new Passage(equation::logWeight, equation::diffusion).logMeanTime(start, interval, panels);
        }
        FloorExpansion expansion =
                new FloorExpansion(floor, recursion ? setting.sgd().learningRate() : 0.0, heat);
        Passage passage = new Passage(
                Antiderivative.of(expansion::logSlope, floor.domain()),
                x -> expansion.diffusion(x) / expansion.inertia(x));
        PassageInterval shifted = !layer ? interval
                : interval.widened(expansion.layer(interval.left()), expansion.layer(interval.right()));
        double slipped = start + expansion.slip(point);
        double from = floor.domain().boundary() == Boundary.PERIODIC ? slipped : floor.domain().fold(slipped);
        return shifted.contains(from) ? passage.logMeanTime(from, shifted, panels) : Double.NEGATIVE_INFINITY;
    }

    private boolean stable(PassageInterval interval) {
        return Support.between(floor, interval.left(), interval.right())
                .max(x -> Hypotheses.halfRateTimesCurvature(floor, setting.sgd().learningRate(), x)) < 1.0;
    }

    /** True where the weight beyond an open end cannot be integrated: it falls no faster than 1/|x|. */
    private boolean escapes(FloorEquation equation, double end, double start) {
        if (floor.domain().boundary() != Boundary.OPEN) {
            return false;
        }
        double inner = start + 0.5 * (end - start);
        double slope = (equation.logWeight(end) - equation.logWeight(inner)) / Math.log(2.0);
        return !(slope < -1.0);
    }
}
