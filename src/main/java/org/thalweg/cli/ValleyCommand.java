package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.RecordedRun;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.ValleyScreen;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.noise.batch.BatchSampling;
import org.thalweg.reduction.MeasuredValley;
import org.thalweg.reduction.SlowDirection;
import org.thalweg.reduction.ValleyModel;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.reduction.ValleyProfile;
import org.thalweg.reduction.ValleyRunner;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.ExportFile;
import org.thalweg.report.ValleyTables;
import org.thalweg.report.figures.ValleyFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures the valley that a trained network drifts along, and says it as a model of a valley.
 *
 * <p>Many imports: it goes from a training run to a model file by way of everything that is measured between.
 */
@Command(name = "valley", description = "Measure the valley along a training run: flatness, floor and noise along one"
        + " coordinate, as a table and as a model file.")
final class ValleyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run of `thalweg train`.")
    private Path folder;

    @Mixin
    private RunOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--sharp", paramLabel = "K",
            description = "Sharp directions, those of largest curvature. Default: 10, or all but one if fewer.")
    private Integer sharp;

    @Option(names = "--points", paramLabel = "N",
            description = "Places of the floor. Default: ${DEFAULT-VALUE}.")
    private int points = 12;

    @Option(names = "--direction", paramLabel = "NAME",
            description = "path: along the mean points, whose way may bend; component: straight, their first principal"
                    + " component; trace: straight, where the curvature falls most steeply. Default: path.")
    private String direction = SlowDirection.PATH.key();

    @Option(names = "--from", paramLabel = "T",
            description = "Learning time from which the run is on the floor. Default: from when on the train error"
                    + " stays low.")
    private Double from;

    @Option(names = "--error", paramLabel = "SHARE",
            description = "Train error that counts as none. Default: ${DEFAULT-VALUE}.")
    private double error = 0.001;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.positive(spec, "--sharp", sharp);
        Arguments.positive(spec, "--from", from);
        RecordedRun recorded = RecordedRun.in(folder).orElseThrow(() -> new Refusal("'" + folder
                + "' is no run; name the folder of a finished run of `thalweg train`"));
        if (!options.assignments().isEmpty()) {
            throw new Refusal("option --set: a run has the numbers it was begun with; leave it out");
        }
        ModelFile model = recorded.model();
        Checkpoints checkpoints = Checkpoints.of(folder);
        int parameters = model.setting().surface().dimension();
        SlowDirection slow = SlowDirection.named(direction).orElseThrow(() -> new Refusal("option --direction: '"
                + direction + "' is none of path, component, trace"));
        ValleyPlan plan = new ValleyPlan(model.setting(), sharp != null ? sharp : Math.min(10, parameters - 1), points,
                slow, from == null ? OptionalDouble.empty() : OptionalDouble.of(from), error);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("run", folder.toString());
        choices.put("sharp", plan.sharp());
        choices.put("points", plan.points());
        choices.put("direction", slow.key());
        plan.from().ifPresent(time -> choices.put("from", time));
        choices.put("error", plan.error());
        Run run = Run.begin(spec, output.console(), model,
                recorded.run().record().get("model").getAsString(), options, choices);
        MeasuredValley valley;
        try (ProgressBar bar = output.console().progress("valley")) {
            valley = options.onThreads(() -> new ValleyRunner(plan, options.seed()).run(checkpoints.entries(),
                    entry -> checkpoints.parameters(entry, parameters), bar::done));
        }
        ValleyProfile profile = valley.profile();
        notes(run, profile);
        valley.write(run.folder());
        CsvTable.write(run.file(ValleyModel.TABLE), ValleyTables.profile(plan), profile.points().stream());
        new ExportFile(run.file(ValleyModel.FILE), true).write(ValleyModel.text(profile, model.name() + "-valley"));
        run.draw("flatness", () -> ValleyFigure.ofFlatness(profile));
        run.draw("floor", () -> ValleyFigure.ofFloor(profile));
        run.draw("noise", () -> ValleyFigure.ofNoise(profile));
        run.draw("drift", () -> ValleyFigure.ofDrift(profile));
        run.finish();
        run.report();
        ValleyScreen screen = new ValleyScreen(profile, run.folder().toString(), run.file(ValleyModel.FILE).toString(),
                run.notes());
        output.console().result(screen.text(), screen.json());
        return ExitCode.OK;
    }

    private static void notes(Run run, ValleyProfile profile) {
        if (profile.repeats() == 1) {
            run.note("one repeat tells no errors; train with --repeats 5, say");
        }
        if (profile.plan().noise().sampling() == BatchSampling.RESHUFFLING) {
            run.note("batches of the run are reshuffled, and not independent as in the model; train with"
                    + " --set noise.sampling=replacement to have both alike");
        }
        if (ValleyModel.noiseless(profile)) {
            run.note("gradients do not vary along the valley, but for rounding; the model has a ten thousandth of the"
                    + " variance across there, since a diffusion needs some");
        }
    }
}
