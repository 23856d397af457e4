package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.RecordedRun;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.outcome.ValleyOutcome;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.reduction.MeasuredValley;
import org.thalweg.reduction.SlowDirection;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.reduction.ValleyRunner;
import org.thalweg.refusal.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the valley that a trained network drifts along, and says it as a model of a valley. */
@Command(name = "valley", description = "Measure the valley along a training run: flatness, floor and noise along one"
        + " coordinate, as a table and as a model file.")
final class ValleyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run of `thalweg train`.")
    private Path folder;

    @Mixin
    private RunOptions options;

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
        Arguments.positive(options.command(), "--sharp", sharp);
        Arguments.positive(options.command(), "--from", from);
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
        Run run = Run.begin(options, model, recorded.run().record().get("model").getAsString(), choices);
        MeasuredValley valley = options.console().watched("valley", bar -> options.onThreads(() ->
                new ValleyRunner(plan, options.seed()).run(checkpoints.entries(),
                        entry -> checkpoints.parameters(entry, parameters), bar::done)));
        return run.post(ValleyOutcome.of(valley, model.name() + "-valley", run.folder()));
    }
}
