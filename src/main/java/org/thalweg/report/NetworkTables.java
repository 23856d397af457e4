package org.thalweg.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.data.Checkpoints;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.face.Reading;
import org.thalweg.training.LearnersWatch;
import org.thalweg.training.TrainedRepeat;
import org.thalweg.training.TrainingRow;

/** The tables of trained networks, as {@link RunTables}. */
public final class NetworkTables {
    /** {@code training.csv}: one row for each checkpoint of a repeat, with what the network is worth there. */
    public static final Columns<Checkpoint> TRAINING = Columns.<Checkpoint>of("repeat", Checkpoint::repeat)
            .and("step", c -> c.row.step())
            .and("time", c -> c.row.time())
            .and("train_loss", c -> c.row.trainLoss())
            .and("train_error", c -> c.row.trainError())
            .and("test_loss", c -> c.row.testLoss())
            .and("test_error", c -> c.row.testError())
            .and("gradient_norm", c -> c.row.gradientNorm());

    /** {@code checkpoints.csv}: the rows of {@code checkpoints.npy} that are there: repeats may end early. */
    public static final Columns<Checkpoint> CHECKPOINTS = Columns
            .<Checkpoint>of(Checkpoints.COLUMNS.get(0), Checkpoint::repeat)
            .and(Checkpoints.COLUMNS.get(1), Checkpoint::number)
            .and(Checkpoints.COLUMNS.get(2), c -> c.row.step())
            .and(Checkpoints.COLUMNS.get(3), c -> c.row.time());

    private static final Columns<Reading> READING = Columns.<Reading>of("layer", Reading::layer)
            .and("probe", r -> r.probe().key())
            .and("quantity", Reading::quantity)
            .and("index", r -> r.index() == 0 ? "" : r.index())
            .and("value", Reading::value)
            .and("standard_error", Reading::standardError);

    /** {@code probes.csv}: one row for each number that was measured at a checkpoint. */
    public static final Columns<Probed> PROBES = Columns.<Probed>of("repeat", p -> p.at.repeat())
            .and("checkpoint", p -> p.at.checkpoint())
            .and("step", p -> p.at.step())
            .and(READING, Probed::reading);

    /** {@code pairs.csv}: one row for each number that was measured of two checkpoints. */
    public static final Columns<ProbeRunner.OfPair> PAIRS = Columns
            .<ProbeRunner.OfPair>of("repeat", p -> p.earlier().repeat())
            .and("checkpoint", p -> p.earlier().checkpoint())
            .and("other_repeat", p -> p.later().repeat())
            .and("other_checkpoint", p -> p.later().checkpoint())
            .and(READING, ProbeRunner.OfPair::reading);

    /** {@code learners.csv}: one row for each moment at which learners of a repeat were looked at. */
    public static final Columns<Learners> LEARNERS = Columns.<Learners>of("repeat", Learners::repeat)
            .and("step", l -> l.seen.step())
            .and("time", Learners::time)
            .and("train_loss", l -> l.seen.loss())
            .and("spread", l -> l.seen.spread())
            .and("effective_rate", l -> l.seen.effectiveRate())
            .and("noise", l -> l.seen.noise())
            .and("batch_noise", l -> l.seen.batchNoise())
            .and("spread_noise", l -> l.seen.spreadNoise())
            .and("expanded_noise", l -> l.seen.expandedNoise());

    private NetworkTables() {}

    /** Learners of a repeat at a moment of learning time. */
    public record Learners(int repeat, double time, LearnersWatch.Seen seen) {}

    /** A checkpoint of a repeat. */
    public record Checkpoint(int repeat, int number, TrainingRow row) {}

    /** A number that was measured at a checkpoint. */
    public record Probed(Checkpoints.Entry at, Reading reading) {}

    /** The checkpoints of all repeats. */
    public static Stream<Checkpoint> checkpoints(List<TrainedRepeat> trained) {
        return trained.stream().flatMap(r -> IntStream.range(0, r.rows().size())
                .mapToObj(c -> new Checkpoint(r.repeat(), c, r.rows().get(c))));
    }
}
