package org.thalweg.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.AverageOption;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.option.SchemeOption;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SurvivalEstimate;
import org.thalweg.measure.TimeGrid;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.report.figures.EffectiveLossFigure;
import org.thalweg.report.figures.LineScanFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.report.figures.PathFigure;
import org.thalweg.report.figures.SettingLabel;
import org.thalweg.results.plan.Horizon;
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Passages;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;
import org.thalweg.trajectory.scheme.Schemes;
import org.thalweg.trajectory.watch.AveragedIterates;
import org.thalweg.trajectory.watch.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * Simulates an ensemble of trajectories and describes it at one time.
 *
 * <p>Many imports: an ensemble is asked for, run, measured, drawn beside the other witnesses and written here.
 */
@Command(name = "simulate", description = "Simulate trajectories by literal SGD or by the SDE.")
final class SimulateCommand implements Callable<Integer> {
    private static final int PATHS = 32;
    private static final long PATH_RECORDS = 400;
    /** Years of computing: a slip of the exponent, not a wish. */
    private static final double MOST_STEPS = 1e15;

    /** The width of a table that anybody reads, and where covariances end being matrices. */
    private static final int MOST_PARAMETERS = 256;

    /** Relative shift of a mean by the step that goes without saying. */
    private static final double LARGEST_SHIFT = 0.05;

    enum DynamicsKind { sgd, sde }

    enum Record { summary, marginal, paths }

    @Spec
    private CommandSpec spec;

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

    @Option(names = "--survival", description = "The share that has not reached the flat set by time, with its errors,"
            + " beside that of the Fokker-Planck operator.")
    private boolean survival;

