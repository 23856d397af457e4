package org.thalweg.results;

import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Interval;
import org.thalweg.trajectory.Protocol;

/**
 * How long to run an ensemble, in learning time, so that first passages are seen and the law at the end is stationary.
 *
 * @param relaxationTime slowest relaxation time of the valley floor
 * @param window relaxation times over which the stationary law is averaged
 * @param passageLimit first passages are watched until here; 0 where there is no flat set
 * @param histogramRange where the marginal along the valley is counted
 */
public record RunPlan(double relaxationTime, double window, double passageLimit, Interval histogramRange) {
    /** Relaxation times before averaging: what is left of the start has fallen to exp(-6) = 2.5e-3. */
    private static final double BURN_IN = 6.0;

    /** Records per relaxation time: more would be correlated and tell little. */
    private static final double RECORDS = 8.0;

    /** The protocol of an ensemble that takes steps of {@code timeStep}. */
    public Protocol protocol(double timeStep) {
        long from = Math.max(1, (long) Math.ceil(BURN_IN * relaxationTime / timeStep));
        long every = Math.max(1, (long) Math.floor(relaxationTime / RECORDS / timeStep));
        long to = from + every * (long) Math.ceil(window * RECORDS);
        return Protocol.window(from, to, every)
                .passagesUntil((long) Math.ceil(passageLimit / timeStep))
                .histogramOver(histogramRange);
    }

    /** The averaging window for reports. */
    public TimeGrid averaging(double timeStep) {
        return protocol(timeStep).averaging();
    }
}
