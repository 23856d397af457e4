package org.thalweg.results;

import org.thalweg.model.Interval;
import org.thalweg.trajectory.Protocol;

/**
 * How long to run an ensemble, in learning time, so that first passages are seen and the law at the end is stationary.
 *
 * @param relaxationTime slowest relaxation time of the valley floor; infinite where it has no stationary state, or none
 *     that ensembles can wait for
 * @param window relaxation times over which the stationary law is averaged
 * @param passageLimit first passages are watched until here; 0 where there is no flat set
 * @param histogramRange where the marginal along the valley is counted
 */
public record RunPlan(double relaxationTime, double window, double passageLimit, Interval histogramRange) {
    /** Relaxation times before averaging: what is left of the start has fallen to exp(-6) = 2.5e-3. */
    private static final double BURN_IN = 6.0;

    /** Records per relaxation time: more would be correlated and tell little. */
    private static final double RECORDS = 8.0;

    /** False where no stationary state exists or none can be waited for: only first passages can be asked for. */
    public boolean stationary() {
        return Double.isFinite(relaxationTime);
    }

    /** The protocol of an ensemble that takes steps of {@code timeStep}. */
    public Protocol protocol(double timeStep) {
        if (!stationary()) {
            return Protocol.atTime(1)
                    .passagesUntil((long) Math.ceil(passageLimit / timeStep))
                    .histogramOver(histogramRange);
        }
        long from = Math.max(1, (long) Math.ceil(BURN_IN * relaxationTime / timeStep));
        long every = Math.max(1, (long) Math.floor(relaxationTime / RECORDS / timeStep));
        long to = from + every * (long) Math.ceil(window * RECORDS);
        return Protocol.window(from, to, every)
                .passagesUntil((long) Math.ceil(passageLimit / timeStep))
                .histogramOver(histogramRange);
    }

    /** About how many steps the ensemble takes. */
    public double steps(double timeStep) {
        Protocol protocol = protocol(timeStep);
        return stationary() ? protocol.averaging().to() : 0.1 * protocol.passageLimit();
    }
}
