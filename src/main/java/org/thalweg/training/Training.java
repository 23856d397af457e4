package org.thalweg.training;

import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.refusal.Refusal;

/**
 * What is to be trained, and how long.
 *
 * @param setting a network with its optimiser and its start
 * @param noise the batches
 * @param iterations of a repeat, at least 1
 * @param checkpoints at least 2, equally spaced, the start and the end among them; at most iterations + 1
 * @param stop what ends a repeat early
 */
public record Training(Setting setting, SampleNoise noise, long iterations, int checkpoints, Optional<Stop> stop) {
    /** Days of computing: a slip of the exponent, not a wish. */
    private static final double MOST_ITERATIONS = 1e12;

    /** The same by samples times parameters that go through the network, forwards and backwards. */
    private static final double MOST_WORK = 1e15;

    /**
     * What ends a repeat: the first epoch after which the error is low enough, and then some more.
     *
     * @param trainError share of wrong samples to train on
     * @param thenEpochs epochs that follow
     */
    public record Stop(double trainError, int thenEpochs) {}

    /** Refuses more checkpoints than iterations. */
    public Training {
        if (checkpoints > iterations + 1) {
            throw new Refusal(checkpoints + " checkpoints of " + iterations + " iterations: there are more than steps;"
                    + " give at most " + (iterations + 1) + ", or a longer time");
        }
        if (stop.isPresent() && !noise.task().train().samples().haveClasses()) {
            throw new Refusal("train.stop: samples without classes have no error; remove it");
        }
    }

    /**
     * Asked before anything else is.
     *
     * @throws Refusal where the loss is that of no network
     */
    public static void requireNetwork(Setting setting) {
        if (setting.surface().task().isEmpty()) {
            throw new Refusal("'" + setting.name() + "' is no network, and only networks are trained; use"
                    + " `thalweg simulate --dynamics sgd`");
        }
    }

    /**
     * Training of a setting.
     *
     * @throws Refusal where its loss is that of no network, or its noise that of no samples
     */
    public static Training of(Setting setting, double time, int checkpoints, Optional<Stop> stop) {
        requireNetwork(setting);
        if (!(setting.noise() instanceof SampleNoise noise)) {
            throw new Refusal("training takes mini-batches of samples, and the noise of '" + setting.name() + "' is "
                    + setting.noise() + "; use noise: {kind: samples, batch: 50}");
        }
        double iterations = Math.rint(time / setting.sgd().learningRate());
        double each = (double) noise.batch() * setting.surface().dimension();
        double most = Math.min(MOST_ITERATIONS, Math.max(1.0, Math.rint(MOST_WORK / each)));
        if (!(iterations >= 1.0 && iterations <= most)) {
            throw new Refusal("learning time " + time + " is " + iterations + " iterations of the learning rate "
                    + setting.sgd().learningRate() + "; give a time of 1 to " + (long) most
                    + " iterations");
        }
        return new Training(setting, noise, (long) iterations, checkpoints, stop);
    }

    /** The network and its samples. */
    public LearningTask task() {
        return noise.task();
    }

    /** Iterations before a checkpoint. */
    public long step(int checkpoint) {
        return Math.round((double) iterations * checkpoint / (checkpoints - 1));
    }

    /** Iterations of an epoch, in which every sample is used once. */
    public long epoch() {
        return Math.max(1, task().samples() / noise.batch());
    }
}
