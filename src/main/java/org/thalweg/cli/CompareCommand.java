package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.thalweg.cli.folder.KeptRun;
import org.thalweg.cli.folder.ValleyFolder;
import org.thalweg.cli.option.Arguments;
import org.thalweg.cli.option.RunOptions;
import org.thalweg.cli.outcome.ComparisonOutcome;
import org.thalweg.cli.outcome.Outcome;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.reduction.ValleyModel;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.reduction.Trials;
import org.thalweg.results.claim.reduction.ValleyClaims;
import org.thalweg.storage.PieceJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a network's own SGD against what its measured valley predicts. */
@Command(name = "compare",
        description = "A network against its measured valley: distance, time and flatness, at several"
        + " learning rates and batch sizes; exit code 1 if a claim is refuted.")
final class CompareCommand implements Callable<Integer> {
    private static final List<String> RESULTS = List.of("comparison.csv", "verdicts.csv");

    @Parameters(paramLabel = "VALLEY", description = "The folder of a run of `thalweg valley`.")
    private Path folder;

    @Mixin
    private RunOptions options;

    @Option(names = "--walks", paramLabel = "N",
            description = "Runs of the network at each learning rate and batch size,"
            + " from where its repeats came to the valley. Default: ${DEFAULT-VALUE}.")
    private int walks = 20;

    @Option(names = "--particles", paramLabel = "N",
            description = "Trajectories in the valley. Default: ${DEFAULT-VALUE}.")
    private int particles = 1024;

    @Option(names = "--resume",
            description = "Goes on with the run that was interrupted in the folder of --out; begins it where there is"
                    + " none.")
    private boolean resume;

    @Override
    public Integer call() throws ModelFileException {
        Arguments.particles(options.command(), particles);
        Arguments.positive(options.command(), "--walks", walks);
        if (walks < 2) {
            throw new Refusal("option --walks: one walk tells no error; give at least 2");
        }
        if (!options.assignments().isEmpty()) {
            throw new Refusal("option --set: a valley has the numbers it was measured with; leave it out");
        }
        ValleyFolder valley = ValleyFolder.of(folder);
        Map<String, Object> choices = new LinkedHashMap<>();
        choices.put("valley", folder.toString());
        choices.put("walks", walks);
        choices.put("particles", particles);
        choices.put("measured", valley.fingerprint());
        Map<String, Object> all = Run.choices(valley.network(), options, choices);
        Map<String, Object> request = KeptRun.request(valley.network(), options, all);
        try (KeptRun<PieceJournal> kept = KeptRun.of(options.out(resume, valley.network().name()), resume,
                RESULTS, path -> new PieceJournal(path, request, "comparison"))) {
            if (kept.finishedBefore(options.console(), "this run")) {
                return ExitCode.OK;
            }
            Run run = Run.begin(options, valley.network(), valley.model(), all, kept.directory());
            kept.keep("comparisons");
            return compare(valley, run, kept);
        }
    }

    private int compare(ValleyFolder valley, Run run, KeptRun<PieceJournal> kept) {
        Setting reduced = valley.reduced().setting();
        Trials trials = valley.trials(walks);
        Laboratory laboratory = new Laboratory(particles, options.seed(), options.threads(), Laboratory.SHORT_WINDOW,
                OptionalDouble.empty());
        ValleyClaims.Findings found = options.console().watched("compare", bar -> options.onThreads(() ->
                ValleyClaims.judge(trials, folder.resolve(ValleyModel.TABLE), laboratory, kept.journal(), bar)));
        Outcome outcome = new ComparisonOutcome(
                valley.network().name(), reduced, trials.bound().at(1.0), found).outcome();
        run.leave(outcome);
        kept.finish();
        return run.say(outcome);
    }
}
