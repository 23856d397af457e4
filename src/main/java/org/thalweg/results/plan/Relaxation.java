package org.thalweg.results.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.RingCurrentException;
import org.thalweg.fokkerplanck.line.RelaxationRate;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * How long a valley takes to forget a start, in drift time: the slower of the floor's slowest mode and of y.
 *
 * <p>Where theory holds y is the faster one by far; with so much noise that x moves faster than y, the floor's own time
 * says nothing of y.
 *
 * @param along the slowest rate along the floor
 * @param across F^2, the relaxation time across, where the valley is flattest among the places that have mass; 0 where
 *     there is nothing across
 */
record Relaxation(RelaxationRate along, double across) {
    /** Places along the range of the mass at which the flatness is looked at. */
    private static final int PLACES = 256;

    /** Share of the mass that may relax more slowly. */
    private static final double NEGLIGIBLE_MASS = 1e-3;

    /**
     * The times of a setting.
     *
     * @throws NoStationaryStateException where the law never becomes stationary
     * @throws Refusal where the surface is not a valley and has more than one parameter
     */
    static Relaxation of(PlainSetting setting) {
        return new Relaxation(RelaxationRate.onFloor(setting),
                setting.surface().geometry().shape().map(shape -> across(setting, shape)).orElse(0.0));
    }

    /** The slower one; infinite where it is too long for a double. */
    double time() {
        return Math.max(along.time(), across);
    }

    /** The natural logarithm of {@link #time}, finite where that is beyond numbers. */
    double logTime() {
        return Math.max(-along.log(), Math.log(across));
    }

    /** Whether it is y that has to be waited for. */
    boolean slowerAcross() {
        return Math.log(across) > -along.log();
    }

    private static double across(PlainSetting setting, ValleyShape shape) {
        double[] x = places(setting);
        double largest = Arrays.stream(x).flatMap(place ->
                shape.flatness().stream().mapToDouble(profile -> profile.value(place))).max().orElseThrow();
        return largest * largest;
    }

    /** Places where there is mass; around a ring with a current all places are passed. */
    private static double[] places(PlainSetting setting) {
        try {
            ValleyFloor floor = ValleyFloor.of(setting);
            return densest(floor, evenly(range(setting, floor)));
        } catch (RingCurrentException e) {
            return evenly(setting.domain().along());
        }
    }

    /** Where the mass is, also within a domain that is far wider; of a ring all of it. */
    private static Interval range(PlainSetting setting, ValleyFloor floor) {
        Interval along = setting.domain().along();
        if (!along.bounded() || along.boundary() == Boundary.PERIODIC) {
            return floor.effectiveRange(NEGLIGIBLE_MASS);
        }
        return new Interval(floor.quantile(0.5 * NEGLIGIBLE_MASS), floor.upperQuantile(0.5 * NEGLIGIBLE_MASS),
                Boundary.OPEN);
    }

    private static double[] evenly(Interval range) {
        return IntStream.rangeClosed(0, PLACES).mapToDouble(i -> range.from() + range.length() * i / PLACES).toArray();
    }

    /** The places without the emptiest ones, which together have next to no mass: between wells, and around a ring. */
    private static double[] densest(ValleyFloor floor, double[] places) {
        double[] logDensity = Arrays.stream(places).map(floor::logDensity).toArray();
        double highest = Arrays.stream(logDensity).max().orElseThrow();
        double[] mass = Arrays.stream(logDensity).map(log -> Math.exp(log - highest)).toArray();
        List<Integer> emptiestFirst = IntStream.range(0, places.length).boxed()
                .sorted(Comparator.comparingDouble(i -> mass[i])).toList();
        double left = NEGLIGIBLE_MASS * Arrays.stream(mass).sum();
        int kept = 0;
        while (kept < places.length - 1 && (left -= mass[emptiestFirst.get(kept)]) > 0.0) {
            kept++;
        }
        return emptiestFirst.stream().skip(kept).mapToDouble(i -> places[i]).toArray();
    }
}
