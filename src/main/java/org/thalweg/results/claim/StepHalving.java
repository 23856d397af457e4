package org.thalweg.results.claim;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.results.CellExperiment;
import org.thalweg.results.FiniteStep;
import org.thalweg.results.Laboratory;
import org.thalweg.trajectory.EnsembleResult;

/**
 * The same experiment at a step and at half of it, at fixed temperature: for literal SGD the learning rate is halved,
 * for the SDE the time step.
 *
 * @param witness SGD or SDE
 * @param step the coarse step, in learning time
 * @param coarse the ensemble at {@code step}
 * @param fine the ensemble at half the step, with independent random numbers
 * @param shift what finite steps of this witness do, by theory
 */
record StepHalving(Witness witness, double step, EnsembleResult coarse, EnsembleResult fine, FiniteStep shift) {
    /** Runs literal SGD at its learning rate and at half of it. */
    static StepHalving sgd(Laboratory laboratory, Setting setting) {
        double step = setting.sgd().learningRate();
        return new StepHalving(Witness.SGD, step, laboratory.sgd(setting),
                laboratory.sgd(setting.withLearningRateAtFixedTemperature(0.5 * step)), laboratory.sgdShift(setting));
    }

    /** Runs the SDE at the step of a sweep and at half of it. */
    static StepHalving sde(Laboratory laboratory, Setting setting) {
        double step = CellExperiment.sdeStep(setting);
        return new StepHalving(Witness.SDE, step, laboratory.sde(setting, step), laboratory.sde(setting, 0.5 * step),
                FiniteStep.of(setting, laboratory.plan(setting).histogramRange()));
    }

    /** What the budget calls the finite step of this witness. */
    String source() {
        return witness == Witness.SGD ? "learning rate" : "time step";
    }

    /** The linear extrapolation of a quantity to step zero: twice the fine value minus the coarse one. */
    Measurement extrapolated(Function<EnsembleResult, Measurement> quantity) {
        return quantity.apply(fine).times(2.0).minus(quantity.apply(coarse));
    }

    /** What a shift that is not exactly linear in the step leaves after the extrapolation. */
    double remainder(DoubleUnaryOperator shiftAtStep) {
        return Math.abs(2.0 * shiftAtStep.applyAsDouble(0.5 * step) - shiftAtStep.applyAsDouble(step));
    }
}
