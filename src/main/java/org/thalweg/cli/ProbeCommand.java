package org.thalweg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.screen.ProgressBar;
import org.thalweg.cli.screen.Table;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.LearningTask;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelFileException;
import org.thalweg.probes.PointProbe;
import org.thalweg.probes.Probe;
import org.thalweg.probes.ProbePlan;
import org.thalweg.probes.ProbeWorker;
import org.thalweg.probes.Probes;
import org.thalweg.probes.Reading;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.NetworkTables;
import org.thalweg.report.figures.SpectrumFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the loss of a network at the start of a model, or at the checkpoints of a run. */
@Command(name = "probe", description = "Curvature, traces and flatness of a network's loss: at the start of a model, or"
        + " at checkpoints of a run.")
final class ProbeCommand implements Callable<Integer> {
    private static final int TOP = 10;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL|RUN", description = "A model, as other commands have it, or the folder of a run of"
            + " `thalweg train`.")
    private String argument;

    @Mixin
    private RunOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--at", paramLabel = "WHICH",
            description = "Of a run: first, last, all, or numbers of checkpoints such as 0,5,10. Default: last.")
    private String at;

    @Option(names = "--probe", paramLabel = "NAMES", hideParamSyntax = true, split = ",",
            description = "Some of loss,spectrum,traces,fisher-rao,relative-flatness,sam, or of the quantities"
                    + " that they"
                    + " give. Default: all that do not take long.")
    private List<String> probes = List.of();

    @Option(names = "--layer", paramLabel = "NAME",
            description = "Only these parameters: W2 for the weights of layer 2, b2 for its biases. Default: all.")
    private String layer;

    @Option(names = "--top", paramLabel = "K", description = "Largest eigenvalues. Default: 10, or all if fewer.")
    private Integer top;

    /** What is probed: points of a model, by their places in a run. */
    private record Points(ModelFile model, Map<Checkpoints.Entry, double[]> theta) {}

    @Override
    public Integer call() throws ModelFileException {
        Arguments.positive(spec, "--top", top);
        RecordedRun recorded = RecordedRun.in(Path.of(argument)).orElse(null);
        Points points = recorded != null ? ofRun(recorded) : ofModel();
        LearningTask task = points.model().setting().surface().task().orElseThrow();
        Set<PointProbe> asked = new LinkedHashSet<>();
        probes.forEach(name -> asked.add(Probes.of(name)));
        ProbePlan plan = plan(task, asked);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("probes", plan.probes().stream().map(Probe::key).toList());
        choices.put("top", plan.top());
        choices.put("points", points.theta().size());
        Optional.ofNullable(layer).ifPresent(name -> choices.put("layer", name));
        Run run = Run.begin(spec, output.console(), points.model(), argument, options, choices);
        plan.leftOut().forEach(run::note);
        Map<Checkpoints.Entry, List<Reading>> readings = new LinkedHashMap<>();
        try (ProgressBar bar = output.console().progress("probe")) {
            List<List<Reading>> measured = options.onThreads(() -> measure(plan, points, bar));
            int next = 0;
            for (Checkpoints.Entry entry : points.theta().keySet()) {
                readings.put(entry, measured.get(next++));
            }
        }
        CsvTable.write(run.file("probes.csv"), NetworkTables.PROBES, readings.entrySet().stream()
                .flatMap(at -> at.getValue().stream().map(r -> new NetworkTables.Probed(at.getKey(), r))));
        SpectrumFigure.of(points.model().setting(), readings).ifPresent(figure -> run.draw("spectrum", figure));
        run.finish();
        run.report();
        say(run, points.model(), readings);
        return ExitCode.OK;
    }

    private ProbePlan plan(LearningTask task, Set<PointProbe> asked) {
        Optional<String> name = Optional.ofNullable(layer);
        int dimension = name.map(n -> task.train().architecture().group(n).size()).orElse(task.train().parameters());
        return ProbePlan.of(task, name, top != null ? top : Math.min(TOP, dimension), asked);
    }

    private Points ofModel() throws ModelFileException {
        if (at != null) {
            throw new Refusal("option --at: a model is probed at its start; name the folder of a run of `thalweg"
                    + " train`");
        }
        ModelFile file = ModelFile.read(ModelLibrary.shipped().resolve(argument));
        ModelFile model = options.assignments().isEmpty() ? file : file.with(options.assignments());
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

    /** Points side by side on the threads of the pool that this is called from; the order is that of the points. */
    private List<List<Reading>> measure(ProbePlan plan, Points points, ProgressBar bar) {
        List<Map.Entry<Checkpoints.Entry, double[]>> all = new ArrayList<>(points.theta().entrySet());
        ThreadLocal<ProbeWorker> worker = ThreadLocal.withInitial(() -> new ProbeWorker(plan));
        AtomicInteger done = new AtomicInteger();
        return IntStream.range(0, all.size()).parallel().mapToObj(i -> {
            Checkpoints.Entry entry = all.get(i).getKey();
            Seed seed = options.seed().child(entry.repeat()).child(entry.checkpoint());
            List<Reading> readings = worker.get().at(all.get(i).getValue(), seed);
            bar.done(done.incrementAndGet() / (double) all.size());
            return readings;
        }).toList();
    }

    private void say(Run run, ModelFile model, Map<Checkpoints.Entry, List<Reading>> readings) {
        Table table = new Table("repeat", "checkpoint", "layer", "quantity", "value");
        List<Object> json = new ArrayList<>();
        readings.forEach((entry, found) -> found.forEach(r -> {
            String name = r.quantity() + (r.index() == 0 ? "" : " " + r.index());
            table.row(Integer.toString(entry.repeat()), Integer.toString(entry.checkpoint()), r.layer(), name,
                    Table.number(r.value()));
            json.add(Map.of("repeat", entry.repeat(), "checkpoint", entry.checkpoint(), "layer", r.layer(),
                    "quantity", r.quantity(), "index", r.index(), "value", r.value()));
        }));
        String line = System.lineSeparator();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("out", run.folder().toString());
        result.put("readings", json);
        result.put("notes", run.notes());
        output.console().result(model.name() + ": " + readings.size() + (readings.size() == 1 ? " point" : " points")
                + line + line + table + line + line + "written to " + run.folder(), result);
    }
}
