package org.thalweg.results;

import org.thalweg.measure.Marginal;
import org.thalweg.model.FloorDiffusion;
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
 */
public final class FiniteStep {
    /** The estimated shift and half as much again, for the orders it leaves out. */
    public static final double ALLOWANCE = 1.5;

    /** What may remain after the estimated shift has been subtracted. */
    public static final double REMAINDER = 0.5;

    private static final int CELLS = 512;

    private final Setting setting;
    private final Interval range;

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
        return meanFlatness(finite(step)) - meanFlatness(Prognosis.leading(setting));
    }

    /** The shift of the mean of y^2, summed over the sharp directions. */
    public double squareAcrossShift(double step) {
        return meanSquareAcross(finite(step), step) - meanSquareAcross(Prognosis.leading(setting), 0.0);
    }

    /** The shift of the mean first-passage time: the stiffer floor force, and the overshoot of a discrete walk. */
    public double passageShift(double step) {
        ConvergenceTime time = ConvergenceTime.of(setting.withLearningRateAtFixedTemperature(step));
        return time.finiteLearningRate().withDiscreteSteps().meanTime() - time.meanTime();
    }

    /** The mean of F under a law. */
    public double meanFlatness(MarginalLaw law) {
        Marginal p = law.on(range, CELLS);
        double mass = 0.0;
        double sum = 0.0;
        for (int i = 0; i < p.size(); i++) {
            mass += p.density()[i];
            sum += p.density()[i] * p.flatness()[i];
        }
        return sum / mass;
    }

    /** The mean of y^2 under a law along the valley, the variance across being D F^2 / (1 - step / (2 F^2)). */
    public double meanSquareAcross(MarginalLaw law, double step) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Marginal p = law.on(range, CELLS);
        double mass = 0.0;
        double sum = 0.0;
        for (int i = 0; i < p.size(); i++) {
            double variance = 0.0;
            for (int j = 0; j < floor.shape().sharpDirections(); j++) {
                double f = floor.shape().flatness().get(j).value(p.x()[i]);
                variance += floor.across(j, p.x()[i]) * f * f / (1.0 - 0.5 * step / (f * f));
            }
            mass += p.density()[i];
            sum += p.density()[i] * variance;
        }
        return sum / mass;
    }

    private MarginalLaw finite(double step) {
        return FiniteLearningRate.of(setting.withLearningRateAtFixedTemperature(step));
    }
}
