package org.thalweg.results.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.measure.Progress;
import org.thalweg.measure.TimeGrid;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Digits;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.plan.Horizon;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.SchemeChoice;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * An ensemble that is asked for.
 *
 * @param scheme of the SDE; literal SGD where there is none
 * @param steps how many
 */
public record SimulationRequest(Setting setting, Optional<SchemeChoice> scheme, Dynamics dynamics, long steps) {
    private static final int PATHS = 32;
    private static final long PATH_RECORDS = 400;

    /** Years of computing: a slip of the exponent, not a wish. */
    private static final double MOST_STEPS = 1e15;

    /**
     * As many steps as a time takes.
     *
     * @param time learning time; null for until the law is stationary or the flat set reached
     * @throws Refusal where nobody knows how long that is, or where it is too long
     */
    public static SimulationRequest of(
            Setting setting, Optional<SchemeChoice> scheme, Increments increments, Double time) {
        Dynamics dynamics = scheme.isEmpty() ? SgdDynamics.of(setting)
                : SdeDynamics.of(setting, scheme.get().scheme(), increments, scheme.get().step());
        double steps = Math.rint((time == null ? horizon(setting) : time) / dynamics.timeStep());
        if (steps > MOST_STEPS) {
            throw new Refusal("learning time " + Digits.of(time == null ? horizon(setting) : time) + " at steps of "
                    + Digits.of(dynamics.timeStep()) + " is more steps than can be taken; give a shorter --time"
                    + (scheme.isPresent() ? " or a longer --step" : ""));
        }
        return new SimulationRequest(setting, scheme, dynamics, Math.max(1, (long) steps));
    }

    private static double horizon(Setting setting) {
        String end = "never becomes stationary, or never reaches its flat set";
        try {
            double horizon = Horizon.stationary(setting);
            if (!Double.isInfinite(horizon)) {
                return horizon;
            }
            end = Horizon.beyondNumbers(setting).map(t -> "becomes stationary, and reaches its flat set, after learning"
                    + " time " + t + ", which is beyond numbers").orElse(end);
        } catch (NoStationaryStateException e) {
            // Then there is no such time.
        }
        throw new Refusal("'" + setting.name() + "' " + end + "; say with --time how long to simulate");
    }

    /** Learning time of the whole run. */
    public double time() {
        return steps * dynamics.timeStep();
    }

    /** What has to be said of the steps before they are taken. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        boolean stable = scheme.map(SchemeChoice::scheme)
                .filter(s -> s == Schemes.VALLEY_SPLITTING || s == Schemes.DRIFT_IMPLICIT).isPresent();
        if (!stable) {
            remarks.addAll(StepRemarks.ofGrowth(setting, dynamics.timeStep()));
        }
        remarks.addAll(StepRemarks.ofKinks(setting, dynamics));
        return remarks;
    }

    /**
     * Runs it.
     *
     * @param paths whether some paths are kept
     * @param asked what is measured along all of them
     */
    public SimulatedEnsemble run(
            int particles, boolean paths, List<PathQuantity> asked, Seed seed, int threads, Progress progress) {
        Protocol protocol = Protocol.atTime(steps).followedOver(RunStationarity.secondHalf(steps));
        Optional<Interval> range = Horizon.histogramRange(setting);
        if (range.isPresent()) {
            protocol = protocol.histogramOver(range.get());
        }
        if (setting.flatSet().isPresent()) {
            protocol = protocol.passagesUntil(steps);
        }
        if (paths) {
            protocol = protocol.recordPaths(Math.min(PATHS, particles),
                    new TimeGrid(0, steps, Math.max(1, steps / PATH_RECORDS)));
        }
        return new SimulatedEnsemble(setting,
                Ensemble.run(setting, dynamics, protocol.asking(asked), particles, seed, threads, progress), steps);
    }

    /** Whose trajectories these are. */
    public Witness witness() {
        return dynamics.witness();
    }
}
