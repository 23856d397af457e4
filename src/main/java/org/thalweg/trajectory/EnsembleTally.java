package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.correlation.StorelessCovariance;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Marginal;
import org.thalweg.trajectory.watch.BlockResult;
import org.thalweg.trajectory.watch.Path;

/**
 * Adds up what blocks have to say, in the order of the blocks, whatever the order in which they end; its size does not
 * depend on the number of particles, but for their passages (8 bytes each) and their paths.
 */
final class EnsembleTally {
    private final BlockResult[] waiting;
    private final int blockSize;
    private final int groupSize;
    private final long[] weight;
    private final long[][] counts;
    private final List<double[]> arrivals = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private List<StreamingStatistics> averages = List.of();
    private List<StreamingStatistics> trends = List.of();
    private StorelessCovariance spread;
    private BlockResult.Losses losses = BlockResult.Losses.NONE;
    private int next;

    /** A tally of the given number of blocks, full of {@code blockSize} particles, and groups. */
    EnsembleTally(int blocks, int blockSize, int groups, int groupSize) {
        this.waiting = new BlockResult[blocks];
        this.blockSize = blockSize;
        this.groupSize = groupSize;
        this.weight = new long[groups];
        this.counts = new long[groups][Marginal.HISTOGRAM_BINS];
    }

    /** Takes the result of a block. */
    synchronized void add(int block, BlockResult result) {
        waiting[block] = result;
        while (next < waiting.length && waiting[next] != null) {
            fold(waiting[next]);
            waiting[next] = null;
            next++;
        }
    }

    private void fold(BlockResult result) {
        if (next == 0) {
            averages = result.averages();
            trends = result.trends();
            spread = result.spread();
        } else {
            for (int d = 0; d < averages.size(); d++) {
                averages.get(d).aggregate(result.averages().get(d));
            }
            for (int d = 0; d < trends.size(); d++) {
                trends.get(d).aggregate(result.trends().get(d));
            }
            spread.append(result.spread());
        }
        int firstGroup = (int) ((long) next * blockSize / groupSize);
        for (int g = 0; g < result.weight().length; g++) {
            weight[firstGroup + g] += result.weight()[g];
            for (int cell = 0; cell < Marginal.HISTOGRAM_BINS; cell++) {
                counts[firstGroup + g][cell] += result.counts()[g][cell];
            }
        }
        if (result.arrivals().length > 0) {
            arrivals.add(result.arrivals());
        }
        losses = losses.plus(result.losses());
        paths.addAll(result.paths());
    }

    List<StreamingStatistics> averages() {
        return averages;
    }

    List<StreamingStatistics> trends() {
        return trends;
    }

    StorelessCovariance spread() {
        return spread;
    }

    long[] weight() {
        return weight;
    }

    long[][] counts() {
        return counts;
    }

    List<double[]> arrivals() {
        return arrivals;
    }

    BlockResult.Losses losses() {
        return losses;
    }

    List<Path> paths() {
        return paths;
    }
}
