package org.thalweg.fokkerplanck.law;

import org.thalweg.measure.Measurement;

/**
 * Transitions between two sets in the stationary state [EV06].
 *
 * @param committor where particles end: the probability of the second set
 * @param rate how often a particle that was in the first set last arrives at the second, per unit of time
 * @param back the same the other way round
 */
public record Transition(Committor committor, Measurement rate, Measurement back) {
    /** In another unit of time, of which one of the old is so many. */
    public Transition times(double factor) {
        return new Transition(committor, rate.times(factor), back.times(factor));
    }
}
