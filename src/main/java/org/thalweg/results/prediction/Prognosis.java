package org.thalweg.results.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.GeneralNoise;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.law.MarginalLaw;

/**
 * What the leading-order theory says about one quantity of a sweep.
 *
 * @param predicted the number, with the numerical error of its quadrature
 * @param allowance the theory's own estimate of its error
 */
public record Prognosis(Quantity quantity, Measurement predicted, List<Hypothesis> hypotheses, double allowance) {
    /** Points of the fit of the exponent. */
    private static final int CELLS = 256;

    /** Rounding of a logarithm that is a sum of a few terms of its size, and of the fit. */
    private static final double ROUNDING = 8.0 * Math.ulp(1.0);

    /** Mass that may lie outside the range of an open valley; that of a density. */
    private static final double OUTSIDE = 1e-6;

    /** The number alone. */
    public double value() {
        return predicted.value();
    }

    /**
     * All that the theory says about a valley: passage time and steps (with a flat set); flatness, exponent and spread
     * across (where there is a stationary state).
     */
    public static List<Prognosis> all(PlainSetting setting, RunPlan plan) {
        List<Prognosis> all = new ArrayList<>();
        AsymptoticOrder order = AsymptoticOrder.of(setting);
        if (setting.flatSet().isPresent()) {
            all.addAll(passage(setting, order));
        }
        if (!plan.stationary()) {
            return all;
        }
        MarginalLaw leading = leading(setting);
        MarginalLaw next = NextOrder.of(setting);
        List<Hypothesis> hypotheses = leading.hypotheses();
        Interval along = setting.domain().along();
        FloorMeans means = FloorMeans.of(setting, leading, along, 0.0);
        FloorMeans nextMeans = FloorMeans.of(setting, next, along, 0.0);
        Measurement flatness = means.flatness();
        all.add(new Prognosis(Quantity.MEAN_FLATNESS, flatness, hypotheses,
                order.allowance(flatness.value(), nextMeans.flatness().value())));
        Interval range = range(setting);
        Measurement exponent = exponent(leading, range);
        all.add(new Prognosis(Quantity.SELECTION_EXPONENT, exponent, leading.hypothesesOfExponent(range),
                order.allowance(exponent.value(), exponent(next, range).value())));
        Measurement spread = means.squareAcross();
        all.add(new Prognosis(Quantity.MEAN_SQUARE_Y, spread, hypotheses,
                order.allowance(spread.value(), nextMeans.squareAcross().value())
                        + order.ofSquareAcross(spread.value())));
        return all;
    }

    /**
     * Passage time and steps. Where the mean is beyond numbers they are undefined, and its logarithm stands for them.
     */
    private static List<Prognosis> passage(PlainSetting setting, AsymptoticOrder order) {
        ConvergenceTime time = ConvergenceTime.of(setting);
        List<Hypothesis> hypotheses = time.hypotheses();
        double rate = setting.sgd().learningRate();
        if (time.beyondNumbers()) {
            Measurement log = time.logMean();
            return List.of(
                    new Prognosis(Quantity.CONVERGENCE_TIME, Measurement.UNDEFINED, hypotheses, 0.0),
                    new Prognosis(Quantity.CONVERGENCE_STEPS, Measurement.UNDEFINED, hypotheses, 0.0),
                    new Prognosis(Quantity.LOG_CONVERGENCE_TIME, log, hypotheses,
                            order.allowance(log.value(), time.nextOrder().logMeanTime())));
        }
        double allowance = order.ofPassage(time);
        Measurement mean = time.mean();
        return List.of(
                new Prognosis(Quantity.CONVERGENCE_TIME, mean, hypotheses, allowance),
                new Prognosis(Quantity.CONVERGENCE_STEPS, mean.times(1.0 / rate), hypotheses, allowance / rate));
    }

    /**
     * Where the exponent is fitted: where the density is, not where a histogram counts.
     */
    private static Interval range(PlainSetting setting) {
        Interval along = setting.domain().along();
        return along.bounded() ? along : ValleyFloor.of(setting).effectiveRange(OUTSIDE);
    }

    /**
     * The slope of ln P on ln F over a uniform grid, P taken at the points of the grid. An error of ln P tilts it by as
     * much in units of the spread of ln F.
     */
    private static Measurement exponent(MarginalLaw law, Interval range) {
        double[] logFlatness = new double[CELLS];
        double[] logDensity = new double[CELLS];
        StreamingStatistics spread = new StreamingStatistics();
        double middle = law.logDensity(range.from() + 0.5 * range.length());
        double size = 1.0;
        for (int i = 0; i < CELLS; i++) {
            double x = range.from() + range.length() * (i + 0.5) / CELLS;
            logFlatness[i] = Math.log(law.floor().shape().flatnessAt(x));
            logDensity[i] = law.logDensity(x) - middle;
            spread.addValue(logFlatness[i]);
            size = Double.isFinite(logDensity[i]) ? Math.max(size, Math.abs(logDensity[i])) : size;
        }
        return Measurement.computed(SelectionExponent.ofLogarithms(logFlatness, logDensity),
                (law.logError() + ROUNDING * size) / spread.getStandardDeviation());
    }

    /** The leading-order stationary marginal of a valley, at first order; empty for others. */
    public static Optional<MarginalLaw> stationaryLaw(Setting setting) {
        return !stationary(setting) ? Optional.empty()
                : setting.surface().geometry().shape().map(shape -> leading(setting.effective().atFirstOrder()));
    }

    /**
     * With a schedule or reshuffling nothing is stationary; a weight decay changes the flatness that a law is drawn
     * against.
     */
    private static boolean stationary(Setting setting) {
        return setting.hasDiffusion() && setting.sgd().weightDecay() == 0.0;
    }

    /** The stationary density of a single parameter, a quadrature; empty for others, and where it fails. */
    public static Optional<DensitySolution> exactDensity(Setting setting) {
        if (setting.surface().geometry() != Geometry.LINE || !stationary(setting)) {
            return Optional.empty();
        }
        return StationaryDensity.attempt(setting.effective(), DensityMethod.QUADRATURE, Resolution.DEFAULT).found();
    }

    /** The leading-order marginal for the noise at hand. */
    public static MarginalLaw leading(PlainSetting setting) {
        return setting.temperature().isPresent() ? EffectiveLoss.of(setting) : GeneralNoise.of(setting);
    }
}
