package org.thalweg.results.plan;

import java.util.OptionalDouble;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.line.FloorArrival;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.escape.ConvergenceTime;

/** Chooses how long to run, from the time scales of the valley. */
public final class RunPlanner {
    /** Default limit of a first passage, in predicted means: of 10^9 exponential passage times one is longer. */
    private static final double LIMIT_IN_MEANS = 25.0;

    /** Iterations until which first passages are watched where their mean is infinite, or longer than can be taken. */
    private static final double LIMIT_WITHOUT_MEAN = 2e4;

    /** Share of the mass that may lie outside the histogram of an unbounded coordinate. */
    private static final double OUTSIDE_HISTOGRAM = 1e-3;

    /**
     * Iterations of the longest relaxation that is waited for. Towards the normalisability bound the time grows without
     * limit: on the shipped log-walled valley from 9e5 iterations at three quarters of the bound to 5e10 at nine
     * tenths.
     */
    static final double MOST_ITERATIONS = 1e6;

    /** Pieces of the way to the law, each half as long as the one before. */
    private static final int HALVINGS = 60;

    /**
     * As many relaxation times along the valley as an ensemble can wait for the one across: each is some hundred steps
     * of a particle.
     */
    private static final double MOST_ACROSS = 1e6;

    private RunPlanner() {}

    /**
     * The plan for a setting, in the drift time that everything about it is computed in.
     *
     * @param timeLimit learning time until which first passages are watched, by default 25 predicted means
     * @throws Refusal where the surface is not a valley, so that no time scale is known
     */
    public static RunPlan plan(PlainSetting setting, double window, OptionalDouble timeLimit) {
        double limit = setting.flatSet().isEmpty() ? 0.0
                : timeLimit.isPresent() ? timeLimit.getAsDouble() / setting.clock() : defaultLimit(setting);
        double start = setting.start()[0];
        Interval around = new Interval(start - 1.0, start + 1.0, Boundary.OPEN);
        try {
            Interval range = Horizon.histogramRange(setting).orElse(around);
            Relaxation relaxation = Relaxation.of(setting);
            double time = Math.max(relaxation.time(), ofApproach(setting, range));
            boolean reachable = RunPlan.reachable(setting, time)
                    && relaxation.across() <= MOST_ACROSS * relaxation.along().time();
            return new RunPlan(reachable ? time : Double.POSITIVE_INFINITY, window, limit, range);
        } catch (NoStationaryStateException e) {
            return new RunPlan(Double.POSITIVE_INFINITY, window, limit, around);
        }
    }

    private static double defaultLimit(PlainSetting setting) {
        ConvergenceTime time = ConvergenceTime.of(setting);
        double limit = LIMIT_IN_MEANS * time.meanTime();
        return limit <= setting.sgd().time(RunPlan.MOST_STEPS) ? limit : setting.sgd().time(LIMIT_WITHOUT_MEAN);
    }

    /**
     * A third of about how long it takes from the start to where the law is: the slowest mode of the law says nothing
     * of starts from which a drift takes many of its times. Waiting for six of these is waiting twice as long as that.
     */
    static double ofApproach(PlainSetting setting, Interval range) {
        Interval along = setting.domain().along();
        if (along.boundary() == Boundary.PERIODIC) {
            return 0.0;
        }
        return (along.bounded() ? FloorArrival.meanTime(setting, OUTSIDE_HISTOGRAM) : byDrift(setting, range)) / 3.0;
    }

    /** By the drift alone, from as far as no solver goes. Where it leads elsewhere it counts for nothing. */
    private static double byDrift(PlainSetting setting, Interval range) {
        double start = setting.start()[0];
        double edge = Math.max(range.from(), Math.min(range.to(), start));
        Line line = Line.of(setting);
        double time = 0.0;
        double outer = start - edge;
        for (int k = 0; k < HALVINGS && outer != 0.0; k++) {
            double inner = k == HALVINGS - 1 ? 0.0 : 0.5 * outer;
            double drift = line.drift(edge + 0.5 * (outer + inner));
            time += drift * outer < 0.0 ? (inner - outer) / drift : 0.0;
            outer = inner;
        }
        return time;
    }

    /** Where the stationary mass of an unbounded valley is. */
    static Interval stationaryRange(PlainSetting setting) {
        return ValleyFloor.of(setting).effectiveRange(OUTSIDE_HISTOGRAM);
    }
}
