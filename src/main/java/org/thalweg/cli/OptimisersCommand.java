package org.thalweg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.LearnersTable;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.NetworkTables;
import org.thalweg.report.RunTables;
import org.thalweg.report.figures.LearnersFigure;
import org.thalweg.report.figures.OptimiserFigure;
import org.thalweg.results.OptimiserComparison;
import org.thalweg.results.OptimiserComparison.Entry;
import org.thalweg.training.LearnersWatch;
import org.thalweg.training.LearnersWatch.Seen;
import org.thalweg.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Holds optimisers against each other by the flatness that they select; of a network, looks at learners.
 *
 * <p>Many imports: two kinds of surfaces are run, shown, drawn and written here.
 */
@Command(name = "optimisers", description = "Which flatness optimisers select along a valley, at equal iterations; of a"
        + " network with many learners how they spread, and what that does to their steps.")
final class OptimisersCommand implements Callable<Integer> {
    /** Moments at which learners are looked at, unless the model says otherwise. */
    private static final int MOMENTS = 21;

    private static final int MOST_REPEATS = 10_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions options;

    @Option(names = "--with", paramLabel = "{kind: ...}", hideParamSyntax = true,
            description = "An optimiser as a model file has it, beside plain SGD; repeatable. Default: momentum, Adam,"
                    + " the adaptor of valleys, sharpness-aware steps, learners on a ring.")
    private List<String> rules = List.of();

    @Option(names = "--particles", paramLabel = "N",
            description = "Trajectories of each optimiser. Default: ${DEFAULT-VALUE}.")
    private int particles = 2048;

    @Option(names = "--repeats", paramLabel = "R",
            description = "Trainings of a network with many learners. Default: ${DEFAULT-VALUE}.")
    private int repeats = 8;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(spec, particles);
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new ParameterException(spec.commandLine(), "option --repeats: " + repeats
                    + "; give a number from 1 to " + MOST_REPEATS);
        }
        ModelFile model = options.read();
        if (model.setting().surface().task().isPresent()) {
            return learners(model);
        }
        List<Optimiser> compared = compared(model);
        OptimiserComparison comparison = new OptimiserComparison(
                model.setting(), particles, options.run().seed(), options.run().threads());
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("optimisers", compared.stream().map(Optimiser::description).toList());
        choices.put("particles", particles);
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(), choices);
        List<Entry> entries;
        try (ProgressBar bar = options.console().progress("optimisers")) {
            entries = comparison.run(compared, bar);
        }
        entries.stream().filter(e -> !e.stationary()).map(Entry::optimiser).distinct().forEach(name ->
                run.note(name + ": still changing after as many iterations as plain SGD needs, or trajectories lost"));
        CsvTable.write(run.file("optimisers.csv"), RunTables.OPTIMISERS, entries.stream());
        for (Quantity quantity : List.of(Quantity.MEAN_FLATNESS, Quantity.SELECTION_EXPONENT)) {
            run.draw("optimisers-" + quantity.key().replace('_', '-'),
                    OptimiserFigure.of(model.setting(), entries, quantity, comparison.iterations()));
        }
        run.finish();
        options.console().result(text(model, entries, comparison.iterations(), run), json(entries, run));
        return ExitCode.OK;
    }

    private int learners(ModelFile model) {
        double time = model.training().time().orElseThrow(() -> new Refusal("'" + model.name()
                + "' does not say how long to train; give --set \"train={time: 100}\""));
        Training training = Training.of(
                model.setting(), time, model.training().checkpoints().orElse(MOMENTS), Optional.empty());
        LearnersWatch.requireLearners(training);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("repeats", repeats);
        Run run = Run.begin(spec, options.console(), model, options.argument(), options.run(), choices);
        List<List<Seen>> all;
        try (ProgressBar bar = options.console().progress("learners")) {
            all = LearnersWatch.repeats(training, repeats, options.run().seed(), options.run().threads(), bar);
        }
        long ended = all.stream().filter(seen -> seen.size() == training.checkpoints()).count();
        if (ended < repeats) {
            run.note((repeats - ended) + " of " + repeats + " repeats diverged");
        }
        CsvTable.write(run.file("learners.csv"), NetworkTables.LEARNERS, IntStream.range(0, repeats).boxed()
                .flatMap(r -> all.get(r).stream().map(seen ->
                        new NetworkTables.Learners(r, model.setting().sgd().time(seen.step()), seen))));
        if (all.stream().allMatch(seen -> seen.size() > 1)) {
            run.draw("learners-rate", LearnersFigure.ofRate(model.setting(), all));
            run.draw("learners-noise", LearnersFigure.ofNoise(model.setting(), all));
        }
        run.finish();
        options.console().result(model.name() + ": " + training.setting().sgd().rule().description() + ", means over "
                + repeats + " repeats" + System.lineSeparator() + System.lineSeparator() + LearnersTable.of(all)
                + System.lineSeparator() + System.lineSeparator() + "written to " + run.folder(),
                Map.of("out", run.folder().toString(), "repeats", repeats, "ended", ended));
        return ExitCode.OK;
    }

    private List<Optimiser> compared(ModelFile model) throws ModelFileException {
        if (rules.isEmpty()) {
            return OptimiserComparison.USUAL;
        }
        List<Optimiser> all = new ArrayList<>(List.of(GradientDescent.PLAIN));
        for (String rule : rules) {
            all.add(model.with(Map.of("optimiser", rule)).setting().sgd().rule());
        }
        return all;
    }

    private static String text(ModelFile model, List<Entry> entries, long iterations, Run run) {
        Table table = new Table("optimiser", "quantity", "measured", "theory");
        entries.stream().filter(e -> e.quantity().equals(Quantity.MEAN_FLATNESS)
                || e.quantity().equals(Quantity.SELECTION_EXPONENT)).forEach(e ->
                table.row(e.optimiser(), e.quantity().key(), e.measured().defined() ? Table.number(e.measured()) : "-",
                        e.predicted().isPresent() ? Table.number(e.predicted().getAsDouble()) : "-"));
        return model.name() + ": literal steps, " + iterations + " iterations of each optimiser"
                + System.lineSeparator() + System.lineSeparator() + table + System.lineSeparator()
                + System.lineSeparator() + "written to " + run.folder();
    }

    private static Map<String, Object> json(List<Entry> entries, Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", run.folder().toString());
        json.put("optimisers", entries.stream().map(e -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("optimiser", e.optimiser());
            row.put("quantity", e.quantity().key());
            row.put("value", e.measured().value());
            row.put("standard_error", e.measured().standardError());
            e.predicted().ifPresent(p -> row.put("predicted", p));
            row.put("stationary", e.stationary());
            return row;
        }).toList());
        return json;
    }
}
