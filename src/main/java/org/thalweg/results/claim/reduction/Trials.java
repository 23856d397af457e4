package org.thalweg.results.claim.reduction;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.reduction.FloorPath;
import org.thalweg.reduction.FloorWalk;
import org.thalweg.reduction.ValleyPlan;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Laboratory;
import org.thalweg.storage.Pieces;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;

/**
 * The network's own literal SGD, at several learning rates and batch sizes, beside that of its measured valley.
 *
 * @param plan how the valley was measured
 * @param reduced the valley as a model, with a flat set; at the learning rate and batch size of the run
 * @param path where it lies
 * @param starts points of the network near the first place
 * @param walks of the network at each learning rate and batch size
 * @param bound of the learning rate
 */
public record Trials(ValleyPlan plan, Setting reduced, FloorPath path, List<double[]> starts, int walks,
        BatchBound bound) {
    /** Of the bound of the learning rate: beyond, a network may be thrown out of its valley, seen at 0.45. */
    private static final double STABLE = 0.25;

    /** Walks go on for so many predicted times, so that those that are late arrive as well. */
    private static final double PATIENCE = 1.5;

    private static final int PANELS = 512;

    /** Looks at a walk in the common time, and the share of these over which means are taken at its end. */
    private static final int LOOKS = 200;
    private static final double WINDOW = 0.05;

    /** One learning rate and batch size. */
    record Place(double learningRate, int batch) {}

    /** Refuses a valley without a goal. */
    public Trials {
        if (reduced.flatSet().isEmpty()) {
            throw new Refusal("the valley '" + reduced.name() + "' does not become flatter along its way, so that there"
                    + " is no flatness to reach; measure it over a longer run");
        }
        starts = List.copyOf(starts);
    }

    /**
     * The run's own learning rate and batch size first, then three learning rates in all, as large as is stable, at the
     * same batch size, and likewise three batch sizes, as small as is stable.
     */
    List<Place> places() {
        double eta = plan.setting().sgd().learningRate();
        int batch = plan.noise().batch();
        List<Place> places = new ArrayList<>(List.of(new Place(eta, batch)));
        double top = stable(2.0 * eta, batch) ? 2.0 * eta : eta;
        for (double rate : List.of(top, 0.5 * top, 0.25 * top)) {
            if (rate != eta) {
                places.add(new Place(rate, batch));
            }
        }
        int least = batch >= 2 && stable(eta, batch / 2) ? batch / 2 : batch;
        for (int size : List.of(least, 2 * least, 4 * least)) {
            if (size != batch && plan.noise().refusesBatchSize(size).isEmpty()) {
                places.add(new Place(eta, size));
            }
        }
        return places;
    }

    private boolean stable(double learningRate, int batch) {
        double variance = plan.noise().sampling().variance(batch, plan.noise().task().samples()) / plan.batchFactor();
        return learningRate <= STABLE * bound.at(variance);
    }

    /** The valley at a place. */
    PlainSetting valley(Place place) {
        double factor = plan.noise().sampling().variance(place.batch(), plan.noise().task().samples());
        double begin = Math.max(reduced.domain().along().from(), meanStart());
        double[] start = reduced.start().clone();
        start[0] = begin;
        return reduced.withLearningRate(place.learningRate()).withBatchVariance(factor).withStart(start).effective();
    }

    private double meanStart() {
        return starts.stream().mapToDouble(path::place).average().orElseThrow();
    }

    /** Where the flatness of the goal is. */
    double goal() {
        PlainSetting valley = valley(places().get(0));
        double low = valley.start()[0];
        double high = valley.domain().along().to();
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            boolean beyond = valley.flatSet().orElseThrow().contains(
                    valley.surface().geometry().shape().orElseThrow().flatnessAt(middle));
            high = beyond ? middle : high;
            low = beyond ? low : middle;
        }
        return high;
    }

    /** The learning time at which all are compared: the least that any of them takes to the goal. */
    double commonTime() {
        return places().stream().mapToDouble(place -> timeToGoal(valley(place))).min().orElseThrow();
    }

    /**
     * By the drift alone where it leads there, int dx / A(x): a noise along the valley that is small beside it matters
     * little, and is hard on the double integral of the mean.
     */
    private double timeToGoal(PlainSetting valley) {
        FloorEquation floor = new FloorEquation(FloorDiffusion.of(valley), valley.sgd().learningRate(), 1.0);
        double start = valley.start()[0];
        double h = (goal() - start) / PANELS;
        double time = 0.0;
        boolean ahead = true;
        for (int i = 0; i < PANELS; i++) {
            double drift = floor.drift(start + (i + 0.5) * h);
            ahead &= drift > 0.0;
            time += h / drift;
        }
        double mean = ahead ? time : ConvergenceTime.of(valley).finiteLearningRate().meanTime();
        if (!Double.isFinite(mean)) {
            throw new Refusal("no mean time to the flatness of the goal is known: " + mean
                    + "; measure the valley over a"
                    + " longer run, or with fewer --sharp");
        }
        return mean;
    }

    /** All of them, side by side on the threads of the pool that this is called from. */
    List<Trial> run(Laboratory laboratory, Pieces pieces, Progress progress) {
        double time = commonTime();
        double goal = goal();
        List<Trial> trials = new ArrayList<>();
        for (Place place : places()) {
            trials.add(pieces.get(place.learningRate() + " " + place.batch(), Trial.class,
                    () -> trial(laboratory, place, time, goal)));
            progress.done(trials.size() / (double) places().size());
        }
        return trials;
    }

    private Trial trial(Laboratory laboratory, Place place, double time, double goal) {
        PlainSetting valley = valley(place);
        double eta = place.learningRate();
        double longest = PATIENCE * timeToGoal(valley);
        long end = Math.max(2, Math.round(time / eta));
        long begin = Math.min(end - 1, Math.round((1.0 - WINDOW) * end));
        long all = Math.max(end, Math.round(longest / eta));
        long every = Math.max(1, end / LOOKS);
        EnsembleResult ensemble = laboratory.sgd(valley,
                Protocol.window(begin + every, begin + every + (end - begin - every) / every * every, every)
                        .passagesUntil(all), laboratory.particles());
        EnsembleResult atEnd = laboratory.sgd(valley, Protocol.atTime(end), laboratory.particles());
        Seed seed = laboratory.seed().child(Double.doubleToLongBits(eta)).child(place.batch());
        FloorWalk.Length length = new FloorWalk.Length(all, every, begin, end);
        List<FloorWalk> walked = IntStream.range(0, walks).parallel().mapToObj(i -> FloorWalk.of(
                plan, FloorWalk.training(plan, eta, place.batch()), path, starts.get(i % starts.size()), length,
                seed.child(i))).toList();
        double[] ends = walked.stream().mapToDouble(w -> w.advance((end - every) * eta, end * eta)).toArray();
        return new Trial(eta, place.batch(),
                eta * valley.noise().batchVariance().orElseThrow()
                        / (plan.setting().sgd().learningRate() * plan.batchFactor()),
                ensemble.passages().meanTime(), arrivals(walked, goal),
                ensemble.quantities().get(Quantity.MEAN_X).plus(-valley.start()[0]),
                mean(walked.stream().mapToDouble(w -> w.advance(begin * eta, end * eta)).toArray()),
                ensemble.quantities().get(Quantity.MEAN_FLATNESS),
                mean(walked.stream().mapToDouble(FloorWalk::flatness).toArray()),
                atEnd.quantities().get(Quantity.VARIANCE_X), variance(ends));
    }

    private static Measurement arrivals(List<FloorWalk> walked, double goal) {
        List<OptionalDouble> times = walked.stream().map(w -> w.timeTo(goal)).toList();
        return times.stream().allMatch(OptionalDouble::isPresent)
                ? mean(times.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()) : Measurement.UNDEFINED;
    }

    private static Measurement mean(double[] values) {
        StreamingStatistics statistics = new StreamingStatistics();
        for (double value : values) {
            statistics.addValue(value);
        }
        return Double.isNaN(statistics.getMean()) ? Measurement.UNDEFINED : Measurement.mean(statistics);
    }

    /** With the standard error of the variance of so many normal numbers. */
    private static Measurement variance(double[] values) {
        StreamingStatistics statistics = new StreamingStatistics();
        for (double value : values) {
            statistics.addValue(value);
        }
        double variance = statistics.getVariance();
        return new Measurement(variance, variance * Math.sqrt(2.0 / (values.length - 1.0)), values.length);
    }
}
