package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.RecordedRun;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.option.ScanOptions;
import org.thalweg.cli.outcome.ProbeOutcome;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Probe;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.random.Purpose;
import org.thalweg.refusal.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the loss of a network at the start of a model, or at the checkpoints of a run. */
@Command(name = "probe", description = "Curvature, traces and flatness of a network's loss: at the start of a model, or"
        + " at checkpoints of a run.")
final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL|RUN", description = "A model, as other commands have it, or the folder of a run of"
            + " `thalweg train`.")
    private String argument;

    @Mixin
    private RunOptions options;

    @Option(names = "--at", paramLabel = "WHICH",
            description = "Of a run: all, or some of first, last and numbers of checkpoints, such as 0,5,last."
                    + " Default: last.")
    private String at;

    @Option(names = "--probe", paramLabel = "NAMES", hideParamSyntax = true, split = ",",
            description = "Some of loss,spectrum,traces,fisher-rao,relative-flatness,neuronwise-flatness,sam,"
                    + "eps-sharpness,spectral-density,noise-curvature,variance-flatness,line-scan; flatness for all"
                    + " measures of it, participation; of pairs of checkpoints overlap,jaccard,segment; of the path"
                    + " averages,plane-scan; or of the quantities that they give. Default: all of single checkpoints"
                    + " that do not take long.")
    private List<String> probes = List.of();

    @Option(names = "--layer", paramLabel = "NAME",
            description = "Only these parameters: W2 for the weights of layer 2, b2 for its biases. Default: all.")
    private String layer;

    @Option(names = "--top", paramLabel = "K", description = "Largest eigenvalues. Default: 10, or all if fewer.")
    private Integer top;

    @Mixin
    private ScanOptions scan;

    @Option(names = "--window", paramLabel = "EPOCHS", description = "How long SGD goes on where its path about a"
            + " solution is measured. Default: ${DEFAULT-VALUE} epochs.")
    private double window = ProbeOptions.DEFAULT.window();

    /** What is probed: points of a model, by their places in a run. */
    private record Points(ModelFile model, Map<Checkpoints.Entry, double[]> theta) {}

    @Override
    public Integer call() throws ModelFileException {
        Arguments.positive(options.command(), "--top", top);
        RecordedRun recorded = RecordedRun.in(Path.of(argument)).orElse(null);
        Points points = recorded != null ? ofRun(recorded) : ofModel();
        Set<Probe> asked = new LinkedHashSet<>();
        Probes.spelledOut(probes).forEach(name -> asked.add(Probes.of(name)));
        ProbeOptions numbers = new ProbeOptions(top == null ? OptionalInt.empty() : OptionalInt.of(top), window,
                scan.scan());
        ProbePlan plan = Probes.plan(points.model().setting(), Optional.ofNullable(layer), numbers, asked);
        requireUse(plan);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("probes", plan.probes().stream().map(Probe::key).toList());
        choices.put("top", plan.top());
        choices.put("points", points.theta().size());
        Optional.ofNullable(layer).ifPresent(name -> choices.put("layer", name));
        Run run = Run.begin(options, points.model(), argument, choices);
        plan.remarks().forEach(run::note);
        if (asked.isEmpty()) {
            plan.leftOut().forEach(run::note);
        }
        List<ProbeRunner.Point> all = points.theta().entrySet().stream()
                .map(e -> new ProbeRunner.Point(e.getKey(), e.getValue())).toList();
        ProbeRunner.Found found = options.console().watched("probe", bar ->
                options.onThreads(() -> new ProbeRunner(plan, options.seed()).run(all, bar::done)));
        return run.post(ProbeOutcome.of(points.model(), found));
    }

    /** Options that nothing which is measured asks for. */
    private void requireUse(ProbePlan plan) {
        List<String> keys = plan.probes().stream().map(Probe::key).toList();
        scan.requireLines(options.command(), keys.contains("line-scan"));
        if (!keys.contains("variance-flatness")) {
            Arguments.given(options.command(), "--window").ifPresent(option -> {
                throw new Refusal("option --window: of variance-flatness, which is not asked for; add --probe"
                        + " variance-flatness, or leave it out");
            });
        }
    }

    private Points ofModel() throws ModelFileException {
        if (at != null) {
            throw new Refusal("option --at: a model is probed at its start; name the folder of a run of `thalweg"
                    + " train`");
        }
        ModelFile model = ModelLibrary.read(argument, options.assignments());
        Setting setting = model.setting();
        requireNetwork(model);
        double[] start = setting.start().clone();
        // As the first repeat of a training run draws it.
        setting.startDistribution().ifPresent(distribution -> {
            double[][] drawn = new double[start.length][1];
            distribution.draw(options.seed().child(0).stream(Purpose.START, 0), drawn, 1, 0);
            for (int i = 0; i < start.length; i++) {
                start[i] = drawn[i][0];
            }
        });
        return new Points(model, Map.of(new Checkpoints.Entry(0, 0, 0, 0.0), start));
    }

    private Points ofRun(RecordedRun recorded) throws ModelFileException {
        if (!options.assignments().isEmpty()) {
            throw new Refusal("option --set: a run has the numbers it was begun with; probe a model, or leave it out");
        }
        ModelFile model = recorded.model();
        requireNetwork(model);
        Checkpoints checkpoints = Checkpoints.of(Path.of(argument));
        Map<Checkpoints.Entry, double[]> theta = new LinkedHashMap<>();
        for (Checkpoints.Entry entry : checkpoints.at(at == null ? "last" : at)) {
            theta.put(entry, checkpoints.parameters(entry, model.setting().surface().dimension()));
        }
        return new Points(model, theta);
    }

    private static void requireNetwork(ModelFile model) {
        if (model.setting().surface().task().isEmpty()) {
            throw new Refusal("'" + model.name() + "' is no network, and only networks are probed; use"
                    + " `thalweg describe`");
        }
    }
}
