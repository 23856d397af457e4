package org.thalweg.results.prediction;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Marginal;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.law.MarginalLaw;

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

    private final PlainSetting setting;
    private final Interval range;
    private final MomentumStep inertia;
    private final Map<Double, FloorMeans> means = new HashMap<>();

    private FiniteStep(PlainSetting setting, Interval range, MomentumStep inertia) {
        this.setting = setting;
        this.range = range;
        this.inertia = inertia;
    }

    /** The shifts of a valley at fixed temperature, for densities over {@code range}. */
    public static FiniteStep of(PlainSetting setting, Interval range) {
        return of(setting, range, MomentumStep.NONE);
    }

    /** The same where momentum carries steps on. */
    public static FiniteStep of(PlainSetting setting, Interval range, MomentumStep inertia) {
        return new FiniteStep(setting, range, inertia);
    }

    /**
     * The step h of plain SGD with the same variance across a valley; negative where that is less than the diffusion's.
     */
    public double stepAcross(double step) {
        return inertia.across() * step;
    }

    /** The marginal along the valley at step {@code step}: (F^2 - h/2)^(kappa/2) with the step h that counts across. */
    public MarginalLaw lawAt(double step) {
        return FiniteLearningRate.of(setting.withLearningRateAtFixedTemperature(Math.abs(inertia.across()) * step));
    }

    /**
     * By how much of itself the next order in the slowness of x grows, since y^2 is remembered longer under
     * momentum, at most: 1 + lambda x memory at the sharpest point.
     */
    public double remembered(double step) {
        return inertia.memory() == 0.0
                ? 0.0 : inertia.memory() * step * 2.0 / StepSizeBound.of(setting).stableBelow();
    }

    /** The shift of the selection exponent at step {@code step}, weighted as the given histogram. */
    public double exponentShift(double step, Marginal weights) {
        double leading = Prognosis.leading(setting).exponent(weights);
        return lawAt(step).exponent(weights) - leading
                + carried(step, s -> NextOrder.of(s).exponent(weights) - leading);
    }

    /** The shift of the mean flatness. */
    public double flatnessShift(double step) {
        return means(step).flatness().value() - means(0.0).flatness().value()
                + carried(step, s -> nextMeans().flatness().value() - means(0.0).flatness().value());
    }

    /** The shift of the mean of y^2, summed over the sharp directions. */
    public double squareAcrossShift(double step) {
        return means(step).squareAcross().value() - means(0.0).squareAcross().value()
                + carried(step, s -> nextMeans().squareAcross().value() - means(0.0).squareAcross().value());
    }

    /** The shift of the mean first-passage time. */
    public PassageShift passage(double step) {
        ConvergenceTime time = ConvergenceTime.of(setting.withLearningRateAtFixedTemperature(step));
        double smooth = time.meanTime();
        if (inertia.memory() == 0.0) {
            double steep = time.finiteLearningRate().meanTime();
            return new PassageShift(
                    steep - smooth, time.finiteLearningRate().withDiscreteSteps().meanTime() - steep);
        }
        double steep = at(Math.abs(inertia.across()) * step).finiteLearningRate().meanTime() - smooth;
        return new PassageShift(
                Math.copySign(1.0, inertia.across()) * steep + carried(step, s -> time.nextOrder().meanTime() - smooth),
                at(inertia.edge() * step).withDiscreteSteps().meanTime() - smooth);
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

    private ConvergenceTime at(double step) {
        return ConvergenceTime.of(setting.withLearningRateAtFixedTemperature(step));
    }

    /** The share of the next order that memory adds; not evaluated without memory. */
    private double carried(double step, ToDoubleFunction<PlainSetting> nextOrder) {
        double share = remembered(step);
        return share == 0.0 ? 0.0 : share * nextOrder.applyAsDouble(setting);
    }

    private FloorMeans nextMeans() {
        return FloorMeans.of(setting, NextOrder.of(setting), range, 0.0);
    }

    /** The means at a step; at step 0 those of the leading order. */
    private FloorMeans means(double step) {
        return means.computeIfAbsent(step, h -> FloorMeans.of(
                setting, h == 0.0 ? Prognosis.leading(setting) : lawAt(h), range, Math.abs(inertia.across()) * h));
    }
}
