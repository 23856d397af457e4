package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.KeptRun;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.CellQuestions;
import org.thalweg.cli.option.EndProbeOptions;
import org.thalweg.cli.option.EngineOptions;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.option.SweepGridOptions;
import org.thalweg.cli.outcome.Outcome;
import org.thalweg.cli.outcome.SweepOutcome;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Optimised;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.SweepScreen;
import org.thalweg.compute.Backend;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.Geometry;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.CsvTable;
import org.thalweg.report.ProductVersion;
import org.thalweg.results.Experiment;
import org.thalweg.results.Laboratory;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.FailedCell;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.PlannedCells;
import org.thalweg.sweep.PlannedSweep;
import org.thalweg.sweep.Precision;
import org.thalweg.sweep.SweepJournal;
import org.thalweg.sweep.SweepRequest;
import org.thalweg.sweep.SweepRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Puts all witnesses side by side over a grid of learning rates and batch variances.
 *
 * <p>Many imports: a grid is asked for, swept, judged and written here.
 */
@Command(name = "sweep", description = "Sweep learning rate x batch variance with all witnesses side by side; exit"
        + " code 1 if a row or a claim is refuted.")
final class SweepCommand implements Callable<Integer> {
    private static final int PARTICLES = 2048;

    /** Repeats of the training of a network: each takes seconds, and eight give a mean an error. */
    private static final int REPEATS = 8;

    /** Some gigabytes of journal and tables, and weeks of computing. */
    private static final int MOST_CELLS = 1_000_000;

    /** Remarks of cells that are kept; a sweep of many cells may have one for each. */
    private static final int MOST_NOTES = 1000;

    @Mixin
    private ModelOptions options;

    @Mixin
    private SweepGridOptions numbers;

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

    @Option(names = "--precision", paramLabel = "SHARE",
            description = "Relative standard error of mean times and mean flatness, as in 2%%: a cell that misses it"
                    + " runs with more particles, up to 64 times as many. Default: one run.")
    private Precision precision;

    @Mixin
    private EndProbeOptions probes;

    @Mixin
    private CellQuestions questions;

    @Option(names = "--resume",
            description = "Goes on with the sweep that was interrupted in the folder of --out; begins it where there"
                    + " is none.")
    private boolean resume;

