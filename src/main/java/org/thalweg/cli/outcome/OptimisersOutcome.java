package org.thalweg.cli.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.thalweg.cli.screen.LearnersTable;
import org.thalweg.cli.screen.Table;
import org.thalweg.model.file.ModelFile;
import org.thalweg.quantity.Counted;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.NetworkTables;
import org.thalweg.report.figures.LearnersFigure;
import org.thalweg.report.figures.OptimiserFigure;
import org.thalweg.results.OptimiserComparison.Entry;
import org.thalweg.training.LearnersWatch.Seen;
import org.thalweg.training.Training;

/** What compared optimisers leave, and the learners of a network. */
public final class OptimisersOutcome {
    private static final String LINE = System.lineSeparator();

    /** What is told of each optimiser. */
    private static final List<Quantity> TOLD = List.of(Quantity.MEAN_FLATNESS, Quantity.SELECTION_EXPONENT);

    private OptimisersOutcome() {}

    /** Optimisers beside each other, after as many iterations of each. */
    public static Outcome of(ModelFile model, List<Entry> entries, long iterations) {
        Outcome outcome = new Outcome();
        entries.stream().filter(e -> !e.stationary()).map(Entry::optimiser).distinct().forEach(name -> outcome.note(
                name + ": still changing after as many iterations as plain SGD needs, or trajectories lost"));
        outcome.table("optimisers.csv", ComparisonTables.OPTIMISERS, entries.stream());
        TOLD.forEach(quantity -> outcome.figure("optimisers-" + quantity.key().replace('_', '-'),
                () -> OptimiserFigure.of(model.setting(), entries, quantity, iterations)));
        Table table = new Table("optimiser", "quantity", "measured", "theory");
        entries.stream().filter(e -> TOLD.contains(e.quantity())).forEach(e ->
                table.row(e.optimiser(), e.quantity().key(), e.measured().defined() ? Table.number(e.measured()) : "-",
                        e.predicted().isPresent() ? Table.number(e.predicted().getAsDouble()) : "-"));
        outcome.say(model.name() + ": literal steps, " + Counted.of(iterations, "iteration") + " of each optimiser"
                + LINE + LINE + table + LINE + LINE);
        outcome.json("optimisers", entries.stream().map(OptimisersOutcome::json).toList());
        return outcome;
    }

    private static Map<String, Object> json(Entry e) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("optimiser", e.optimiser());
        row.put("quantity", e.quantity().key());
        row.put("value", e.measured().value());
        row.put("standard_error", e.measured().standardError());
        e.predicted().ifPresent(p -> row.put("predicted", p));
        row.put("stationary", e.stationary());
        return row;
    }

    /**
     * Learners of a network on their way.
     *
     * @param all what was seen, by repeats; less where one diverged
     */
    public static Outcome ofLearners(ModelFile model, Training training, List<List<Seen>> all) {
        Outcome outcome = new Outcome();
        long ended = all.stream().filter(seen -> seen.size() == training.checkpoints()).count();
        if (ended < all.size()) {
            outcome.note(Counted.of(all.size() - ended, all.size(), "repeat") + " diverged");
        }
        outcome.table("learners.csv", NetworkTables.LEARNERS, IntStream.range(0, all.size()).boxed()
                .flatMap(r -> all.get(r).stream().map(seen ->
                        new NetworkTables.Learners(r, model.setting().sgd().time(seen.step()), seen))));
        if (all.stream().allMatch(seen -> seen.size() > 1)) {
            outcome.figure("learners-rate", () -> LearnersFigure.ofRate(model.setting(), all));
            outcome.figure("learners-noise", () -> LearnersFigure.ofNoise(model.setting(), all));
        }
        outcome.say(model.name() + ": " + training.setting().sgd().rule().description() + ", means over "
                + Counted.of(all.size(), "repeat") + LINE + LINE + LearnersTable.of(all) + LINE + LINE);
        outcome.json("repeats", all.size());
        outcome.json("ended", ended);
        return outcome;
    }
}
