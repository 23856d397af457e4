package org.thalweg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.AverageOption;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.option.SchemeOption;
import org.thalweg.cli.outcome.SimulationOutcome;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.simulation.SimulatedEnsemble;
import org.thalweg.results.simulation.SimulationRequest;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;
import org.thalweg.trajectory.scheme.Schemes;
import org.thalweg.trajectory.watch.AveragedIterates;
import org.thalweg.trajectory.watch.HeatAlongPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates an ensemble of trajectories and describes it at one time. */
@Command(name = "simulate", description = "Simulate trajectories by literal SGD or by the SDE.")
final class SimulateCommand implements Callable<Integer> {
    /** The width of a table that anybody reads, and where covariances end being matrices. */
    private static final int MOST_PARAMETERS = 256;

    enum DynamicsKind { sgd, sde }

    enum Record { summary, marginal, paths }

    @Mixin
    private ModelOptions options;

    @Option(names = "--dynamics", paramLabel = "sgd|sde",
            description = "Whose trajectories. Default: ${DEFAULT-VALUE}.")
    private DynamicsKind kind = DynamicsKind.sgd;

    @Option(names = "--particles", paramLabel = "N", description = "Trajectories. Default: ${DEFAULT-VALUE}.")
    private int particles = 4096;

    @Option(names = "--time", paramLabel = "T",
            description = "Learning time eta k to simulate. Default: until the law is stationary.")
    private Double time;

    @Option(names = "--scheme", paramLabel = "auto|NAME",
            description = "Integrator of the SDE: auto, euler-maruyama, milstein, stochastic-runge-kutta, weak-taylor,"
                    + " drift-implicit or valley-splitting; auto chooses and says why. Default: euler-maruyama.")
    private SchemeOption scheme = new SchemeOption(Optional.of(Schemes.EULER_MARUYAMA));

    @Option(names = "--increments", paramLabel = "normal|two-point|three-point",
            description = "Noise increments of the SDE; the latter two are right in law only. Default: normal.")
    private Increments increments = Increments.NORMAL;

    @Option(names = "--step", paramLabel = "DT",
            description = "Step of the SDE in learning time. Default: the learning rate;"
                    + " with --scheme auto its choice.")
    private Double step;

    @Option(names = "--svag", paramLabel = "L",
            description = "Literal SGD with L times the gradient variance at 1/L of the learning rate, by combining two"
                    + " gradients a step: the same diffusion, closer to it. Default: 1.")
    private int amplification = 1;

    @Option(names = "--average", paramLabel = "tail|exponential|cycle",
            description = "Average each path's iterates and compare losses: tail[:SHARE left out], exponential[:DECAY]"
                    + " or cycle[:STEPS], the last iterate of each. Default: no average.")
    private AverageOption average;

    @Option(names = "--entropy", description = "Entropy production from the heat along the paths of the SDE, over the"
            + " second half of the run.")
    private boolean entropy;

    @Option(names = "--survival", description = "The share that has not reached the flat set by time, with its errors,"
            + " beside that of the Fokker-Planck operator.")
    private boolean survival;

