package org.thalweg.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Measurement;
import org.thalweg.trajectory.watch.BlockResult;

/**
 * First passages to the flat set: the first step, 0 included, at which a particle of a walk is inside; of a continuous
 * process the time, between steps.
 *
 * @param timeStep learning time of one step
 * @param limit the last step that was watched
 * @param blocks the first-passage times, in steps, of those that arrived, in the order of the particles, block by block
 * @param underWay particles still under way at the limit
 * @param diverged particles that overflowed before they arrived
 * @param absorbed particles that left through an absorbing end before they arrived
 */
public record Passages(
        double timeStep, long limit, List<double[]> blocks, long underWay, long diverged, long absorbed) {
    /** Reads the passages off the records of all blocks. */
    static Passages of(double timeStep, long limit, EnsembleTally tally) {
        long arrived = tally.arrivals().stream().mapToLong(block -> block.length).sum();
        BlockResult.Losses losses = tally.losses();
        long underWay = losses.started() - arrived - losses.divergedOnTheWay() - losses.absorbedOnTheWay();
        return new Passages(timeStep, limit, List.copyOf(tally.arrivals()), underWay, losses.divergedOnTheWay(),
                losses.absorbedOnTheWay());
    }

    /** Nobody was watched: every measurement is undefined. */
    static Passages none(double timeStep) {
        return new Passages(timeStep, 0, List.of(), 0, 0, 0);
    }

    /** The first steps at which those that arrived had arrived, in the order of the particles. */
    public long[] steps() {
        return blocks.stream().flatMapToDouble(Arrays::stream).mapToLong(steps -> (long) Math.ceil(steps)).toArray();
    }

    /** The first-passage times in the order of the particles; empty unless every one arrived. */
    public Optional<double[]> times() {
        return arrived() == particles()
                ? Optional.of(blocks.stream().flatMapToDouble(Arrays::stream).map(steps -> steps * timeStep).toArray())
                : Optional.empty();
    }

    /** The number of particles that arrived by the limit. */
    public long arrived() {
        return blocks.stream().mapToLong(block -> block.length).sum();
    }

    /** The number of particles that were watched; 0 where there is no flat set or nobody asked. */
    public long particles() {
        return arrived() + underWay + diverged + absorbed;
    }

    /** The share of all particles that arrived by the limit. */
    public Measurement convergedFraction() {
        return Measurement.fraction(arrived(), particles());
    }

    /** The mean first-passage time over all particles, in learning time; undefined unless every one arrived. */
    public Measurement meanTime() {
        return arrived() == particles() ? mean(0) : Measurement.UNDEFINED;
    }

    /**
     * The mean of min(T, limit) over all particles, in learning time. A particle that was lost on the way never
     * arrives: it counts with the limit.
     */
    public Measurement restrictedMeanTime() {
        return mean(particles() - arrived());
    }

    private Measurement mean(long atLimit) {
        StreamingStatistics samples = new StreamingStatistics();
        for (double[] block : blocks) {
            for (double steps : block) {
                samples.addValue(steps * timeStep);
            }
        }
        for (long i = 0; i < atLimit; i++) {
            samples.addValue(limit * timeStep);
        }
        return Measurement.mean(samples);
    }
}
