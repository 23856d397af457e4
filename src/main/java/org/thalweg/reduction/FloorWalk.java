package org.thalweg.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.training.Training;
import org.thalweg.training.Window;

/**
 * The network's own literal SGD along the floor, seen at its place on the way.
 *
 * @param times learning times, the start's 0 first
 * @param places at these
 * @param flatness at the mean point of a window; NaN where the walk overflowed
 */
public record FloorWalk(List<Double> times, List<Double> places, double flatness) {
    /** Immutable copies. */
    public FloorWalk {
        times = List.copyOf(times);
        places = List.copyOf(places);
    }

    /**
     * How long a walk is, in iterations.
     *
     * @param iterations all of it
     * @param every how often it is seen
     * @param from where the window begins over which the mean point is taken
     * @param to where it ends
     */
    public record Length(long iterations, long every, long from, long to) {}

    /**
     * Walks.
     *
     * @param training at its learning rate and batch size
     * @param start not modified
     * @param seed of the batches, and of Lanczos' method
     */
    public static FloorWalk of(
            Training training, int sharp, FloorPath path, double[] start, Length length, Seed seed) {
        Propagation network = training.task().train().bind();
        double eta = training.setting().sgd().learningRate();
        List<Double> times = new ArrayList<>(List.of(0.0));
        List<Double> places = new ArrayList<>(List.of(path.place(start)));
        double[] mean = new double[start.length];
        long[] step = new long[1];
        new Window(training, length.iterations()).literal(network, start.clone(), seed.child(0), theta -> {
            long k = ++step[0];
            if (k % length.every() == 0) {
                times.add(eta * k);
                places.add(path.place(theta));
            }
            if (k > length.from() && k <= length.to()) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += theta[i] / (length.to() - length.from());
                }
            }
        });
        boolean overflowed = !Double.isFinite(network.loss(mean));
        return new FloorWalk(times, places, overflowed ? Double.NaN
                : new FloorWorker(training.task().train(), sharp).flatness(mean, seed.child(1)));
    }

    /** The learning time at which it first came to a place, between two looks by a straight line. */
    public OptionalDouble timeTo(double place) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) >= place) {
                double before = i == 0 ? place : places.get(i - 1);
                return OptionalDouble.of(i == 0 ? 0.0 : times.get(i - 1) + (times.get(i) - times.get(i - 1))
                        * (place - before) / (places.get(i) - before));
            }
        }
        return OptionalDouble.empty();
    }

    /** How far it had come on the mean of its looks between two learning times, the later one among them. */
    public double advance(double from, double to) {
        double sum = 0.0;
        int looks = 0;
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i) > from && times.get(i) <= to) {
                sum += places.get(i) - places.get(0);
                looks++;
            }
        }
        return sum / looks;
    }

    /** Training at another learning rate and batch size; the number of checkpoints plays no part. */
    public static Training training(ValleyPlan plan, double learningRate, int batch) {
        Setting setting = plan.setting().withLearningRate(learningRate);
        SampleNoise noise = plan.noise().withBatchSize(batch);
        return new Training(setting.withNoise(noise), noise, 1, 2, Optional.empty());
    }
}
