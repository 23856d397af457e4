package org.thalweg.results.claim.bound;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.Laboratory;
import org.thalweg.results.PowerLaw;
import org.thalweg.results.claim.trial.CellErrors;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.prediction.AsymptoticOrder;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.FiniteLearningRate;
import org.thalweg.theory.NextOrder;
import org.thalweg.theory.law.MarginalLaw;

/**
 * Locates a critical temperature from a property of the marginal that is linear in 1/Delta and takes a known value at
 * the critical point: measured at several temperatures, the line through the values is followed to that value.
 *
 * @param settings the same valley at several temperatures, the hottest last
 * @param property of the marginal of a setting
 * @param level the value of the property at the critical temperature
 */
record CriticalTemperature(
        Laboratory laboratory, List<PlainSetting> settings, ToDoubleBiFunction<PlainSetting, Marginal> property,
                double level) {
    private static final double FARTHEST = 1e80;

    /** The same setting at the given multiples of a temperature, by scaling its noise. */
    static List<PlainSetting> around(PlainSetting setting, double temperature, double... multiples) {
        return DoubleStream.of(multiples).mapToObj(m -> at(setting, m * temperature)).toList();
    }

    /** Noise that is scaled by much more leaves what double arithmetic carries. */
    static Hypothesis within(PlainSetting setting, double temperature) {
        double ratio = temperature / setting.temperatureAt(setting.start());
        return new Hypothesis("a critical temperature within eighty decades of the setting's",
                ratio > 1.0 / FARTHEST && ratio < FARTHEST, "a ratio of " + ratio);
    }

    /** The same setting at another temperature, by scaling its noise. */
    static PlainSetting at(PlainSetting setting, double temperature) {
        return setting.withNoise(setting.noise().times(temperature / setting.temperatureAt(setting.start())));
    }

    /**
     * Holds the predicted temperature against the density and against literal SGD.
     *
     * @param id begins the ids of both claims
     * @param fit what makes the property of the predicted law itself miss the level a little
     */
    List<Judgement> judge(String id, Ground ground, double predicted, String fit) {
        double leading = ofLaw(EffectiveLoss::of);
        ErrorBudget common = ErrorBudget.EMPTY
                .withSystematic(fit, leading - predicted)
                .withSystematic("asymptotic order",
                        AsymptoticOrder.of(settings.get(settings.size() - 1)).allowance(leading, ofLaw(NextOrder::of)));
        Measurement density = crossing(s -> CellErrors.of(density(s), m -> property.applyAsDouble(s, m)));
        Measurement sgd = crossing(s -> laboratory.sgd(s).jackknife(m -> property.applyAsDouble(s, m)));
        Prediction prediction = new Prediction.Equals(predicted, 0.5 * predicted);
        return List.of(
                ground.claim(id + " [density]", prediction)
                        .judge(density,
                                common.withSystematic("grid, and scatter about the line", density.standardError())),
                ground.claim(id + " [sgd]", prediction).judge(sgd, common
                        .withSampling(sgd)
                        .withSystematic("learning rate",
                                FiniteStep.ALLOWANCE * (ofLaw(FiniteLearningRate::of) - leading))));
    }

    private double ofLaw(Function<PlainSetting, MarginalLaw> law) {
        return crossing(s -> Measurement.computed(property.applyAsDouble(
                s, law.apply(s).on(laboratory.plan(s).histogramRange(), Marginal.HISTOGRAM_BINS)), 0.0)).value();
    }

    private Marginal density(PlainSetting s) {
        return laboratory.density(s).marginalOn(laboratory.plan(s).histogramRange(), Marginal.HISTOGRAM_BINS);
    }

    private Measurement crossing(Function<PlainSetting, Measurement> measured) {
        double[] inverse = settings.stream().mapToDouble(s -> 1.0 / s.temperatureAt(s.start())).toArray();
        Measurement point = PowerLaw.line(inverse, settings.stream().map(measured).toList()).crossing(level);
        double temperature = 1.0 / point.value();
        return new Measurement(temperature, point.standardError() * temperature * temperature, point.samples(),
                point.degreesOfFreedom());
    }
}
