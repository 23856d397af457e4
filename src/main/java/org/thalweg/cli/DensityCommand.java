package org.thalweg.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.option.OperatorOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Optimised;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.LawInTime;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Current;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Usefulness;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.Geometry;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.FieldFile;
import org.thalweg.report.RunTables;
import org.thalweg.report.Thinning;
import org.thalweg.report.figures.DensityFigure;
import org.thalweg.report.figures.EffectiveLossFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.report.figures.SettingLabel;
import org.thalweg.report.figures.operator.CurrentFigure;
import org.thalweg.report.figures.operator.EvolutionFigure;
import org.thalweg.results.operator.EnsemblesInTime;
import org.thalweg.results.operator.MethodsCompared;
import org.thalweg.results.prediction.Prognosis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Solves the Fokker-Planck equation, stationary or in time.
 *
 * <p>Many imports: densities, passage times, modes and currents are asked for, solved, drawn and written here.
 */
@Command(name = "density", description = "Solve the Fokker-Planck equation: stationary density, first-passage time.")
final class DensityCommand implements Callable<Integer> {
    /** What a run leaves, files and figures, by their names. */
    private static final List<String> FILES = List.of("summary", "marginal", "density", "density-x", "density-y");

    /**
     * A passage time needs both factors of its grid, twice the memory and more time than a density; on so many cells
     * its error is a millionth.
     */
    private static final int MOST_PASSAGE_CELLS = 160_000;

    /** Squares and products of times with rates stay normal doubles. */
    private static final double MOST = 1e100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(names = "--method", paramLabel = "auto|quadrature|hierarchy|finite-volume", description = "Default: auto.")
    private DensityMethod method = DensityMethod.AUTO;

    @Option(names = "--grid", paramLabel = "NX,NY", hideParamSyntax = true, split = ",", arity = "1",
            description = "Cells of the finest grid along and across the valley, multiples of 4, at least 32. "
                    + "Default: 192,64, and up to eight times as many where errors would be of no use.")
    private List<Integer> grid = List.of();

    @Option(names = "--tolerance", paramLabel = "EPS",
            description = "Largest estimated error of the marginal by the method hierarchy, int |error| dx. Default:"
                    + " ${DEFAULT-VALUE}.")
    private double tolerance = StationaryDensity.DEFAULT_TOLERANCE;

    @Option(names = "--at", paramLabel = "T1,T2,...", hideParamSyntax = true, split = ",",
            description = "Learning times at which the density is wanted, from the model's start. Default: stationary.")
    private List<Double> times = List.of();

    @Mixin
    private OperatorOptions operator;

    @Option(names = "--particles", paramLabel = "N", description = "With --at: so many trajectories by SGD and by the"
            + " SDE, as histograms beside the density at each time. Default: none.")
    private int particles;

    @Option(names = "--full", description = "On a large grid: all rows in density.csv, and passage times on all cells."
            + " Default: above 100000 cells the rows are thinned, above 160000 passage times by finite volumes are"
            + " computed on fewer.")
    private boolean full;

