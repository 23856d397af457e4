package org.thalweg.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.SweepFolder;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.CellQuestions;
import org.thalweg.cli.option.EndProbeOptions;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Interruption;
import org.thalweg.cli.screen.Optimised;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.SweepScreen;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.SweepDefaults;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.LawTables;
import org.thalweg.report.RunTables;
import org.thalweg.report.figures.ConvergenceTimeFigure;
import org.thalweg.report.figures.FrozenShareFigure;
import org.thalweg.report.figures.PathMapFigure;
import org.thalweg.report.figures.PhaseDiagramFigure;
import org.thalweg.report.figures.VariedFigure;
import org.thalweg.report.figures.VariedMapFigure;
import org.thalweg.results.Experiment;
import org.thalweg.results.Laboratory;
import org.thalweg.results.Row;
import org.thalweg.results.plan.Limits;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Difference;
import org.thalweg.sweep.NoiseTrends;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.ReferenceCells;
import org.thalweg.sweep.SweepJournal;
import org.thalweg.sweep.SweepRunner;
import org.thalweg.sweep.Variation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Puts all witnesses side by side over a grid of learning rates and batch variances.
 *
 * <p>Many imports: a grid is asked for, swept, judged, drawn and written here.
 */
@Command(name = "sweep", description = "Sweep learning rate x batch variance with all witnesses side by side.")
final class SweepCommand implements Callable<Integer> {
    private static final int PARTICLES = 2048;

    /** Repeats of the training of a network: each takes seconds, and eight give a mean an error. */
    private static final int REPEATS = 8;

    /** Some gigabytes of journal and tables, and weeks of computing. */
    private static final int MOST_CELLS = 100_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(names = "--learning-rate", paramLabel = "RANGE",
            description = "eta: 0.1, or 0.1,0.2, or lin:A:B:N, or log:A:B:N. Default: the model's sweep.")
    private Range learningRate;

    @Option(names = "--batch-variance", paramLabel = "RANGE", description = "sigma2, likewise.")
    private Range batchVariance;

    @Option(names = "--batch-size", paramLabel = "RANGE",
            description = "B, whole numbers: sigma2 follows. Of a noise that is not mini-batch sigma2 / B, its sigma2"
                    + " being that of one sample.")
    private Range batchSize;

    @Option(names = "--anisotropy", paramLabel = "RANGE", description = "kappa, likewise.")
    private Range anisotropy;

    @Option(names = "--particles", paramLabel = "N",
            description = "Trajectories a cell, of networks repeats. Default: the model's sweep, or 2048, of"
                    + " networks 8.")
    private Integer particles;

    @Option(names = "--time-limit", paramLabel = "T",
            description = "Learning time until which first passages are watched, by default 25 predicted means;"
                    + " of networks"
                    + " that of the training.")
    private Double timeLimit;

    @Option(names = "--iterations", paramLabel = "N",
            description = "Iterations of a cell, on surfaces that are not valleys. Default: the model's sweep, or by"
                    + " time scales.")
    private Integer iterations;

    @Option(names = "--witnesses", paramLabel = "NAMES", hideParamSyntax = true, split = ",",
            description = "Some of sgd,sde,density,theory. Default: all.")
    private List<Witness> witnesses = Witness.COMPUTED;

    @Option(names = "--common-random-numbers",
            description = "Every cell sees the same random numbers: differences.csv has the changes of the convergence"
                    + " time between neighbours with the small errors of pairs. The cells are not independent then.")
    private boolean common;

    @Option(names = "--vary", paramLabel = "PATH=RANGE",
            description = "Any number of the model (c=1,3,10 or loss.ratio=...), repeatable; then nothing else varies"
                    + " but what an option names. Adds a column to sweep.csv.")
    private List<Variation> variations = List.of();

    @Mixin
    private EndProbeOptions probes;

    @Mixin
    private CellQuestions questions;

