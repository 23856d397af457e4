package org.thalweg.reduction;

import java.util.OptionalDouble;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Network;
import org.thalweg.refusal.Refusal;

/**
 * How a valley is measured along a run.
 *
 * @param setting a network, trained by batches of its samples
 * @param sharp how many sharp directions, those of largest curvature
 * @param points of the floor
 * @param direction what the coordinate along it is
 * @param from learning time from which the run is on the floor; where empty, from when on the train error is
 *         {@code error} at most
 * @param error share of samples in a wrong class that counts as none
 */
public record ValleyPlan(Setting setting, int sharp, int points, SlowDirection direction, OptionalDouble from,
        double error) {
    /** Of slopes along the way by differences. */
    private static final int FEWEST_POINTS = 3;

    /** Refuses what is no network trained by batches, and what cannot be told from its samples. */
    public ValleyPlan {
        if (!(setting.noise() instanceof SampleNoise noise)) {
            throw new Refusal("'" + setting.name() + "' is no network that is trained by batches of its samples, and"
                    + " only of such a run a valley is measured; use `thalweg train` with noise: {kind: samples,"
                    + " batch: 50}");
        }
        noise.task().train().requireSampleGradients("the noise along a valley");
        int parameters = noise.task().train().parameters();
        if (sharp < 1 || sharp >= parameters) {
            throw new Refusal(sharp + " sharp directions of " + parameters + " parameters: there must be at least one,"
                    + " and one that is none; give another --sharp");
        }
        if (points < FEWEST_POINTS) {
            throw new Refusal(points + " points of a floor have no slope in between; give at least " + FEWEST_POINTS);
        }
        Sgd sgd = setting.sgd();
        if (!sgd.descends() || !sgd.schedule().constant() || sgd.momentum() > 0.0 || sgd.weightDecay() > 0.0) {
            throw new Refusal("'" + setting.name()
                    + "' is trained with momentum, weight decay or a schedule; a valley is"
                    + " measured along plain SGD at one learning rate");
        }
        if (setting.startDistribution().isPresent()) {
            throw new Refusal("each repeat of '" + setting.name()
                    + "' begins at a point of its own, and has a valley of"
                    + " its own; give the start a seed, and train again");
        }
        if (from.isEmpty() && !noise.task().train().samples().haveClasses()) {
            throw new Refusal("samples without classes have no error that says from when on a run is on the floor; give"
                    + " the learning time by --from");
        }
    }

    /** True where all directions but the slow one count as sharp. */
    public boolean complete() {
        return sharp == network().parameters() - 1;
    }

    /** The batches. */
    public SampleNoise noise() {
        return (SampleNoise) setting.noise();
    }

    /** The network over the samples to train on. */
    Network network() {
        return noise().task().train();
    }

    /** Measures at single points; bound to one thread. */
    FloorWorker worker() {
        return new FloorWorker(network(), sharp, setting.sgd().learningRate(), batchFactor());
    }

    /** The variance of a batch in units of that of a sample. */
    public double batchFactor() {
        return noise().sampling().variance(noise().batch(), noise().task().samples());
    }
}
