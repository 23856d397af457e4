package org.thalweg.results;

import java.util.Optional;
import org.thalweg.fokkerplanck.NoStationaryStateException;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.theory.ConvergenceTime;

/** How long to simulate, and over what range to count, where the user does not say. */
public final class Horizon {
    /** Relaxation times until the law is stationary: exp(-7) = 1e-3 of the start is left. */
    private static final double RELAXATIONS = 7.0;

    /** Predicted mean convergence times: of exponential times a share of 1e-3 is longer. */
    private static final double MEANS = 7.0;

    /** Iterations where no time scale is known. */
    private static final double ITERATIONS = 10_000;

    private Horizon() {}

    /**
     * A learning time after which the law is stationary and practically all have reached the flat set; infinite where
     * the flat set is not reached in a finite mean time.
     *
     * @throws NoStationaryStateException where the law never becomes stationary
     */
    public static double stationary(Setting setting) {
        if (setting.surface().valley().isEmpty()) {
            return setting.sgd().time(ITERATIONS);
        }
        double relaxed = RELAXATIONS * RunPlanner.relaxationTime(setting);
        return setting.flatSet().isEmpty()
                ? relaxed
                : Math.max(relaxed, MEANS * ConvergenceTime.of(setting).meanTime());
    }

    /**
     * The range of a histogram along the valley: the domain, or where the stationary mass is; empty where the domain is
     * unbounded and no stationary mass is known.
     */
    public static Optional<Interval> histogramRange(Setting setting) {
        Interval along = setting.domain().along();
        if (along.bounded()) {
            return Optional.of(along);
        }
        try {
            return setting.surface().valley().map(valley -> RunPlanner.stationaryRange(setting));
        } catch (NoStationaryStateException e) {
            return Optional.empty();
        }
    }
}
