package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.KeptRun;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.ModelOptions;
import org.thalweg.cli.outcome.Outcome;
import org.thalweg.cli.outcome.TrainingOutcome;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.TrainDefaults;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingJournal;
import org.thalweg.training.TrainingRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Trains a network many times over, by literal SGD on mini-batches of its samples. */
@Command(name = "train", description = "Train a network by literal SGD: curves, checkpoints, repeats side by side.")
final class TrainCommand implements Callable<Integer> {
    private static final int CHECKPOINTS = 101;
    private static final int MOST_REPEATS = 100_000;

    @Mixin
    private ModelOptions options;

    @Option(names = "--repeats", paramLabel = "R",
            description = "How many times, each with batches of its own. Default: ${DEFAULT-VALUE}.")
    private int repeats = 1;

    @Option(names = "--time", paramLabel = "T",
            description = "Learning time eta k of a repeat. Default: the model's train.")
    private Double time;

    @Option(names = "--checkpoints", paramLabel = "N",
            description = "Equally spaced in time, the start and the end among them. Default: the model's train,"
                    + " or 101.")
    private Integer checkpoints;

    @Option(names = "--then-epochs", paramLabel = "N",
            description = "Epochs that follow where the model's train.stop ends a repeat. Default: the model's.")
    private Integer thenEpochs;

    @Option(names = "--resume",
            description = "Goes on with the run that was interrupted in the folder of --out; begins it where there is"
                    + " none.")
    private boolean resume;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.positive(options.command(), "--time", time);
        within("--repeats", repeats, 1, MOST_REPEATS);
        within("--then-epochs", thenEpochs, 0, MOST_REPEATS);
        within("--checkpoints", checkpoints, 2, TrainDefaults.MOST_CHECKPOINTS);
        ModelFile model = options.read();
        Training training = training(model);
        Map<String, Object> choices = Run.choices(model, options.run(), choices(training));
        Map<String, Object> request = KeptRun.request(model, options.run(), choices);
        try (KeptRun<TrainingJournal> folder = KeptRun.of(options.run().out(resume, model.name()), resume,
                TrainingOutcome.RESULTS, path -> new TrainingJournal(path, request))) {
            String heading = model.name() + ": " + Counted.of(repeats, "repeat") + " of "
                    + Counted.of(training.iterations(), "iteration");
            if (folder.finishedBefore(options.console(), "this run")) {
                options.console().result(heading + System.lineSeparator() + "written to " + folder.directory().path(),
                        Map.of("out", folder.directory().path().toString()));
                return ExitCode.OK;
            }
            Run run = Run.begin(options.run(), model, options.argument(), choices, folder.directory());
            folder.keep("repeats");
            List<TrainedRepeat> trained = train(training, folder);
            Outcome outcome = TrainingOutcome.of(heading, training, trained);
            run.leave(outcome);
            folder.finish();
            new TrainingRunner(training, repeats, options.run().seed(), 1, folder.directory().path()).clear();
            return run.say(outcome);
        }
    }

    private Training training(ModelFile model) {
        Training.requireNetwork(model.setting());
        TrainDefaults defaults = model.training();
        if (time == null && defaults.time().isEmpty()) {
            throw new Refusal("'" + model.name() + "' does not say how long to train; give --time, or train:"
                    + " {time: ...}");
        }
        if (thenEpochs != null && defaults.stop().isEmpty()) {
            throw new Refusal("option --then-epochs: nothing stops the repeats of '" + model.name() + "' early; add"
                    + " train: {stop: {train-error: 0}}, or leave it out");
        }
        return Training.of(model.setting(), time != null ? time : defaults.time().getAsDouble(),
                checkpoints != null ? checkpoints : defaults.checkpoints().orElse(CHECKPOINTS),
                defaults.stop().map(stop -> new Training.Stop(stop.trainError(),
                        thenEpochs != null ? thenEpochs : stop.thenEpochs())));
    }

    private Map<String, Object> choices(Training training) {
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("repeats", repeats);
        choices.put("iterations", training.iterations());
        choices.put("checkpoints", training.checkpoints());
        if (thenEpochs != null) {
            choices.put("then_epochs", thenEpochs);
        }
        return choices;
    }

    private List<TrainedRepeat> train(Training training, KeptRun<TrainingJournal> folder) {
        int before = folder.journal().repeats().size();
        options.console().note(Counted.of(repeats, "repeat") + " of "
                + Counted.of(training.iterations(), "iteration")
                + (before > 0 ? "; " + before + " of them were finished before" : ""));
        TrainingRunner runner = new TrainingRunner(training, repeats, options.run().seed(), options.run().threads(),
                folder.directory().path());
        List<TrainedRepeat> trained = options.console().watched("train", bar -> runner.run(folder.journal(), bar));
        runner.join();
        return trained;
    }

    private void within(String option, Integer value, int least, int most) {
        Optional.ofNullable(value).filter(v -> v < least || v > most).ifPresent(v -> {
            throw new ParameterException(options.command().commandLine(), "option " + option + ": " + v
                    + " is out of range; give a whole number from " + least + " to " + most);
        });
    }
}
