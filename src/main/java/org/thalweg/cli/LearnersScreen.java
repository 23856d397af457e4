package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Measurement;
import org.thalweg.model.file.ModelFile;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.NetworkTables;
import org.thalweg.report.figures.LearnersFigure;
import org.thalweg.training.LearnersWatch;
import org.thalweg.training.LearnersWatch.Seen;
import org.thalweg.training.Training;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Learners of a network on their way: their spread, what it does to their step, and where the noise of their average is
 * from.
 */
final class LearnersScreen {
    /** Moments at which they are looked at, unless the model says otherwise. */
    private static final int MOMENTS = 21;

    /** Rows of the table. */
    private static final int ROWS = 10;

    private LearnersScreen() {}

    static int show(CommandSpec spec, ModelOptions options, ModelFile model, int repeats) {
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
                + repeats + " repeats" + System.lineSeparator() + System.lineSeparator() + table(all)
                + System.lineSeparator() + System.lineSeparator() + "written to " + run.folder(),
                Map.of("out", run.folder().toString(), "repeats", repeats, "ended", ended));
        return ExitCode.OK;
    }

    private static Table table(List<List<Seen>> all) {
        Table table = new Table("step", "train loss", "spread", "alpha_e / alpha", "Delta_S / Delta", "Delta_2 / Delta");
        int moments = all.stream().mapToInt(List::size).min().orElse(0);
        int every = Math.max(1, (moments + ROWS - 1) / ROWS);
        for (int k = 0; k < moments; k += every) {
            int moment = k;
            table.row(Long.toString(all.get(0).get(k).step()), mean(all, moment, Seen::loss),
                    mean(all, moment, Seen::spread), mean(all, moment, Seen::effectiveRate),
                    mean(all, moment, seen -> seen.batchNoise() / seen.noise()),
                    mean(all, moment, seen -> seen.spreadNoise() / seen.noise()));
        }
        return table;
    }

    private static String mean(List<List<Seen>> all, int moment, ToDoubleFunction<Seen> number) {
        StreamingStatistics over = new StreamingStatistics();
        all.forEach(seen -> over.addValue(number.applyAsDouble(seen.get(moment))));
        Measurement mean = Measurement.mean(over);
        return !mean.defined() ? "-" : over.getN() > 1 ? Table.number(mean) : Table.number(mean.value());
    }
}
