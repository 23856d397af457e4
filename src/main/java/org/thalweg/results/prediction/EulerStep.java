package org.thalweg.results.prediction;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.law.Hypotheses;

/**
 * The step of an Euler chain, literal SGD or Euler-Maruyama, by the finite-learning-rate theory.
 *
 * @param shift of the setting
 * @param step in learning time
 */
public record EulerStep(PlainSetting setting, FiniteStep shift, double step) implements StepError {
    @Override
    public double passage() {
        return shift.passage(step).bound();
    }

    @Override
    public double mean(Quantity quantity) {
        return FiniteStep.ALLOWANCE * (quantity.equals(Quantity.MEAN_FLATNESS)
                ? shift.flatnessShift(step)
                : shift.squareAcrossShift(step));
    }

    @Override
    public double exponent(Marginal weights) {
        return FiniteStep.ALLOWANCE * shift.exponentShift(step, weights);
    }

    @Override
    public List<Hypothesis> hypotheses() {
        return hypotheses(setting, step);
    }

    /** What must hold for an Euler chain of this step to follow the diffusion of a valley. */
    public static List<Hypothesis> hypotheses(PlainSetting setting, double step) {
        return List.of(stable(setting, step),
                Hypotheses.shortAlong(FloorDiffusion.of(setting), step, setting.start()[0]));
    }

    /** Steps this long do not grow anywhere across the valley. */
    public static Hypothesis stable(PlainSetting setting, double step) {
        double bound = StepSizeBound.of(setting).stableBelow();
        return new Hypothesis("steps are stable everywhere across the valley", step < bound,
                "step " + step + ", bound " + bound);
    }
}