    @Option(names = "--record", paramLabel = "summary|marginal|paths",
            description = "What to write: the summary, the marginal too, or paths as well. Default: ${DEFAULT-VALUE}.")
    private Record record = Record.paths;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.positive(options.command(), "--time", time);
        Arguments.positive(options.command(), "--step", step);
        ModelFile model = options.read();
        Arguments.particlesOfOne(options.command(), particles, model.setting().flatSet().isPresent());
        Arguments.positive(options.command(), "--svag", amplification);
        requireFewParameters(model.setting());
        Setting setting = model.setting().amplified(amplification);
        refuseOptionsOfTheSde();
        if (survival && setting.flatSet().isEmpty()) {
            throw new Refusal("option --survival: '" + setting.name() + "' names no flat set; give converged.flatness");
        }
        Optional<SchemeChoice> choice = kind == DynamicsKind.sgd ? Optional.empty() : Optional.of(choice(setting));
        SimulationRequest request = SimulationRequest.of(setting, choice, increments, time);
        List<PathQuantity> asked = asked(setting, request.steps());
        Run run = Run.begin(options.run(), model, options.argument(), choices(request));
        if (scheme.scheme().isEmpty()) {
            choice.ifPresent(c -> run.note(c.reason()));
        }
        request.remarks().forEach(run::note);
        SimulatedEnsemble found = options.console().watched("simulate", bar -> request.run(particles,
                record == Record.paths, asked, options.run().seed(), options.run().threads(), bar));
        return run.post(SimulationOutcome.of(found, record != Record.summary, record == Record.paths, survival));
    }

    private Map<String, Object> choices(SimulationRequest request) {
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("dynamics", kind.name());
        choices.put("particles", particles);
        choices.put("time", request.time());
        choices.put("step", request.dynamics().timeStep());
        choices.put("scheme", request.scheme().map(c -> c.scheme().key()).orElse("sgd recursion"));
        if (amplification > 1) {
            choices.put("svag", amplification);
        }
        if (average != null) {
            choices.put("average", average.text());
        }
        choices.put("increments", kind == DynamicsKind.sgd ? "gradient noise" : increments.key());
        return choices;
    }

    /** Paths are asked for in so many words; that the default writes some does not make them the question. */
    private SchemeChoice choice(Setting setting) {
        double dt = step == null ? setting.sgd().learningRate() : step;
        if (scheme.scheme().isPresent()) {
            return new SchemeChoice(scheme.scheme().get(), dt, "scheme " + scheme.scheme().get().key() + ": as asked");
        }
        Question question = record == Record.paths && given("--record") ? Question.PATH
                : setting.flatSet().isPresent() ? Question.PASSAGE : Question.LAW;
        return step == null && increments == Increments.NORMAL
                ? SchemeChoice.of(setting, question)
                : SchemeChoice.of(setting, question, increments, dt);
    }

    /** Every coordinate of every path has a column, and blocks of particles lie in memory side by side. */
    private void requireFewParameters(Setting setting) {
        boolean network = setting.surface().task().isPresent();
        if ((network || record == Record.paths) && setting.surface().dimension() > MOST_PARAMETERS) {
            throw new Refusal("paths of " + setting.surface().dimension() + " parameters are more than simulate follows"
                    + " (at most " + MOST_PARAMETERS + "); use "
                    + (network ? "`thalweg train`, which keeps checkpoints" : "--record marginal or summary"));
        }
    }

    private boolean given(String option) {
        return options.command().commandLine().getParseResult().hasMatchedOption(option);
    }

    private void refuseOptionsOfTheSde() {
        if (kind == DynamicsKind.sde && amplification > 1) {
            throw new Refusal("option --svag belongs to --dynamics sgd; the SDE is its limit");
        }
        for (String option : List.of("--step", "--scheme", "--increments")) {
            if (kind == DynamicsKind.sgd && given(option)) {
                throw new Refusal("option " + option + " belongs to --dynamics sde; literal SGD takes the"
                        + " steps and the noise of the model");
            }
        }
    }

    /** What averaging does to the loss, without a weight decay. */
    private List<PathQuantity> asked(Setting setting, long steps) {
        List<PathQuantity> asked = new ArrayList<>(average == null ? List.of() : averages(setting, steps));
        if (entropy) {
            if (kind == DynamicsKind.sgd) {
                throw new Refusal("option --entropy is for the diffusion; add --dynamics sde");
            }
            asked.add(HeatAlongPath.of(setting));
        }
        return asked;
    }

    private List<PathQuantity> averages(Setting setting, long steps) {
        if (setting.timeDependent()) {
            throw new Refusal("option --average: the loss of '" + setting.name() + "' changes with time, and an average"
                    + " of iterates belongs to no time; leave the option out");
        }
        return AveragedIterates.of(average.of(steps), setting.surface());
    }
}
