package org.thalweg.results;

import java.util.HashMap;
import java.util.Map;
import org.thalweg.measure.Marginal;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.theory.ConvergenceTime;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.MarginalLaw;

/**
 * What a finite step does to an Euler chain, literal SGD at learning rate eta or Euler-Maruyama at step eta, to first
 * order: the difference between the finite-learning-rate theory and its limit at step zero.
 *
 * <p>It is the learning-rate term (SGD) or the time-step term (SDE) of an error budget. Since the estimate is itself of
 * first order, a budget allows {@link #ALLOWANCE} times it; where the shift is subtracted, {@link #REMAINDER} times it.
 * Not thread-safe.
 */
public final class FiniteStep {
    /** The estimated shift and half as much again, for the orders it leaves out. */
    public static final double ALLOWANCE = 1.5;

    /** What may remain after the estimated shift has been subtracted. */
    public static final double REMAINDER = 0.5;

    private final Setting setting;
    private final Interval range;
    private final Map<Double, FloorMeans> means = new HashMap<>();

    private FiniteStep(Setting setting, Interval range) {
        this.setting = setting;
        this.range = range;
    }

    /** The shifts of a valley at fixed temperature, for densities over {@code range}. */
    public static FiniteStep of(Setting setting, Interval range) {
        return new FiniteStep(setting, range);
    }

    /** The shift of the selection exponent at step {@code step}, weighted as the given histogram. */
    public double exponentShift(double step, Marginal weights) {
        return finite(step).exponent(weights) - Prognosis.leading(setting).exponent(weights);
    }

    /** The shift of the mean flatness. */
    public double flatnessShift(double step) {
        return means(step).flatness() - means(0.0).flatness();
    }

    /** The shift of the mean of y^2, summed over the sharp directions. */
    public double squareAcrossShift(double step) {
        return means(step).squareAcross() - means(0.0).squareAcross();
    }

    /** The shift of the mean first-passage time. */
    public PassageShift passage(double step) {
        ConvergenceTime time = ConvergenceTime.of(setting.withLearningRateAtFixedTemperature(step));
        double smooth = time.meanTime();
        double steep = time.finiteLearningRate().meanTime();
        return new PassageShift(
                steep - smooth, time.finiteLearningRate().withDiscreteSteps().meanTime() - steep);
    }

    /**
     * The two parts of the shift of a mean first-passage time, of opposite sign.
     *
     * @param floor the stiffer force of the valley floor: arrives earlier
     * @param overshoot a discrete walk sees the edge only after it has stepped over it: arrives later
     */
    public record PassageShift(double floor, double overshoot) {
        /** Both together. */
        public double total() {
            return floor + overshoot;
        }

        /** What may remain after the shift has been subtracted; parts that cancel do not cancel here. */
        public double remainder() {
            return REMAINDER * (Math.abs(floor) + Math.abs(overshoot));
        }

        /** A bound on the shift itself. */
        public double bound() {
            return Math.abs(total()) + remainder();
        }
    }

    /** The means at a step; at step 0 those of the leading order. */
    private FloorMeans means(double step) {
        return means.computeIfAbsent(step, h -> FloorMeans.of(
                setting, h == 0.0 ? Prognosis.leading(setting) : finite(h), range, h));
    }

    private MarginalLaw finite(double step) {
        return FiniteLearningRate.of(setting.withLearningRateAtFixedTemperature(step));
    }
}
