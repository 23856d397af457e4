package org.thalweg.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.line.RelaxationRate;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Bound;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;

/** Everything that the program says of a setting, in the units of the original; a refusal is an answer too. */
final class Answers {
    private static final Seed SEED = new Seed(26);
    private static final int PARTICLES = 32;
    private static final int STEPS = 100;

    private final Map<String, Measurement> values = new LinkedHashMap<>();
    private final OtherUnits units;

    private Answers(OtherUnits units) {
        this.units = units;
    }

    /**
     * The answers.
     *
     * @param grid of the finite volumes
     * @return UNDEFINED where there is no such number, or a refusal
     */
    static Map<String, Measurement> of(Setting setting, OtherUnits units, Resolution grid, DensityMethod... methods) {
        Answers answers = new Answers(units);
        for (DensityMethod method : methods) {
            answers.density(setting, method, grid);
        }
        answers.theory(setting);
        answers.trajectories(setting);
        return answers.values;
    }

    private void density(Setting optimised, DensityMethod method, Resolution grid) {
        String name = method.key() + " ";
        orRefused(name, () -> {
            PlainSetting setting = optimised.effective();
            quantities(name, StationaryDensity.solve(setting, method, grid).quantities());
            if (setting.flatSet().isPresent()) {
                Measurement mean = FirstPassage.by(method, setting, grid, StationaryDensity.DEFAULT_TOLERANCE).mean();
                values.put(name + "convergence time", mean.times(1.0 / units.time()));
            }
        });
    }

    private void quantities(String name, Map<Quantity, Measurement> quantities) {
        quantities.forEach((quantity, found) -> {
            if (!found.defined()) {
                values.put(name + quantity, Measurement.UNDEFINED);
                return;
            }
            units.back(quantity.key(), found.value()).ifPresent(value -> {
                double error = quantity.equals(Quantity.MEAN_X) ? found.standardError() / units.a()
                        : units.back(quantity.key(), found.standardError()).orElseThrow();
                values.put(name + quantity, Measurement.computed(value, error));
            });
        });
    }

    private void theory(Setting setting) {
        if (setting.surface().geometry().shape().isPresent() && setting.hasDiffusion()) {
            PlainSetting first = setting.effective().atFirstOrder();
            exact("eps", 1.0, () -> EffectiveLoss.of(first).asymptoticParameter());
            exact("relaxation time", 1.0 / units.time(), () -> RelaxationRate.onFloor(first).time());
            if (setting.flatSet().isPresent()) {
                exact("predicted convergence time", 1.0 / units.time(), () -> ConvergenceTime.of(first).meanTime());
            }
        }
        orRefused("bounds ", () -> {
            for (Bound bound : Bound.all(setting)) {
                exact("bound " + bound.name(), 1.0 / units.time(), () -> bound.asLearningRate(setting));
            }
        });
    }

    private void exact(String name, double factor, DoubleSupplier number) {
        orRefused(name + " ", () ->
                values.put(name, Measurement.computed(factor * number.getAsDouble(), 0.0)));
    }

    private void trajectories(Setting setting) {
        orRefused("sgd ", () -> run("sgd ", SgdDynamics.of(setting), setting));
        orRefused("sde ", () -> {
            Setting diffusing = setting.effective();
            SchemeChoice choice = SchemeChoice.of(diffusing, Question.LAW);
            values.put("sde step", Measurement.computed(choice.step() / units.time(), 0.0));
            run("sde ", SdeDynamics.of(diffusing, choice.scheme(), Increments.NORMAL, choice.step()), diffusing);
        });
    }

    private void run(String name, Dynamics dynamics, Setting setting) {
        Ensemble.run(setting, dynamics, Protocol.atTime(STEPS), PARTICLES, SEED, 1, Progress.NONE).quantities()
                .forEach((quantity, mean) -> units.back(quantity.key(), mean.value()).ifPresent(value ->
                        values.put(name + quantity, Measurement.computed(value, 0.0))));
    }

    /** Only what a user is told counts as a refusal. */
    private void orRefused(String name, Runnable work) {
        try {
            work.run();
        } catch (Refusal | NoStationaryStateException | NumericsException refused) {
            values.put(name + "refused", Measurement.UNDEFINED);
        }
    }
}