    @Option(names = "--record", paramLabel = "summary|marginal|paths",
            description = "What to write: the summary, the marginal too, or paths as well. Default: ${DEFAULT-VALUE}.")
    private Record record = Record.paths;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.positive(spec, "--time", time);
        Arguments.positive(spec, "--step", step);
        ModelFile model = options.read();
        Arguments.particlesOfOne(spec, particles, model.setting().flatSet().isPresent());
        Arguments.positive(spec, "--svag", amplification);
        requireFewParameters(model.setting());
        Setting setting = model.setting().amplified(amplification);
        refuseOptionsOfTheSde();
        if (survival && setting.flatSet().isEmpty()) {
            throw new Refusal("option --survival: '" + setting.name() + "' names no flat set; give converged.flatness");
        }
        Optional<SchemeChoice> choice = kind == DynamicsKind.sgd ? Optional.empty() : Optional.of(choice(setting));
        Dynamics dynamics = choice.isEmpty()
                ? SgdDynamics.of(setting)
                : SdeDynamics.of(setting, choice.get().scheme(), increments, choice.get().step());
        long steps = steps(setting, dynamics);
        List<PathQuantity> asked = asked(setting, steps);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("dynamics", kind.name());
        choices.put("particles", particles);
        choices.put("time", steps * dynamics.timeStep());
        choices.put("step", dynamics.timeStep());
        choices.put("scheme", choice.map(c -> c.scheme().key()).orElse("sgd recursion"));
        if (amplification > 1) {
            choices.put("svag", amplification);
        }
        if (average != null) {
            choices.put("average", average.text());
        }
        choices.put("increments", kind == DynamicsKind.sgd ? "gradient noise" : increments.key());
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(), choices);
        if (scheme.scheme().isEmpty()) {
            choice.ifPresent(c -> run.note(c.reason()));
        }
        if (choice.isEmpty() || choice.get().scheme() != Schemes.VALLEY_SPLITTING
                && choice.get().scheme() != Schemes.DRIFT_IMPLICIT) {
            noteUnstableSteps(run, setting, dynamics.timeStep());
        }
        noteKinks(run, setting, dynamics);
        EnsembleResult result;
        try (ProgressBar bar = options.console().progress("simulate")) {
            result = Ensemble.run(setting, dynamics, protocol(setting, steps).asking(asked), particles,
                    options.run().seed(),
                    options.run().threads(), bar);
        }
        noteLosses(run, result);
        Map<Quantity, Measurement> summary = summary(setting, result);
        run.note(RunStationarity.sentence(setting, result, steps * dynamics.timeStep()));
        Summaries.write(run.file("summary.csv"), result.witness(), summary);
        if (record != Record.summary) {
            marginal(run, setting, result, steps * dynamics.timeStep());
        }
        if (record == Record.paths) {
            paths(run, setting, result);
            LineScanFigure.of(setting, result.quantities()).ifPresent(figure -> run.draw("line-scan", figure));
        }
        if (survival) {
            survival(run, setting, result);
        }
        run.finish();
        Summaries.print(options.console(), run, heading(setting, result, steps), Map.of(result.witness(), summary));
        return ExitCode.OK;
    }

    /** Paths are asked for in so many words; that the default writes some does not make them the question. */
    private SchemeChoice choice(Setting setting) {
        double dt = step == null ? setting.sgd().learningRate() : step;
        if (scheme.scheme().isPresent()) {
            return new SchemeChoice(scheme.scheme().get(), dt, "scheme " + scheme.scheme().get().key() + ": as asked");
        }
        boolean paths = record == Record.paths && spec.commandLine().getParseResult().hasMatchedOption("--record");
        Question question = paths ? Question.PATH
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

    private void refuseOptionsOfTheSde() {
        if (kind == DynamicsKind.sde && amplification > 1) {
            throw new Refusal("option --svag belongs to --dynamics sgd; the SDE is its limit");
        }
        ParseResult given = spec.commandLine().getParseResult();
        for (String option : List.of("--step", "--scheme", "--increments")) {
            if (kind == DynamicsKind.sgd && given.hasMatchedOption(option)) {
                throw new Refusal("option " + option + " belongs to --dynamics sde; literal SGD takes the"
                        + " steps and the noise of the model");
            }
        }
    }

    /** What averaging does to the loss, without a weight decay. */
    private List<PathQuantity> asked(Setting setting, long steps) {
        if (average == null) {
            return List.of();
        }
        if (setting.timeDependent()) {
            throw new Refusal("option --average: the loss of '" + setting.name() + "' changes with time, and an average"
                    + " of iterates belongs to no time; leave the option out");
        }
        return AveragedIterates.of(average.of(steps), setting.surface());
    }

    private long steps(Setting setting, Dynamics dynamics) {
        double horizon;
        Optional<String> beyond = Optional.empty();
        try {
            horizon = time == null ? Horizon.stationary(setting) : time;
            beyond = Double.isInfinite(horizon) ? Horizon.beyondNumbers(setting) : beyond;
        } catch (NoStationaryStateException e) {
            horizon = Double.POSITIVE_INFINITY;
        }
        if (Double.isInfinite(horizon)) {
            String end = beyond.map(t -> "becomes stationary, and reaches its flat set, after learning time " + t
                    + ", which is beyond numbers").orElse("never becomes stationary, or never reaches its flat set");
            throw new Refusal("'" + setting.name() + "' " + end + "; say with --time how long to simulate");
        }
        double steps = Math.rint(horizon / dynamics.timeStep());
        if (steps > MOST_STEPS) {
            throw new Refusal("learning time " + Table.number(horizon) + " at steps of "
                    + Table.number(dynamics.timeStep()) + " is more steps than can be taken; give a shorter --time"
                    + (kind == DynamicsKind.sde ? " or a longer --step" : ""));
        }
        return Math.max(1, (long) steps);
    }

    private Protocol protocol(Setting setting, long steps) {
        Protocol protocol = Protocol.atTime(steps).followedOver(RunStationarity.secondHalf(steps));
        Optional<Interval> range = Horizon.histogramRange(setting);
        if (range.isPresent()) {
            protocol = protocol.histogramOver(range.get());
        }
        if (setting.flatSet().isPresent()) {
            protocol = protocol.passagesUntil(steps);
        }
        if (record == Record.paths) {
            long every = Math.max(1, steps / PATH_RECORDS);
            protocol = protocol.recordPaths(Math.min(PATHS, particles), new TimeGrid(0, steps, every));
        }
        return protocol;
    }

    private static Map<Quantity, Measurement> summary(Setting setting, EnsembleResult result) {
        Map<Quantity, Measurement> summary = new LinkedHashMap<>(result.quantities());
        if (setting.flatSet().isPresent()) {
            Passages passages = result.passages();
            if (passages.meanTime().defined()) {
                summary.put(Quantity.CONVERGENCE_TIME, passages.meanTime());
            } else {
                summary.put(Quantity.RESTRICTED_CONVERGENCE_TIME, passages.restrictedMeanTime());
            }
            summary.put(Quantity.CONVERGED_FRACTION, passages.convergedFraction());
        }
        summary.put(Quantity.DIVERGED_FRACTION, Measurement.fraction(result.diverged(), result.particles()));
        summary.putAll(RunStationarity.rows(result));
        return summary;
    }

    /** Beyond 2 / lambda a step across the sharpest part grows: what is simulated there is not the diffusion. */
    private static void noteUnstableSteps(Run run, Setting setting, double step) {
        if (setting.sgd().plain() && setting.hasDiffusion() && setting.surface().geometry().valley()
                && step >= StepSizeBound.of(setting.atFirstOrder().effective()).stableBelow()) {
            run.note("steps of " + Table.number(step) + " grow across the sharpest part of the valley; stable below "
                    + Table.number(StepSizeBound.of(setting.atFirstOrder().effective()).stableBelow()));
        }
    }

    /**
     * Over a kink the drift changes at once: Euler-Maruyama shifts the mean by step |b+ b-| / (2 D) of itself
     * (docs/theory/asymmetric-valleys.md), and at a step of one learning rate it is the recursion of SGD.
     */
    private static void noteKinks(Run run, Setting setting, Dynamics dynamics) {
        if (dynamics.witness() != Witness.SDE || setting.surface().geometry() != Geometry.LINE) {
            return;
        }
        double[] slope = new double[1];
        for (double kink : setting.surface().landmarks().kinks()) {
            setting.surface().gradient(new double[] {Math.nextUp(kink)}, slope);
            double right = slope[0];
            setting.surface().gradient(new double[] {Math.nextDown(kink)}, slope);
            double resolved = LARGEST_SHIFT * 2.0 * setting.diffusion().diffusion(0, new double[] {kink})
                    / Math.abs(right * slope[0]);
            if (dynamics.timeStep() > resolved) {
                run.note("steps of " + Table.number(dynamics.timeStep()) + " are long against the diffusion at the kink"
                        + " of the loss at x = " + Table.number(kink) + "; resolved to "
                        + Math.round(100.0 * LARGEST_SHIFT) + " percent by --step " + Table.number(resolved));
            }
        }
    }

    private static void noteLosses(Run run, EnsembleResult result) {
        if (result.diverged() > 0) {
            run.note(result.diverged() + " of " + result.particles()
                    + " trajectories diverged; means are over the others");
        }
        if (result.absorbed() > 0) {
            run.note(result.absorbed() + " of " + result.particles()
                    + " trajectories were absorbed; means are over the others");
        }
        if (result.outsideFraction() > 0.0) {
            run.note("a share of " + Table.number(result.outsideFraction()) + " is outside the range of the histogram");
        }
    }

    private static void marginal(Run run, Setting setting, EnsembleResult result, double time) {
        if (result.survivors() == 0) {
            run.note("no trajectory survived, so there is no marginal");
            return;
        }
        Optional<Interval> range = Horizon.histogramRange(setting);
        if (range.isEmpty()) {
            run.note("no marginal: x is open and no stationary state tells its range");
            return;
        }
        Marginal counted = result.marginal();
        Map<Witness, Marginal> drawn = new EnumMap<>(Witness.class);
        drawn.put(result.witness(), counted);
        CsvTable.write(run.file("marginal.csv"), RunTables.MARGINAL, RunTables.cells(drawn));
        Setting end = setting.at(time);
        Prognosis.stationaryLaw(end).ifPresent(law ->
                drawn.put(Witness.THEORY, law.on(range.get(), counted.size())));
        Prognosis.exactDensity(end).ifPresent(density ->
                drawn.put(Witness.DENSITY, density.marginalOn(range.get(), counted.size())));
        // The ensemble is as it is at this time; what it is drawn beside is stationary.
        String subtitle = SettingLabel.of(setting, time);
        run.draw("marginal", MarginalFigure.of(setting, subtitle, drawn));
        EffectiveLossFigure.of(setting, subtitle, drawn).ifPresent(figure -> run.draw("effective-loss", figure));
    }

    /** Particles that are lost on the way never arrive; those under way at the limit are censored there. */
    private static void survival(Run run, Setting setting, EnsembleResult result) {
        Passages passages = result.passages();
        double[] arrivals = passages.blocks().stream().flatMapToDouble(Arrays::stream)
                .map(steps -> steps * passages.timeStep()).toArray();
        double[] others = new double[Math.toIntExact(passages.particles() - passages.arrived())];
        Arrays.fill(others, Double.POSITIVE_INFINITY);
        Map<String, SurvivalFunction> computed = new LinkedHashMap<>();
        if (setting.hasDiffusion() && Line.refuses(setting.effective()).isEmpty()
                && setting.startDistribution().isEmpty() && !Approach.arrived(setting.effective())) {
            computed.putAll(DensityPassage.survival(setting.effective(), Resolution.DEFAULT));
        } else {
            run.note("no survival function of the operator: it needs a diffusion along a valley, from one point outside"
                    + " the flat set");
        }
        DensityPassage.write(run, setting.effective(), result.witness(),
                Optional.of(SurvivalEstimate.of(arrivals, others)), computed);
    }

    private static void paths(Run run, Setting setting, EnsembleResult result) {
        int dimension = setting.surface().dimension();
        try (CsvTable<RunTables.State> table =
                CsvTable.create(run.file("trajectories.csv"), RunTables.trajectories(dimension))) {
            for (Path path : result.paths()) {
                double[] theta = new double[dimension];
                for (int k = 0; k < path.steps().length; k++) {
                    double time = path.steps()[k] * result.timeStep();
                    for (int i = 0; i < dimension; i++) {
                        theta[i] = path.theta()[i][k];
                    }
                    double flatness = setting.surface().valley().map(v -> v.flatnessAt(theta[0])).orElse(Double.NaN);
                    table.add(new RunTables.State(path.particle(), path.steps()[k], time, theta,
                            setting.surface().at(time).value(theta), flatness));
                }
            }
        }
        run.draw("trajectories", PathFigure.of(setting, result.paths(), result.timeStep()));
    }

    private static String heading(Setting setting, EnsembleResult result, long steps) {
        return setting.name() + ": " + result.particles() + " trajectories by "
                + (result.witness() == Witness.SGD ? "literal SGD" : "the SDE") + " at learning time "
                + Table.number(steps * result.timeStep()) + " (" + steps + " steps)";
    }
}
