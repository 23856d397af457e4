package org.thalweg.model.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.model.file.yaml.NodeFields;

/**
 * How {@code thalweg train} trains unless told otherwise; empty where the file does not say.
 *
 * @param time learning time of a repeat, positive
 * @param checkpoints at least 2, the start and the end among them
 * @param stop what ends a repeat early
 */
public record TrainDefaults(OptionalDouble time, OptionalInt checkpoints, Optional<Stop> stop) {
    /** A file that does not say anything. */
    public static final TrainDefaults NONE =
            new TrainDefaults(OptionalDouble.empty(), OptionalInt.empty(), Optional.empty());

    /** As many rows of parameters as any analysis wants, and gigabytes of them. */
    public static final int MOST_CHECKPOINTS = 100_000;

    private static final int MOST_EPOCHS = 1_000_000_000;

    /**
     * What ends a repeat: an error on the samples to train on, and then some epochs.
     *
     * @param trainError the share of wrong samples that is low enough
     * @param thenEpochs epochs that follow
     */
    public record Stop(double trainError, int thenEpochs) {}

    static TrainDefaults read(NodeFields fields, boolean network) {
        fields.allow(Schema.TRAIN);
        if (!network) {
            fields.problem("time", "only networks are trained, and this loss is none", "remove 'train'");
        }
        OptionalDouble time = fields.has("time") ? OptionalDouble.of(fields.positive("time")) : OptionalDouble.empty();
        OptionalInt checkpoints = fields.has("checkpoints")
                ? OptionalInt.of(fields.whole("checkpoints", 2, MOST_CHECKPOINTS)) : OptionalInt.empty();
        Optional<Stop> stop = Optional.empty();
        if (fields.has("stop")) {
            NodeFields inner = fields.mapping("stop");
            inner.allowNames(List.of("train-error", "then-epochs"));
            double error = inner.number("train-error");
            if (error < 0.0 || error >= 1.0) {
                inner.problem("train-error", "'train-error' = " + error, "give a share from 0 to less than 1");
            }
            int epochs = inner.has("then-epochs") ? inner.whole("then-epochs", 0, MOST_EPOCHS) : 0;
            stop = Optional.of(new Stop(error, epochs));
        }
        return new TrainDefaults(time, checkpoints, stop);
    }
}
