package org.thalweg.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.fokkerplanck.Density;
import org.thalweg.fokkerplanck.DensityEvolution;
import org.thalweg.fokkerplanck.DensityMethod;
import org.thalweg.fokkerplanck.DensitySolution;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.PassageTime;
import org.thalweg.fokkerplanck.Resolution;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelFileException;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.DensityTable;
import org.thalweg.report.FieldFile;
import org.thalweg.report.MarginalTable;
import org.thalweg.report.SummaryTable;
import org.thalweg.report.figures.DensityFigure;
import org.thalweg.report.figures.EffectiveLossFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.report.figures.SettingLabel;
import org.thalweg.results.Prognosis;
import org.thalweg.results.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves the Fokker-Planck equation, stationary or in time. */
@Command(name = "density", description = "Solve the Fokker-Planck equation: stationary density, first-passage time.")
final class DensityCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws ModelFileException {
        checkTimes();
        Arguments.positive(spec, "--tolerance", tolerance);
        Resolution resolution = resolution();
        ModelFile model = options.read();
        Setting setting = model.setting().effective();
        double clock = model.setting().sgd().clock();
        StationaryDensity.check(setting, times.isEmpty() ? method : DensityMethod.FINITE_VOLUME);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("method", method.key());
        choices.put("grid", resolution.nx() + "," + resolution.ny());
        choices.put("tolerance", tolerance);
        choices.put("at", times);
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(), choices);
        Optimised.note(model.setting()).ifPresent(run::note);
        if (times.isEmpty()) {
            DensitySolution solution = options.run().onThreads(
                    () -> StationaryDensity.solve(setting, method, resolution, tolerance));
            Map<String, Measurement> summary = options.run().onThreads(
                    () -> summary(setting, clock, solution, resolution, tolerance));
            write(run, setting, solution, summary, "", OptionalDouble.empty());
            if (setting.surface().dimension() == 1) {
                line(run, solution.marginalOn(solution.range(), resolution.nx()));
            }
            run.finish();
            Summaries.print(options.console(), run,
                    setting.name() + ": stationary density by " + solution.method().key(),
                    Map.of(Witness.DENSITY, summary));
        } else {
            evolve(run, setting, clock, resolution);
        }
        return ExitCode.OK;
    }

    /** The density of a single parameter, in as many cells as the grid has along x. */
    private static void line(Run run, Marginal cells) {
        try (DensityTable table = DensityTable.alongALine(run.file("density.csv"))) {
            for (int i = 0; i < cells.size(); i++) {
                table.add(cells.x()[i], cells.density()[i]);
            }
        }
    }

    /** Each time has files of its own; the plain names hold the last time. */
    private void evolve(Run run, Setting setting, double clock, Resolution resolution) {
        List<DensitySolution> solutions = options.run().onThreads(() -> DensityEvolution.at(setting,
                times.stream().map(t -> t / clock).toList(), resolution));
        for (int i = 0; i < times.size(); i++) {
            DensitySolution solution = solutions.get(i);
            if (times.size() > 1) {
                write(run, setting, solution, solution.quantities(), "-at-" + times.get(i),
                        OptionalDouble.of(times.get(i)));
            }
            if (i == times.size() - 1) {
                write(run, setting, solution, solution.quantities(), "", OptionalDouble.of(times.get(i)));
                run.finish();
                Summaries.print(options.console(), run, setting.name() + ": density at learning time " + times.get(i),
                        Map.of(Witness.DENSITY, solution.quantities()));
            }
        }
    }

    private void checkTimes() {
        for (int i = 0; i < times.size(); i++) {
            Arguments.positive(spec, "--at", times.get(i));
            if (i > 0 && !(times.get(i) > times.get(i - 1))) {
                throw new Refusal("option --at: " + times.get(i) + " follows " + times.get(i - 1)
                        + "; give the times in increasing order, each once");
            }
        }
        if (!times.isEmpty() && (method == DensityMethod.QUADRATURE || method == DensityMethod.HIERARCHY)) {
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
        return new Resolution(grid.get(0), grid.get(1));
    }

    private Map<String, Measurement> summary(Setting setting, double clock, DensitySolution solution,
            Resolution resolution, double tolerance) {
        Map<String, Measurement> summary = new LinkedHashMap<>(solution.quantities());
        if (setting.flatSet().isPresent()) {
            PassageTime time = FirstPassage.by(passageMethod(solution), setting, resolution, tolerance);
            summary.put(Quantity.CONVERGENCE_TIME, time.mean().times(clock));
            summary.put(Quantity.CONVERGENCE_TIME_VARIANCE, time.variance().times(clock * clock));
        }
        return summary;
    }

    /** Where the hierarchy was chosen, not asked for, a passage time it cannot do may fall back too. */
    private DensityMethod passageMethod(DensitySolution solution) {
        return solution.method() == DensityMethod.HIERARCHY ? method : solution.method();
    }

    private static void write(Run run, Setting setting, DensitySolution solution, Map<String, Measurement> summary,
            String suffix, OptionalDouble time) {
        boolean stationary = time.isEmpty();
        String subtitle = stationary ? SettingLabel.of(setting) : SettingLabel.of(setting, time.getAsDouble());
        solution.notes().forEach(run::note);
        try (SummaryTable table = SummaryTable.create(run.file("summary" + suffix + ".csv"))) {
            summary.forEach((quantity, value) -> table.add(Witness.DENSITY, quantity, value));
        }
        Map<Witness, Marginal> drawn = new EnumMap<>(Witness.class);
        drawn.put(Witness.DENSITY, solution.marginal());
        if (stationary) {
            Prognosis.stationaryLaw(setting).ifPresent(law ->
                    drawn.put(Witness.THEORY, law.on(solution.range(), solution.marginal().size())));
        }
        try (MarginalTable table = MarginalTable.create(run.file("marginal" + suffix + ".csv"))) {
            drawn.forEach(table::add);
        }
        Optional<Density> plane = solution.density();
        if (plane.isPresent()) {
            Density density = plane.get();
            try (DensityTable table = DensityTable.create(run.file("density" + suffix + ".csv"))) {
                for (int i = 0; i < density.x().length; i++) {
                    for (int j = 0; j < density.y().length; j++) {
                        table.add(density.x()[i], density.y()[j], density.values()[i][j]);
                    }
                }
            }
            FieldFile.write(run.file("density" + suffix + ".npy"), density.values());
            run.draw("density" + suffix, () -> DensityFigure.of(setting, subtitle, density));
        }
        run.draw("marginal" + suffix, () -> MarginalFigure.of(setting, subtitle, drawn));
        if (stationary) {
            EffectiveLossFigure.of(setting, drawn).ifPresent(figure -> run.draw("effective-loss", figure));
        }
    }
}
