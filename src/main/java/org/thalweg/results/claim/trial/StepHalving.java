package org.thalweg.results.claim.trial;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.CellExperiment;
import org.thalweg.results.Laboratory;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.scheme.SchemeChoice;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * The same experiment at a step and at half of it, at fixed temperature: for literal SGD the learning rate is halved,
 * for the SDE the time step.
 *
 * <p>The error of an Euler chain, literal SGD or Euler-Maruyama, is of first order and has a theory: its numbers are
 * extrapolated to step zero, and a budget carries what is not linear in the step. The error of valley splitting is not
 * of a known sign: its numbers are those of the finer step, and a budget carries all that the coarser one differs by.
 *
 * @param witness SGD or SDE
 * @param euler whether the ensembles are Euler chains
 * @param step the coarse step, in learning time
 * @param coarse the ensemble at {@code step}
 * @param fine the ensemble at half the step, with independent random numbers
 * @param shift what finite steps of this witness do, by theory
 */
public record StepHalving(
        Witness witness, boolean euler, double step, EnsembleResult coarse, EnsembleResult fine, FiniteStep shift) {
    /** Runs literal SGD at its learning rate and at half of it. */
    public static StepHalving sgd(Laboratory laboratory, PlainSetting setting) {
        double step = setting.sgd().learningRate();
        return new StepHalving(Witness.SGD, true, step, laboratory.sgd(setting),
                laboratory.sgd(setting.withLearningRateAtFixedTemperature(0.5 * step)), laboratory.sgdShift(setting));
    }

    /** Runs the SDE at the step of a sweep and at half or twice of it. */
    public static StepHalving sde(Laboratory laboratory, PlainSetting setting) {
        FiniteStep shift = FiniteStep.of(setting, laboratory.plan(setting).histogramRange());
        SchemeChoice choice = CellExperiment.scheme(setting);
        if (choice.scheme() == Schemes.VALLEY_SPLITTING) {
            double step = 2.0 * choice.step();
            return new StepHalving(Witness.SDE, false, step, laboratory.split(setting, step),
                    laboratory.split(setting, choice.step()), shift);
        }
        double step = CellExperiment.sdeStep(setting);
        return new StepHalving(
                Witness.SDE, true, step, laboratory.sde(setting, step), laboratory.sde(setting, 0.5 * step), shift);
    }

    /** What the budget calls the finite step of this witness. */
    public String source() {
        return witness == Witness.SGD ? "learning rate" : "time step";
    }

    /** What the id of a claim calls the witness at step zero. */
    public String label() {
        return euler ? witness.key() + ", step to 0" : witness.key();
    }

    /** A quantity at step zero: for an Euler chain twice the fine value minus the coarse one. */
    public Measurement atStepZero(Function<EnsembleResult, Measurement> quantity) {
        Measurement value = quantity.apply(fine);
        return euler ? value.times(2.0).minus(quantity.apply(coarse)) : value;
    }

    /**
     * A bound on what the finite step leaves in {@link #atStepZero}.
     *
     * @param shiftAtStep what the theory of Euler chains says that a step does to the quantity
     */
    public double remainder(Function<EnsembleResult, Measurement> quantity, DoubleUnaryOperator shiftAtStep) {
        if (euler) {
            return FiniteStep.ALLOWANCE
                    * Math.abs(2.0 * shiftAtStep.applyAsDouble(0.5 * step) - shiftAtStep.applyAsDouble(step));
        }
        return Math.abs(quantity.apply(fine).value() - quantity.apply(coarse).value());
    }
}
