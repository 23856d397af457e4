package org.thalweg.cli.outcome;

import java.util.List;
import java.util.Map;
import org.thalweg.data.Checkpoints;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Counted;
import org.thalweg.quantity.Digits;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.NetworkTables;
import org.thalweg.report.figures.TrainingFigure;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.Training;
import org.thalweg.training.TrainingSummary;

/** What trained networks leave: curves, checkpoints and means over the repeats. */
public final class TrainingOutcome {
    private static final String TRAINING = "training.csv";
    private static final String SUMMARY = "summary.csv";

    /** Names of the files that are written from the repeats. */
    public static final List<String> RESULTS = List.of(TRAINING, Checkpoints.TABLE, SUMMARY, Checkpoints.FILE);

    private TrainingOutcome() {}

    /** Tables and figures of finished repeats. */
    public static Outcome of(String heading, Training training, List<TrainedRepeat> trained) {
        Outcome outcome = new Outcome();
        notes(outcome, training, trained);
        outcome.table(TRAINING, NetworkTables.TRAINING, NetworkTables.checkpoints(trained));
        outcome.table(Checkpoints.TABLE, NetworkTables.CHECKPOINTS, NetworkTables.checkpoints(trained));
        Map<Witness, Map<Quantity, Measurement>> summary = Map.of(Witness.SGD, TrainingSummary.of(trained));
        outcome.summary(SUMMARY, summary);
        TrainingFigure.ofLoss(training, trained).ifPresent(figure -> outcome.figure("training-loss", () -> figure));
        TrainingFigure.ofError(training, trained).ifPresent(figure -> outcome.figure("training-error", () -> figure));
        outcome.withPage();
        outcome.say(heading, summary);
        return outcome;
    }

    private static void notes(Outcome outcome, Training training, List<TrainedRepeat> trained) {
        long diverged = TrainingSummary.diverged(trained);
        if (diverged > 0) {
            outcome.note(Counted.of(diverged, trained.size(), "repeat") + " diverged; means are over the others");
        }
        long early = trained.stream().filter(r -> r.end() == TrainedRepeat.End.ERROR).count();
        training.stop().ifPresent(stop -> outcome.note(Counted.of(early, trained.size(), "repeat") + " came to a train"
                + " error of " + Digits.of(100.0 * stop.trainError()) + " % and ended "
                + Counted.of(stop.thenEpochs(), "epoch") + " later"));
    }
}
