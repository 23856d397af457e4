package org.thalweg.trajectory.watch;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.correlation.StorelessCovariance;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * What a block has to say, in a size that does not depend on how long it ran.
 *
 * @param averages [diagnostic, then path quantity]: over the particles that were not lost
 * @param trends [diagnostic]: the change over the window of the straight line through the samples of a particle
 * @param spread covariance of the averages of x and x^2
 * @param weight [group]: samples of the survivors
 * @param counts [group][cell]: their histogram
 * @param arrivals the first-passage times, in steps, of those that arrived, in the order of the particles
 * @param losses what became of the others
 * @param paths the recorded paths
 */
public record BlockResult(
        List<StreamingStatistics> averages, List<StreamingStatistics> trends, StorelessCovariance spread,
        long[] weight, long[][] counts,
        double[] arrivals, Losses losses, List<Path> paths) {
    /** The result with further averages behind those of the diagnostics. */
    public BlockResult withAverages(List<StreamingStatistics> more) {
        List<StreamingStatistics> all = new ArrayList<>(averages);
        all.addAll(more);
        return new BlockResult(all, trends, spread, weight, counts, arrivals, losses, paths);
    }

    /**
     * Numbers of particles.
     *
     * @param started all of them
     * @param followed those that were not dismissed when they had arrived
     * @param survived followed and not lost by the end of the averaging
     * @param diverged followed, and overflowed at any time
     * @param absorbed followed, and left through an absorbing end at any time
     * @param divergedOnTheWay overflowed by the passage limit without having arrived
     * @param absorbedOnTheWay left by the passage limit without having arrived
     */
    public record Losses(
            long started, long followed, long survived, long diverged, long absorbed, long divergedOnTheWay,
            long absorbedOnTheWay) {
        public static final Losses NONE = new Losses(0, 0, 0, 0, 0, 0, 0);

        public Losses plus(Losses other) {
            return new Losses(started + other.started, followed + other.followed, survived + other.survived,
                    diverged + other.diverged, absorbed + other.absorbed, divergedOnTheWay + other.divergedOnTheWay,
                    absorbedOnTheWay + other.absorbedOnTheWay);
        }
    }
}
