package org.thalweg.trajectory.watch;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.trajectory.block.Block;

/** Follows a block for the path quantities of a surface. Bound to one thread, used for one block after the other. */
public final class PathWatch {
    private final List<PathTally> tallies = new ArrayList<>();
    private final long[] after;
    private final long end;
    private final double timeStep;

    /**
     * A watch.
     *
     * @param end the last step of the run
     * @param timeStep learning time of a step
     */
    public PathWatch(List<PathQuantity> quantities, long end, double timeStep) {
        this.after = quantities.stream().mapToLong(q -> (long) Math.floor(q.leftOut() * end)).toArray();
        this.end = end;
        this.timeStep = timeStep;
        quantities.forEach(q -> tallies.add(q.bind(Block.CAPACITY)));
    }

    /** Expects a new block. */
    public void reset(int particles) {
        tallies.forEach(tally -> tally.reset(particles));
    }

    /** Takes the state after a step, if it counts. */
    public void look(Block block, long step) {
        for (int q = 0; q < after.length; q++) {
            if (step > after[q] && step <= end) {
                tallies.get(q).add(step * timeStep, block.theta(), block.particlesInSlots(), block.count());
            }
        }
    }

    /**
     * Of each quantity, over the particles that were not lost by the end and have a value.
     *
     * @param followed false where particles were dismissed before the end: then there is no value
     */
    public List<StreamingStatistics> averages(Census census, boolean followed) {
        List<StreamingStatistics> averages = new ArrayList<>();
        for (PathTally tally : tallies) {
            StreamingStatistics average = new StreamingStatistics();
            for (int p = 0; p < census.particles(); p++) {
                double value = followed && census.present(p, end) ? tally.value(p) : Double.NaN;
                if (!Double.isNaN(value)) {
                    average.addValue(value);
                }
            }
            averages.add(average);
        }
        return averages;
    }
}
