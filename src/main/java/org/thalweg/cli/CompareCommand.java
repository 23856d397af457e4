package org.thalweg.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.thalweg.cli.folder.RecordedRun;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.reduction.MeasuredValley;
import org.thalweg.reduction.SlowDirection;
import org.thalweg.reduction.ValleyModel;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.report.ValleyTables;
import org.thalweg.report.figures.ComparisonFigure;
import org.thalweg.results.Bound;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.reduction.Shares;
import org.thalweg.results.claim.reduction.Trial;
import org.thalweg.results.claim.reduction.Trials;
import org.thalweg.results.claim.reduction.ValleyClaims;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a network's own SGD against what its measured valley predicts. */
@Command(name = "compare", description = "A network against its measured valley: distance, time and flatness, at several"
        + " learning rates and batch sizes; exit code 1 if a claim is refuted.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VALLEY", description = "The folder of a run of `thalweg valley`.")
    private Path folder;

    @Mixin
    private RunOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--walks", paramLabel = "N", description = "Runs of the network at each learning rate and batch size,"
            + " from where its repeats came to the valley. Default: ${DEFAULT-VALUE}.")
    private int walks = 10;

    @Option(names = "--particles", paramLabel = "N",
            description = "Trajectories in the valley. Default: ${DEFAULT-VALUE}.")
    private int particles = 1024;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(spec, particles);
        Arguments.positive(spec, "--walks", walks);
        if (walks < 2) {
            throw new Refusal("option --walks: one walk tells no error; give at least 2");
        }
        if (!options.assignments().isEmpty()) {
            throw new Refusal("option --set: a valley has the numbers it was measured with; leave it out");
        }
        RecordedRun recorded = RecordedRun.in(folder).filter(r -> r.run().command().equals("valley"))
                .orElseThrow(() -> new Refusal("'" + folder + "' is no measured valley; name the folder of a finished run"
                        + " of `thalweg valley`"));
        ModelFile network = recorded.model();
        Setting reduced = ModelFile.read(folder.resolve(ValleyModel.FILE)).setting();
        Trials trials = new Trials(plan(recorded, network.setting()), reduced, MeasuredValley.path(folder),
                MeasuredValley.starts(folder), walks);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("valley", folder.toString());
        choices.put("walks", walks);
        choices.put("particles", particles);
        Run run = Run.begin(spec, output.console(), network, recorded.run().record().get("model").getAsString(), options,
                choices);
        Laboratory laboratory = new Laboratory(particles, options.seed(), options.threads(), Laboratory.SHORT_WINDOW,
                OptionalDouble.empty());
        ValleyClaims.Findings found;
        try (ProgressBar bar = output.console().progress("compare")) {
            found = options.onThreads(() ->
                    ValleyClaims.judge(trials, folder.resolve(ValleyModel.TABLE), laboratory, bar));
        }
        CsvTable.write(run.file("comparison.csv"), ValleyTables.COMPARISON, found.trials().stream());
        CsvTable.write(run.file("verdicts.csv"), RunTables.VERDICTS, found.family().judgements().stream());
        double goal = reduced.surface().valley().orElseThrow().flatnessAt(found.goal());
        run.draw("time", () -> ComparisonFigure.ofTime(network.name(), found.trials(), goal));
        run.draw("flatness", () -> ComparisonFigure.ofFlatness(network.name(), found.trials(), found.commonTime()));
        run.finish();
        run.report();
        say(run, reduced, found);
        return found.family().upheld() ? ExitCode.OK : ExitCode.REFUTED;
    }

    /** How the valley was measured, as its record says. */
    private static ValleyPlan plan(RecordedRun recorded, Setting setting) {
        JsonObject choices = recorded.run().record().getAsJsonObject("settings");
        if (!(setting.noise() instanceof SampleNoise)) {
            throw new Refusal(recorded.run().folder() + " is of no network; measure the valley again");
        }
        return new ValleyPlan(setting, choices.get("sharp").getAsInt(), choices.get("points").getAsInt(),
                SlowDirection.named(choices.get("direction").getAsString()).orElseThrow(),
                choices.has("from") ? OptionalDouble.of(choices.get("from").getAsDouble()) : OptionalDouble.empty(),
                choices.get("error").getAsDouble());
    }

    private void say(Run run, Setting reduced, ValleyClaims.Findings found) {
        String line = System.lineSeparator();
        Table pairs = new Table("learning rate", "B", "time: valley", "network", "flatness: valley", "network");
        for (Trial t : found.trials()) {
            pairs.row(Table.number(t.learningRate()), Integer.toString(t.batch()), Table.number(t.predictedTime()),
                    Table.number(t.measuredTime()), Table.number(t.predictedFlatness()),
                    Table.number(t.measuredFlatness()));
        }
        Table verdicts = new Table("claim", "predicted", "measured", "margin", "verdict", "largest part");
        for (Judgement j : found.family().judgements()) {
            if (j.verdict() != Verdict.NOT_APPLICABLE) {
                verdicts.row(j.claim().id() + " " + j.claim().statement(), Table.number(j.claim().prediction().value()),
                        j.known() ? Table.number(j.measured()) : "-", j.known() ? Table.number(j.margin()) : "-",
                        j.verdict().toString(), j.advice().orElse("-"));
            }
        }
        String silent = found.family().judgements().stream().filter(j -> j.verdict() == Verdict.NOT_APPLICABLE)
                .map(j -> line + "not applicable: " + j.claim().id() + " " + j.claim().statement() + ": "
                        + j.claim().reasonForSilence()).collect(Collectors.joining());
        String bounds = Bound.all(reduced).stream().map(b -> line + "upper bound of the valley: " + b.name()
                + ", learning rate " + b.learningRate().stream().mapToObj(Table::number)
                        .collect(Collectors.joining()) + "; " + b.consequence()).collect(Collectors.joining());
        Shares s = found.shares();
        String shares = String.format(Locale.ROOT, "Of the speed along the valley the noise makes %.1f %%, the slope of its"
                + " floor the rest; one slow direction leaves out %.1f %%, the sharp directions beyond perhaps %.1f %%.",
                100.0 * s.noise(), 100.0 * s.oneDirection(), 100.0 * s.sharp());
        output.console().result(reduced.name() + ": the network and its valley" + line + line + pairs + line + verdicts
                + silent + bounds + line + shares + line + ValidateCommand.rate(found.family()) + line + "written to "
                + run.folder(), json(run, found));
    }

    private static Map<String, Object> json(Run run, ValleyClaims.Findings found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", run.folder().toString());
        json.put("share_of_noise", found.shares().noise());
        json.put("verdicts", found.family().judgements().stream().map(j -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("claim", j.claim().id() + " " + j.claim().statement());
            row.put("predicted", j.claim().prediction().value());
            row.put("measured", j.measured().value());
            row.put("margin", j.margin());
            row.put("verdict", j.verdict());
            return row;
        }).toList());
        json.put("notes", List.copyOf(run.notes()));
        return json;
    }
}
