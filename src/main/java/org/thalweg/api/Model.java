package org.thalweg.api;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.plan.Horizon;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;

/**
 * A loss surface, a gradient noise and SGD upon them, as a model file says. Immutable.
 *
 * <p>Many imports: here whoever uses the library meets everybody else.
 */
public final class Model {
    private final ModelFile file;

    private Model(ModelFile file) {
        this.file = file;
    }

    /**
     * The model of a file.
     *
     * @throws Refusal with all that is wrong in the file, a line each with its place
     */
    public static Model read(Path file) {
        return parsed(() -> ModelFile.read(file));
    }

    /**
     * A model by its text.
     *
     * @param yaml what would stand in a file; tables are looked for in the working folder
     * @throws Refusal with all that is wrong in it
     */
    public static Model of(String yaml) {
        return parsed(() -> ModelFile.recorded(Path.of("model.yaml"), yaml, Map.of()));
    }

    /**
     * The same model with another value, as by {@code --set name=value}.
     *
     * @param name of a parameter, or a dotted path such as {@code noise.anisotropy}
     * @throws Refusal where the name is unknown or the changed model is not right
     */
    public Model with(String name, Object value) {
        return parsed(() -> file.with(Map.of(name, value.toString())));
    }

    /** What the model is called. */
    public String name() {
        return file.name();
    }

    /** The stationary density to a relative tolerance of 1e-8 where the method takes one. */
    public Answer density() {
        return density(StationaryDensity.DEFAULT_TOLERANCE);
    }

    /**
     * The stationary density of the Fokker-Planck equation, and where the model names a flat set the mean time to reach
     * it.
     *
     * @param tolerance relative; by methods that have a grid instead, the default grid
     * @throws Refusal where there is none, or nobody here can compute it
     */
    public Answer density(double tolerance) {
        PlainSetting setting = file.setting().effective();
        DensitySolution solution =
                StationaryDensity.solve(setting, DensityMethod.AUTO, Resolution.DEFAULT, tolerance);
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>(solution.quantities());
        if (setting.flatSet().isPresent()) {
            quantities.put(Quantity.CONVERGENCE_TIME,
                    FirstPassage.by(DensityMethod.AUTO, setting, Resolution.DEFAULT, tolerance).mean());
        }
        quantities.replaceAll((quantity, measured) -> measured.times(quantity.factor(setting.clock())));
        return Answer.of(quantities, Optional.of(Curve.of(solution.marginal())), solution.notes());
    }

    /** An ensemble of literal SGD: the recursion itself, with the noise of the model. */
    public Answer sgd(Simulation simulation) {
        return run(SgdDynamics.of(file.setting()), simulation);
    }

    /**
     * An ensemble of the SDE that stands for SGD, by the scheme and the step that suit it, as by {@code --scheme auto}.
     *
     * @throws Refusal where the model has no diffusion
     */
    public Answer sde(Simulation simulation) {
        Setting setting = file.setting();
        SchemeChoice choice =
                SchemeChoice.of(setting, setting.flatSet().isPresent() ? Question.PASSAGE : Question.LAW);
        return run(SdeDynamics.of(setting, choice.scheme(), Increments.NORMAL, choice.step()), simulation);
    }

    private Answer run(Dynamics dynamics, Simulation simulation) {
        Setting setting = file.setting();
        long steps = Math.max(1, Math.round(simulation.time() / dynamics.timeStep()));
        Protocol protocol = Protocol.atTime(steps);
        boolean histogram = Horizon.histogramRange(setting).isPresent();
        protocol = histogram ? protocol.histogramOver(Horizon.histogramRange(setting).orElseThrow()) : protocol;
        protocol = setting.flatSet().isPresent() ? protocol.passagesUntil(steps) : protocol;
        EnsembleResult result = Ensemble.run(setting, dynamics, protocol, simulation.particles(),
                new Seed(simulation.seed()), simulation.threads(), Progress.NONE);
        Map<Quantity, Measurement> quantities = new LinkedHashMap<>(result.quantities());
        if (setting.flatSet().isPresent()) {
            quantities.put(Quantity.CONVERGENCE_TIME, result.passages().meanTime());
            quantities.put(Quantity.CONVERGED_FRACTION, result.passages().convergedFraction());
        }
        quantities.put(Quantity.DIVERGED_FRACTION, Measurement.fraction(result.diverged(), result.particles()));
        return Answer.of(quantities, histogram ? Optional.of(Curve.of(result.marginal())) : Optional.empty(),
                Horizon.note(setting, simulation.time()).stream().toList());
    }

    @FunctionalInterface
    private interface Parse {
        ModelFile file() throws ModelFileException;
    }

    private static Model parsed(Parse parse) {
        try {
            return new Model(parse.file());
        } catch (ModelFileException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }
}