    @Option(names = "--resume",
            description = "Goes on with the sweep that was interrupted in the folder of --out; begins it where there"
                    + " is none.")
    private boolean resume;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(spec, particles);
        Arguments.positive(spec, "--time-limit", timeLimit);
        Arguments.positive(spec, "--iterations", iterations);
        requireDistinct();
        if (common && !variations.isEmpty()) {
            throw new Refusal("options --common-random-numbers and --vary: differences are between neighbours"
                    + " in learning rate, batch variance and anisotropy; give one of the two");
        }
        ModelFile model = options.read();
        varyBatchesOfSamples(model);
        Plan plan = plan(model);
        Map<String, Object> choices = Run.choices(model, options.run(), choices(plan));
        Map<String, Object> request = SweepFolder.request(model, options.run(), choices);
        try (SweepFolder folder = resume
                ? SweepFolder.resume(options.run().outFor("--resume"), request)
                : SweepFolder.create(options.run().out(model.name(), spec.name()), request)) {
            folder.journal().remarks().forEach(options.console()::note);
            if (folder.journal().finished()) {
                options.console().note("this sweep was finished before; nothing is changed");
                say(plan, runner(plan), folder.journal().all(plan.cells()), folder);
                return ExitCode.OK;
            }
            Run run = Run.begin(
                    spec, options.console(), model, options.argument(), options.run(), choices, folder.directory());
            Interruption.keeping("finished cells are kept: the same command with --resume --out "
                    + folder.directory().path() + " goes on with the others");
            List<CellResult> results = run(run, plan, folder.journal());
            laws(run, plan, results);
            draw(run, plan, results);
            NoiseTrends trends = NoiseTrends.of(results);
            if (trends.asked()) {
                CsvTable.write(run.file(SweepFolder.VERDICTS), RunTables.VERDICTS, trends.family().judgements().stream());
            }
            run.finish();
            run.report();
            folder.finish();
            say(plan, runner(plan), results, folder);
            return ExitCode.OK;
        }
    }

    /** The batch size of samples is a number of the model like any other, and has a column of its own. */
    private void varyBatchesOfSamples(ModelFile model) {
        Optional<Range> sizes = Optional.ofNullable(batchSize)
                .or(() -> variations.isEmpty() ? model.sweep().batchSize() : Optional.empty());
        if (Experiment.trains(model.setting()) && sizes.isPresent()) {
            List<Variation> all = new ArrayList<>(variations);
            all.add(new Variation("noise.batch", sizes.get()));
            variations = all;
            learningRate = learningRate == null ? model.sweep().learningRate().orElse(null) : learningRate;
            batchSize = null;
        }
    }

    /**
     * What is to be done.
     *
     * @param setting of the model
     * @param grid of learning rates, batch variances or sizes, and anisotropies
     * @param iterations of a cell, on surfaces that are not valleys; by time scales where empty
     * @param time learning time until which passages are watched, or networks are trained
     * @param varied the further numbers of each cell
     * @param reference values from outside, by cell
     */
    private record Plan(Setting setting, ParameterGrid grid, int particles, OptionalInt iterations,
            OptionalDouble time, List<Setting> cells, List<List<Double>> varied, ReferenceCells reference) {}

    private Plan plan(ModelFile model) throws ModelFileException {
        Setting setting = model.setting();
        ParameterGrid grid = grid(setting, variations.isEmpty() ? model.sweep() : SweepDefaults.NONE);
        double size = grid.size() * variations.stream().mapToDouble(v -> v.range().values().size())
                .reduce(1.0, (a, b) -> a * b);
        if (size > MOST_CELLS) {
            throw new Refusal("a sweep of " + Math.round(size) + " cells is more than one folder holds; give at most "
                    + MOST_CELLS + ", in shorter ranges");
        }
        List<Setting> cells = new ArrayList<>();
        List<List<Double>> varied = new ArrayList<>();
        List<ModelFile> files = new ArrayList<>();
        for (Variation.Model point : Variation.models(model, variations)) {
            Setting there = point.file().setting();
            Refusal.raise(Experiment.refusesAnother(there, asked()));
            if (!Experiment.trains(there) && there.sgd().descends()) {
                Arguments.requireFirstOrder(there);
            }
            List<Setting> plane = variations.isEmpty()
                    ? grid.cells(there) : grid(there, SweepDefaults.NONE).cells(there);
            cells.addAll(plane);
            varied.addAll(Collections.nCopies(plane.size(), point.values()));
            files.addAll(Collections.nCopies(plane.size(), point.file()));
        }
        boolean trains = Experiment.trains(setting);
        requireProbed(cells);
        int trajectories = particles != null ? particles
                : model.sweep().particles().orElse(trains ? REPEATS : PARTICLES);
        OptionalDouble limit = timeLimit != null ? OptionalDouble.of(timeLimit)
                : trains ? model.training().time() : OptionalDouble.empty();
        if (trains && limit.isEmpty() && iterations == null) {
            throw new Refusal("'" + model.name() + "' does not say how long to train; give --time-limit, or train:"
                    + " {time: ...}");
        }
        Arguments.particles(spec, trajectories);
        OptionalInt length = iterations != null ? OptionalInt.of(iterations) : model.sweep().iterations();
        return new Plan(setting, grid, trajectories, length, limit, cells, varied,
                ReferenceCells.of(model, files, cells, length));
    }

    /** What cannot be measured of a cell is refused before any is run. */
    private void requireProbed(List<Setting> cells) {
        cells.forEach(questions.questions()::check);
        probes.probes().ifPresent(p -> cells.forEach(cell -> {
            if (!Experiment.trains(cell)) {
                throw new Refusal("option --probe: '" + cell.name() + "' is no network that a sweep trains; leave it"
                        + " out");
            }
            p.check(cell);
        }));
    }

    private Set<Witness> asked() {
        return new LinkedHashSet<>(witnesses);
    }

    /** What the results depend on, beside the model. */
    private Map<String, Object> choices(Plan plan) {
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("learning_rate", plan.grid().learningRates().values());
        plan.grid().batchVariances().ifPresent(r -> choices.put("batch_variance", r.values()));
        plan.grid().batchSizes().ifPresent(r -> choices.put("batch_size", r.values()));
        plan.grid().anisotropies().ifPresent(r -> choices.put("anisotropy", r.values()));
        variations.forEach(v -> choices.put(v.path(), v.range().values()));
        choices.put("particles", plan.particles());
        choices.put("witnesses", asked().stream().map(Witness::key).toList());
        plan.iterations().ifPresent(n -> choices.put("iterations", n));
        plan.time().ifPresent(limit -> choices.put("time_limit", limit));
        if (common) {
            choices.put("common_random_numbers", true);
        }
        choices.putAll(probes.choices());
        choices.putAll(questions.choices());
        return choices;
    }

    /** Runs the cells that the journal does not know, and writes all of them. */
    private List<CellResult> run(Run run, Plan plan, SweepJournal journal) {
        if (!Experiment.trains(plan.setting())) {
            Optimised.note(plan.setting()).ifPresent(run::note);
        }
        if (asked().contains(Witness.DENSITY) && !Experiment.trains(plan.setting())) {
            Laboratory.densityNote(plan.setting()).ifPresent(run::note);
        }
        if (plan.setting().surface().geometry() == Geometry.LINE && asked().contains(Witness.SDE)) {
            run.note("the SDE of one parameter is not simulated: its density is a quadrature, and exact");
        }
        options.console().note(plan.cells().size() + " cells, " + plan.particles() + " trajectories each"
                + (journal.size() > 0 ? "; " + journal.size() + " of them were finished before" : ""));
        SweepRunner runner = runner(plan).withJournal(journal);
        List<CellResult> results;
        try (ProgressBar bar = options.console().progress("sweep");
                CsvTable<RunTables.SweptRow> table =
                        CsvTable.create(run.file(SweepFolder.SWEEP), RunTables.sweep(columns()))) {
            Iterator<List<Double>> values = plan.varied().iterator();
            results = runner.run(plan.cells(), bar, cell -> add(table, cell, values.next()));
        }
        plan.reference().remarks().forEach(run::note);
        results.forEach(r -> r.notes().forEach(run::note));
        if (common) {
            differences(run, results);
        }
        return results;
    }

    /** An interrupted sweep leaves its finished cells behind. */
    private static void add(CsvTable<RunTables.SweptRow> table, CellResult cell, List<Double> varied) {
        cell.rows().forEach(row -> table.add(new RunTables.SweptRow(cell.setting(), row, varied)));
        table.flush();
    }

    /** The laws of the cells, where there are any. */
    private void laws(Run run, Plan plan, List<CellResult> results) {
        List<LawTables.LawRow> marginals = LawTables.marginals(results, plan.varied());
        if (!marginals.isEmpty()) {
            CsvTable.write(run.file(SweepFolder.MARGINALS), LawTables.marginals(columns()), marginals.stream());
        }
        List<LawTables.LawRow> passages = LawTables.passages(results, plan.varied());
        if (!passages.isEmpty()) {
            CsvTable.write(run.file(SweepFolder.PASSAGES), LawTables.passages(columns()), passages.stream());
        }
    }

    private SweepRunner runner(Plan plan) {
        SweepRunner independent = new SweepRunner(asked(), plan.particles(), options.run().seed(),
                options.run().threads(),
                new Limits(plan.time(), plan.iterations()));
        SweepRunner judging = independent.withReference(plan.reference().byCell());
        SweepRunner equipped = probes.probes().map(p -> judging.equipped(lab -> lab.probing(p))).orElse(judging);
        SweepRunner asking = equipped.asking(questions.questions());
        return common ? asking.withCommonNumbers() : asking;
    }

    private void draw(Run run, Plan plan, List<CellResult> results) {
        Setting setting = plan.setting();
        if (variations.isEmpty()) {
            ConvergenceTimeFigure.of(setting, results).ifPresent(figure -> run.draw("convergence-time", figure));
            PhaseDiagramFigure.of(setting, results).ifPresent(figure -> run.draw("phase-diagram", figure));
            FrozenShareFigure.of(setting, results).ifPresent(figure -> run.draw("frozen-share", figure));
            setting.surface().pathQuantities().forEach(path -> PathMapFigure.of(setting, results, path.quantity())
                    .ifPresent(figure -> run.draw(path.quantity().key().replace('_', '-') + "-map", figure)));
        } else if (variations.get(0).range().values().size() == results.size()) {
            drawAlong(run, setting, variations.get(0), results);
        } else if (variations.size() == 1) {
            results.stream().flatMap(r -> r.rows().stream()).map(Row::quantity).distinct().forEach(quantity ->
                    VariedMapFigure.of(setting, variations.get(0).path(), variations.get(0).range().values(), results,
                            quantity).ifPresent(figure -> run.draw(quantity.key().replace('_', '-') + "-map", figure)));
        }
    }

    private void say(Plan plan, SweepRunner runner, List<CellResult> results, SweepFolder folder) {
        SweepScreen screen = new SweepScreen(plan.setting(), results, runner.rowsAtRisk(plan.cells()));
        options.console().result(screen.text(folder.directory().path()), screen.json(folder.directory().path()));
    }

    private static void differences(Run run, List<CellResult> results) {
        List<Difference> differences = Difference.between(results);
        CsvTable.write(run.file(SweepFolder.DIFFERENCES), RunTables.DIFFERENCES, differences.stream());
        double[] gains = differences.stream()
                .mapToDouble(d -> d.unpaired() / d.paired().standardError()).sorted().toArray();
        if (gains.length > 0) {
            run.note("common random numbers: errors of differences between neighbours are smaller by a factor of "
                    + Table.number(gains[gains.length / 2]) + " (median); verdicts of different cells are not"
                    + " independent");
        }
    }

    /** Every quantity against the one number that varies. */
    private static void drawAlong(Run run, Setting setting, Variation variation, List<CellResult> results) {
        double[] values = variation.range().values().stream().mapToDouble(Double::doubleValue).toArray();
        results.stream().flatMap(r -> r.rows().stream()).map(Row::quantity).distinct().forEach(quantity ->
                VariedFigure.of(setting, variation.path(), values, results, quantity)
                        .ifPresent(figure -> run.draw(quantity.key().replace('_', '-'), figure)));
    }

    /** The further columns of sweep.csv; each name must be there once. */
    private List<String> columns() {
        List<String> own = RunTables.SWEEP.names();
        return variations.stream().map(v -> own.contains(v.path()) ? "parameters." + v.path() : v.path()).toList();
    }

    private void requireDistinct() {
        if (variations.stream().map(Variation::path).distinct().count() < variations.size()) {
            throw new Refusal("option --vary: the same path twice; give all its values in one range");
        }
    }

    private ParameterGrid grid(Setting setting, SweepDefaults defaults) {
        if (batchVariance != null && setting.noise().batchVariance().isEmpty()) {
            throw new Refusal("option --batch-variance: the noise of this model has no batch variance; "
                    + "vary one of its parameters with --set");
        }
        if (batchVariance != null && batchSize != null) {
            throw new Refusal("options --batch-variance and --batch-size: the variance follows the size; give"
                    + " one of the two");
        }
        if (anisotropy != null && setting.noise().anisotropy().isEmpty()) {
            throw new Refusal("option --anisotropy: the noise of this model has no anisotropy; "
                    + "vary one of its parameters with --set");
        }
        Range rates = first(learningRate, defaults.learningRate()).orElse(Range.of(setting.sgd().learningRate()));
        Optional<Range> variances =
                batchSize != null ? Optional.empty() : first(batchVariance, defaults.batchVariance());
        Optional<Range> sizes = batchVariance != null ? Optional.empty() : first(batchSize, defaults.batchSize());
        sizes.ifPresent(range -> check(setting, range));
        Optional<Range> anisotropies = first(anisotropy, defaults.anisotropy());
        List<Range> positive = new ArrayList<>(List.of(rates));
        variances.ifPresent(positive::add);
        anisotropies.ifPresent(positive::add);
        positive.stream().filter(r -> !(r.values().get(0) > 0.0)).findFirst().ifPresent(r -> {
            throw new Refusal(
                    "range " + r + ": learning rate, batch variance and anisotropy must be positive");
        });
        return new ParameterGrid(rates, variances, anisotropies, sizes);
    }

    private static void check(Setting setting, Range sizes) {
        setting.noise().refusesBatchSizes(sizes).ifPresent(refusal -> {
            throw new Refusal("range " + sizes + ": " + refusal.getMessage());
        });
    }

    private static Optional<Range> first(Range given, Optional<Range> otherwise) {
        return given != null ? Optional.of(given) : otherwise;
    }
}