    @Mixin
    private EngineOptions engines;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(options.command(), particles);
        Arguments.positive(options.command(), "--time-limit", timeLimit);
        Arguments.positive(options.command(), "--iterations", iterations);
        numbers.requireDistinct();
        if (common && !numbers.variations().isEmpty()) {
            throw new Refusal("options --common-random-numbers and --vary: differences are between neighbours"
                    + " in learning rate, batch variance and anisotropy; give one of the two");
        }
        if (common && precision != null) {
            throw new Refusal("options --common-random-numbers and --precision: pairs need as many particles in every"
                    + " cell; give one of the two");
        }
        ModelFile model = options.read();
        numbers.varyBatchesOfSamples(model);
        PlannedSweep plan = plan(model);
        Engine engine = engines.engine(plan.request(), options.run().threads());
        Map<String, Object> choices = Run.choices(model, options.run(), choices(plan.request(), numbers.grid(model)));
        Map<String, Object> request = KeptRun.request(model, options.run(), choices);
        try (KeptRun<SweepJournal> folder = KeptRun.of(options.run().out(resume, model.name()), resume,
                SweepOutcome.TABLES, path -> new SweepJournal(path, request))) {
            if (folder.finishedBefore(options.console(), "this sweep")) {
                say(model.setting(), plan, folder.journal().all(plan.cells()), folder);
                return ExitCode.OK;
            }
            Run run = Run.begin(options.run(), model, options.argument(), choices, folder.directory());
            folder.keep("cells");
            run(run, model.setting(), plan, folder.journal(), engine);
            List<CellResult> results = folder.journal().all(plan.cells());
            Outcome outcome =
                    SweepOutcome.of(model.setting(), numbers.variations(), plan.cells(), results, common);
            run.leave(outcome);
            folder.finish();
            say(model.setting(), plan, results, folder);
            return outcome.exitCode();
        }
    }

    private PlannedSweep plan(ModelFile model) throws ModelFileException {
        Setting setting = model.setting();
        double size = numbers.grid(model).size() * numbers.variations().stream()
                .mapToDouble(v -> v.range().values().size()).reduce(1.0, (a, b) -> a * b);
        if (size > MOST_CELLS) {
            throw new Refusal("a sweep of " + Math.round(size) + " cells is more than one folder holds; give at most "
                    + MOST_CELLS + ", in shorter ranges");
        }
        boolean trains = Experiment.trains(setting);
        int trajectories = particles != null ? particles
                : model.sweep().particles().orElse(trains ? REPEATS : PARTICLES);
        OptionalDouble limit = timeLimit != null ? OptionalDouble.of(timeLimit)
                : trains ? model.training().time() : OptionalDouble.empty();
        OptionalInt length = iterations != null ? OptionalInt.of(iterations) : model.sweep().iterations();
        SweepRequest request = new SweepRequest(ProductVersion.current(), Backend.current().description(), model.file(),
                model.text(), model.assignments(), PlannedSweep.files(model), numbers.request(model),
                numbers.variations().stream()
                        .map(v -> new SweepRequest.Axis(v.path(), v.range().values())).toList(),
                trajectories, options.run().seed().value(), asked().stream().map(Witness::key).toList(),
                limit.isPresent() ? Double.valueOf(limit.getAsDouble()) : null,
                length.isPresent() ? Integer.valueOf(length.getAsInt()) : null, common,
                precision == null ? null : Double.valueOf(precision.target()), probes.request(), questions.questions());
        PlannedSweep plan = PlannedSweep.of(request, model);
        try (ProgressBar bar = options.console().progress("models")) {
            boolean asks = !questions.questions().none() || probes.probes().isPresent();
            plan.cells().check(bar, this::requireRun, asks ? Optional.of(this::requireProbed) : Optional.empty());
        }
        if (trains && limit.isEmpty() && iterations == null) {
            throw new Refusal("'" + model.name() + "' does not say how long to train; give --time-limit, or train:"
                    + " {time: ...}");
        }
        Arguments.particles(options.command(), trajectories);
        return plan;
    }

    private void requireRun(Setting there) {
        Refusal.raise(Experiment.refusesAnother(there, asked()));
        if (!Experiment.trains(there) && there.sgd().descends()) {
            Arguments.requireFirstOrder(there);
        }
        if (!numbers.variations().isEmpty()) {
            numbers.check(there);
        }
    }

    /** What cannot be measured of a cell is refused before any is run. */
    private void requireProbed(Setting cell) {
        if (!questions.questions().none()) {
            questions.questions().check(cell);
        }
        probes.probes().ifPresent(p -> {
            if (!Experiment.trains(cell)) {
                throw new Refusal("option --probe: '" + cell.name() + "' is no network that a sweep trains; leave it"
                        + " out");
            }
            p.check(cell);
        });
    }

    private Set<Witness> asked() {
        return new LinkedHashSet<>(witnesses);
    }

    /** What the results depend on, beside the model. */
    private Map<String, Object> choices(SweepRequest request, ParameterGrid grid) {
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("learning_rate", grid.learningRates().values());
        grid.batchVariances().ifPresent(r -> choices.put("batch_variance", r.values()));
        grid.batchSizes().ifPresent(r -> choices.put("batch_size", r.values()));
        grid.anisotropies().ifPresent(r -> choices.put("anisotropy", r.values()));
        request.variations().forEach(v -> choices.put(v.path(), v.values()));
        choices.put("particles", request.particles());
        choices.put("witnesses", request.witnesses());
        if (request.iterations() != null) {
            choices.put("iterations", request.iterations());
        }
        if (request.time() != null) {
            choices.put("time_limit", request.time());
        }
        if (common) {
            choices.put("common_random_numbers", true);
        }
        if (precision != null) {
            choices.put("precision", precision.target());
        }
        choices.putAll(probes.choices());
        choices.putAll(questions.choices());
        return choices;
    }

    /** Runs the cells that the journal does not know, and writes all of them. */
    private void run(Run run, Setting setting, PlannedSweep plan, SweepJournal journal, Engine engine) {
        if (!Experiment.trains(setting)) {
            Optimised.note(setting).ifPresent(run::note);
        }
        if (asked().contains(Witness.DENSITY) && !Experiment.trains(setting)) {
            Laboratory.densityNote(setting).ifPresent(run::note);
        }
        if (setting.surface().geometry() == Geometry.LINE && asked().contains(Witness.SDE)) {
            run.note("the SDE of one parameter is not simulated: its density is a quadrature, and exact");
        }
        PlannedCells cells = plan.cells();
        options.console().note(Counted.of(cells.size(), "cell") + ", " + plan.request().particles()
                + (plan.request().particles() == 1 ? " trajectory each" : " trajectories each")
                + (journal.size() > 0 ? "; " + journal.size() + " of them were finished before" : ""));
        List<FailedCell> failures;
        Set<String> notes = new LinkedHashSet<>();
        try (ProgressBar bar = options.console().progress("sweep");
                CsvTable<ComparisonTables.SweptRow> table =
                        CsvTable.create(run.file(SweepOutcome.SWEEP),
                        ComparisonTables.sweep(SweepOutcome.columns(numbers.variations())))) {
            SweepRunner runner = plan.runner(options.run().threads()).withJournal(journal).on(engine);
            failures = runner.each(cells, bar, (number, cell) -> {
                add(table, cell, cells.varied(number));
                cell.notes().stream().limit(MOST_NOTES - notes.size()).forEach(notes::add);
            });
        }
        cells.reference().remarks().forEach(run::note);
        if (notes.size() == MOST_NOTES) {
            run.note("further remarks of cells are in journal.jsonl only");
        }
        run.notes(notes);
        FailedCell.raise(failures, cells.size());
    }

    /** An interrupted sweep leaves its finished cells behind. */
    private static void add(CsvTable<ComparisonTables.SweptRow> table, CellResult cell, List<Double> varied) {
        cell.rows().forEach(row -> table.add(new ComparisonTables.SweptRow(cell.setting(), row, varied)));
        table.flush();
    }

    private void say(Setting model, PlannedSweep plan, List<CellResult> results,
            KeptRun<SweepJournal> folder) {
        long atRisk;
        try (ProgressBar bar = options.console().progress("summary")) {
            atRisk = plan.runner(1).rowsAtRisk(plan.cells(), bar);
        }
        SweepScreen screen = new SweepScreen(model, results, atRisk);
        options.console().result(screen.text(folder.directory().path()), screen.json(folder.directory().path()));
    }
}
