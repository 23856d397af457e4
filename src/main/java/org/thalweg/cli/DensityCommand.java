package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.option.OperatorOptions;
import org.thalweg.cli.outcome.DensityOutcome;
import org.thalweg.cli.screen.Optimised;
import org.thalweg.fokkerplanck.LawInTime;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.operator.EnsemblesInTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Solves the Fokker-Planck equation, stationary or in time. */
@Command(name = "density", description = "Solve the Fokker-Planck equation: stationary density, first-passage time.")
final class DensityCommand implements Callable<Integer> {
    /** Squares and products of times with rates stay normal doubles. */
    private static final double MOST = 1e100;

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
        Arguments.positive(options.command(), "--tolerance", tolerance);
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
        Run run = Run.begin(options.run(), model, options.argument(), choices);
        Optimised.note(model.setting()).ifPresent(run::note);
        DensityOutcome found = new DensityOutcome(setting, method, resolution, tolerance, full, operator);
        if (times.isEmpty()) {
            DensitySolution law = options.run().onThreads(() ->
                    StationaryDensity.solve(setting, method, resolution, tolerance));
            return run.post(options.console().watched("path", bar -> options.run().onThreads(() ->
                    found.stationary(law, bar))));
        }
        List<Double> own = times.stream().map(t -> t / setting.clock()).toList();
        List<DensitySolution> solutions = options.run().onThreads(
                () -> LawInTime.by(method, setting, own, resolution, tolerance));
        return run.post(found.evolved(times, own, solutions, i -> particles == 0 ? Optional.empty()
                : Optional.of(EnsemblesInTime.at(model.setting(), times.get(i), particles, options.run().seed(),
                        options.run().threads(), solutions.get(i)))));
    }

    private void checkParticles(Setting setting) {
        if (particles == 0) {
            return;
        }
        Arguments.particlesOfOne(options.command(), particles, false);
        if (times.isEmpty()) {
            throw new Refusal("option --particles belongs to --at; simulate runs trajectories by themselves");
        }
        setting.effective();
    }

    private void checkTimes() {
        for (int i = 0; i < times.size(); i++) {
            Arguments.positive(options.command(), "--at", times.get(i));
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
}