    @Override
    public Integer call() throws ModelFileException {
        checkTimes();
        Arguments.positive(spec, "--tolerance", tolerance);
        if (tolerance > 2.0) {
            throw new Refusal("option --tolerance: " + tolerance + " allows any density, as int |error| dx is at most"
                    + " 2; give a smaller number, such as " + StationaryDensity.DEFAULT_TOLERANCE);
        }
        Resolution resolution = resolution();
        ModelFile model = options.read();
        PlainSetting setting = model.setting().effective();
        operator.check(setting, times.isEmpty(), method);
        checkParticles(model.setting());
        Refusal.raise(StationaryDensity.refuses(
                setting, times.isEmpty() || method == DensityMethod.HIERARCHY ? method : DensityMethod.FINITE_VOLUME));
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("method", method.key());
        choices.put("grid", resolution.nx() + "," + resolution.ny());
        choices.put("tolerance", tolerance);
        choices.put("at", times);
        choices.put("full", full);
        choices.put("particles", particles);
        operator.put(choices);
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(), choices);
        Optimised.note(model.setting()).ifPresent(run::note);
        if (times.isEmpty()) {
            DensitySolution solution = options.run().onThreads(
                    () -> StationaryDensity.solve(setting, method, resolution, tolerance));
            Map<Witness, Map<Quantity, Measurement>> summary = options.run().onThreads(
                    () -> summary(run, setting, solution, resolution));
            write(run, setting, solution, summary, "", OptionalDouble.empty(), Map.of());
            if (setting.surface().geometry() == Geometry.LINE) {
                line(run, solution.marginalOn(solution.range(), resolution.nx()));
            }
            run.finish();
            Summaries.print(options.console(), run,
                    setting.name() + ": stationary density by " + solution.method().key(),
                    summary);
        } else {
            evolve(run, model.setting(), setting, resolution);
        }
        return ExitCode.OK;
    }

    private void checkParticles(Setting setting) {
        if (particles == 0) {
            return;
        }
        Arguments.particlesOfOne(spec, particles, false);
        if (times.isEmpty()) {
            throw new Refusal("option --particles belongs to --at; simulate runs trajectories by themselves");
        }
        setting.effective();
    }

    /** The density of a single parameter, in as many cells as the grid has along x. */
    private static void line(Run run, Marginal cells) {
        CsvTable.write(run.file("density.csv"), RunTables.DENSITY_OF_ONE,
                RunTables.cells(cells.x(), cells.density()));
    }

    /** Each time has files of its own; the plain names hold the last time. */
    private void evolve(Run run, Setting literal, PlainSetting setting, Resolution resolution) {
        List<Double> own = times.stream().map(t -> t / setting.clock()).toList();
        List<DensitySolution> solutions = options.run().onThreads(
                () -> LawInTime.by(method, setting, own, resolution, tolerance));
        if (method == DensityMethod.AUTO) {
            MethodsNoted.write(run, options.run().onThreads(
                    () -> MethodsCompared.inTime(setting, times, own, solutions, resolution)));
        }
        List<Map<Witness, Marginal>> marginals = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            DensitySolution solution = solutions.get(i);
            String suffix = times.size() > 1 ? "-at-" + times.get(i) : "";
            Map<Witness, Map<Quantity, Measurement>> summary = new EnumMap<>(Witness.class);
            summary.put(Witness.DENSITY, solution.quantities());
            Map<Witness, Marginal> counted = new EnumMap<>(Witness.class);
            if (particles > 0) {
                EnsemblesInTime ensembles = EnsemblesInTime.at(literal, times.get(i), particles, options.run().seed(),
                        options.run().threads(), solution);
                ensembles.notes().forEach(run::note);
                summary.putAll(ensembles.quantities());
                counted.putAll(ensembles.marginals());
            }
            marginals.add(write(run, setting, solution, summary, suffix, OptionalDouble.of(times.get(i)), counted));
            if (i == times.size() - 1) {
                if (times.size() > 1) {
                    FILES.forEach(name -> run.copy(name + suffix, name));
                    run.drawPanels("evolution", () -> EvolutionFigure.of(setting, times,
                            solutions.stream().map(law -> law.density().orElseThrow()).toList()));
                    run.drawPanels("marginals", () -> EvolutionFigure.along(setting, times, marginals));
                }
                run.finish();
                Summaries.print(options.console(), run, setting.name() + ": density at learning time " + times.get(i),
                        summary);
            }
        }
    }

    private void checkTimes() {
        for (int i = 0; i < times.size(); i++) {
            Arguments.positive(spec, "--at", times.get(i));
            if (times.get(i) < 1.0 / MOST || times.get(i) > MOST) {
                throw new Refusal("option --at: " + times.get(i) + " is beyond what double arithmetic carries; give"
                        + " times from " + 1.0 / MOST + " to " + MOST);
            }
            if (i > 0 && !(times.get(i) > times.get(i - 1))) {
                throw new Refusal("option --at: " + times.get(i) + " follows " + times.get(i - 1)
                        + "; give the times in increasing order, each once");
            }
        }
        if (!times.isEmpty() && method == DensityMethod.QUADRATURE) {
            throw new Refusal("option --method " + method.key()
                    + " is for the stationary density; leave it out, or leave out --at");
        }
    }

    private Resolution resolution() {
        if (grid.isEmpty()) {
            return Resolution.ADAPTIVE;
        }
        if (grid.size() != 2) {
            throw new Refusal("option --grid: give two numbers of cells, as in --grid 192,64");
        }
        Resolution resolution = new Resolution(grid.get(0), grid.get(1));
        requireMemory(resolution);
        return resolution;
    }

    /**
     * Nested dissection of a square grid of N cells keeps at least (31/4) N log2 N numbers in L, and as many in U
     * [George 1973], of eight bytes each.
     */
    private static void requireMemory(Resolution resolution) {
        double cells = (double) resolution.nx() * resolution.ny();
        double bytes = 8.0 * 2.0 * 31.0 / 4.0 * cells * Math.log(cells) / Math.log(2.0);
        double most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            double fraction = Math.sqrt(most / bytes);
            throw new Refusal(String.format(java.util.Locale.ROOT, "option --grid: %d x %d cells take %.3g GB and there"
                    + " are %.3g; give about %d,%d, or more memory (JAVA_OPTS=-Xmx16g)", resolution.nx(),
                    resolution.ny(), bytes / 1e9, most / 1e9, (int) (resolution.nx() * fraction) / 4 * 4,
                    (int) (resolution.ny() * fraction) / 4 * 4));
        }
    }

    private Map<Witness, Map<Quantity, Measurement>> summary(Run run, PlainSetting setting, DensitySolution solution,
            Resolution resolution) {
        Map<Witness, Map<Quantity, Measurement>> all = new EnumMap<>(Witness.class);
        Map<Quantity, Measurement> summary = new LinkedHashMap<>(solution.quantities());
        all.put(Witness.DENSITY, summary);
        Measurement entropy = solution.entropyProduction();
        if (entropy.defined()) {
            summary.put(Quantity.ENTROPY_PRODUCTION,
                    entropy.times(Quantity.ENTROPY_PRODUCTION.factor(setting.clock())));
        }
        Resolution fewer = resolution.atMost(MOST_PASSAGE_CELLS);
        if (operator.rates() > 0) {
            DensityModes.add(run, setting, operator.rates(), method, fewer, summary);
        }
        if (operator.survival()) {
            DensityPassage.add(run, setting, method, fewer, summary);
        }
        if (!operator.between().isEmpty()) {
            DensityPassage.committor(run, setting, operator.between().get(0), operator.between().get(1), method, fewer,
                    summary);
        }
        convergence(run, setting, solution, resolution, summary);
        operator.points().ifPresent(ends -> DensityPath.between(run, setting, ends, solution.density(), all));
        operator.regions().ifPresent(sets -> DensityPath.transitions(run, setting, sets, method, fewer,
                solution.density(), all));
        return all;
    }

    private void convergence(Run run, PlainSetting setting, DensitySolution solution, Resolution resolution,
            Map<Quantity, Measurement> summary) {
        if (setting.flatSet().isPresent()) {
            DensityMethod passage = passageMethod(solution);
            Resolution fewer = full ? resolution : resolution.atMost(MOST_PASSAGE_CELLS);
            if (passage == DensityMethod.FINITE_VOLUME && !fewer.equals(resolution)) {
                run.note("passage times are computed on " + fewer.nx() + "," + fewer.ny()
                        + " cells, and their errors are of that grid; --full takes all");
            }
            try {
                PassageTime time = FirstPassage.by(passage, setting, fewer, tolerance);
                Usefulness.ofPassage(time, "give a finer --grid, or a smaller domain").ifPresent(run::note);
                summary.put(Quantity.CONVERGENCE_TIME,
                        time.mean().times(Quantity.CONVERGENCE_TIME.factor(setting.clock())));
                summary.put(Quantity.CONVERGENCE_TIME_VARIANCE,
                        time.variance().times(Quantity.CONVERGENCE_TIME_VARIANCE.factor(setting.clock())));
            } catch (NumericsException unknown) {
                // The density is known all the same.
                run.note("no convergence time: " + unknown.getMessage());
                summary.put(Quantity.CONVERGENCE_TIME, Measurement.UNDEFINED);
                summary.put(Quantity.CONVERGENCE_TIME_VARIANCE, Measurement.UNDEFINED);
            }
        }
    }

    /** Where the hierarchy was chosen, not asked for, a passage time it cannot do may fall back too. */
    private DensityMethod passageMethod(DensitySolution solution) {
        return solution.method() == DensityMethod.HIERARCHY ? method : solution.method();
    }

    private void plane(Run run, Density density, String suffix) {
        int nx = density.x().length;
        int ny = density.y().length;
        Thinning thinning = full ? Thinning.NONE : Thinning.of(nx, ny);
        CsvTable.write(run.file("density" + suffix + ".csv"), RunTables.DENSITY,
                RunTables.cells(density.x(), density.y(), density.values(), thinning));
        FieldFile.write(run.file("density" + suffix + ".npy"), density.values());
        if (!thinning.none() || operator.current()) {
            FieldFile.write(run.file("density-x" + suffix + ".npy"), density.x());
            FieldFile.write(run.file("density-y" + suffix + ".npy"), density.y());
        }
        if (!thinning.none()) {
            run.note("density.csv is thinned: " + thinning.alongX(nx).length + " x " + thinning.alongY(ny).length
                    + " of " + nx + " x " + ny + " cells, one of every " + thinning.stepX() + " along x and "
                    + thinning.stepY() + " along y; density.npy has all, at density-x.npy and density-y.npy;"
                    + " --full writes all rows");
        }
    }

    /** In the cells of the density, per unit of learning time. */
    private static void current(Run run, PlainSetting setting, String subtitle, Density density, Current flow) {
        Current inLearningTime = flow.times(1.0 / setting.clock());
        FieldFile.write(run.file("current-x.npy"), inLearningTime.alongX());
        FieldFile.write(run.file("current-y.npy"), inLearningTime.alongY());
        run.draw("current", () -> CurrentFigure.of(setting, subtitle, density, flow));
    }

    /** Files and figures of one law; gives the marginals that were drawn. */
    private Map<Witness, Marginal> write(Run run, PlainSetting setting, DensitySolution solution,
            Map<Witness, Map<Quantity, Measurement>> summary, String suffix, OptionalDouble time,
            Map<Witness, Marginal> counted) {
        boolean stationary = time.isEmpty();
        String subtitle = stationary ? SettingLabel.of(setting) : SettingLabel.of(setting, time.getAsDouble());
        solution.notes().forEach(run::note);
        Summaries.write(run.file("summary" + suffix + ".csv"), summary);
        Map<Witness, Marginal> drawn = new EnumMap<>(Witness.class);
        drawn.putAll(counted);
        drawn.put(Witness.DENSITY, solution.marginal());
        if (stationary) {
            Prognosis.stationaryLaw(setting).ifPresent(law ->
                    drawn.put(Witness.THEORY, law.on(solution.range(), solution.marginal().size())));
        }
        CsvTable.write(run.file("marginal" + suffix + ".csv"), RunTables.MARGINAL, RunTables.cells(drawn));
        Optional<Density> plane = solution.density();
        if (plane.isPresent()) {
            Density density = plane.get();
            plane(run, density, suffix);
            run.draw("density" + suffix, () -> DensityFigure.of(setting, subtitle, density));
            if (operator.current()) {
                current(run, setting, subtitle, density, solution.current().orElseThrow());
            }
        }
        run.draw("marginal" + suffix, () -> MarginalFigure.of(setting, subtitle, drawn));
        if (stationary) {
            EffectiveLossFigure.of(setting, drawn).ifPresent(figure -> run.draw("effective-loss", figure));
        }
        return drawn;
    }
}
