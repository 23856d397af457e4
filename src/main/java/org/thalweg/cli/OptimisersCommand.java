package org.thalweg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.outcome.OptimisersOutcome;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.OptimiserComparison;
import org.thalweg.results.OptimiserComparison.Entry;
import org.thalweg.training.LearnersWatch;
import org.thalweg.training.LearnersWatch.Seen;
import org.thalweg.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Holds optimisers against each other by the flatness that they select; of a network, looks at learners. */
@Command(name = "optimisers", description = "Which flatness optimisers select along a valley, at equal iterations; of a"
        + " network with many learners how they spread, and what that does to their steps.")
final class OptimisersCommand implements Callable<Integer> {
    /** Moments at which learners are looked at, unless the model says otherwise. */
    private static final int MOMENTS = 21;

    private static final int MOST_REPEATS = 10_000;

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
        Arguments.particles(options.command(), particles);
        if (repeats < 1 || repeats > MOST_REPEATS) {
            throw new ParameterException(options.command().commandLine(), "option --repeats: " + repeats
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
        Run run = Run.begin(options.run(), model, options.argument(), choices);
        List<Entry> entries = options.console().watched("optimisers", bar -> comparison.run(compared, bar));
        return run.post(OptimisersOutcome.of(model, entries, comparison.iterations()));
    }

    private int learners(ModelFile model) {
        double time = model.training().time().orElseThrow(() -> new Refusal("'" + model.name()
                + "' does not say how long to train; give --set \"train={time: 100}\""));
        Training training = Training.of(
                model.setting(), time, model.training().checkpoints().orElse(MOMENTS), Optional.empty());
        LearnersWatch.requireLearners(training);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("repeats", repeats);
        Run run = Run.begin(options.run(), model, options.argument(), choices);
        List<List<Seen>> all = options.console().watched("learners", bar ->
                LearnersWatch.repeats(training, repeats, options.run().seed(), options.run().threads(), bar));
        return run.post(OptimisersOutcome.ofLearners(model, training, all));
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
}
