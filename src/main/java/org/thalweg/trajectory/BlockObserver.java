package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.correlation.StorelessCovariance;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.DiagnosticKernel;
import org.thalweg.measure.Marginal;
import org.thalweg.model.space.Interval;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.watch.BlockResult;
import org.thalweg.trajectory.watch.Census;
import org.thalweg.trajectory.watch.PathRecorder;

/**
 * Samples a block at record times: sums of diagnostics, a histogram along the valley and paths, each particle on its
 * own, so that a particle that is lost can be left out of all of them. Bound to one thread, used for one block after
 * the other.
 */
final class BlockObserver {
    /** The first two of the standard diagnostics. */
    private static final int X = 0;
    private static final int X_SQUARED = 1;

    private final List<DiagnosticKernel> diagnostics;
    private final Interval range;
    private final double[] point;
    /** [diagnostic][particle] */
    private final double[][] sums;
    /** [diagnostic][particle]: sums of the samples that are followed for their trend; {@link #sums} if those are. */
    private final double[][] followed;
    /** [diagnostic][particle]: each of these samples times its number. */
    private final double[][] moments;
    private final int[][] cells = new int[Block.CAPACITY][Marginal.HISTOGRAM_BINS];
    private final double cellsPerUnit;
    private List<PathRecorder> paths = List.of();
    private long samples;
    private long followedSamples;

    /**
     * An observer.
     *
     * @param range of the histogram; unbounded: no histogram
     * @param apart whether trends are followed over other samples than those of the averages: by {@link #follow}
     */
    BlockObserver(List<Diagnostic> diagnostics, Interval range, int dimension, boolean apart) {
        this.diagnostics = diagnostics.stream().map(d -> d.bind(Block.CAPACITY)).toList();
        this.range = range;
        this.point = new double[dimension];
        this.sums = new double[diagnostics.size()][Block.CAPACITY];
        this.followed = apart ? new double[diagnostics.size()][Block.CAPACITY] : sums;
        this.moments = new double[diagnostics.size()][Block.CAPACITY];
        this.cellsPerUnit = range.bounded() ? Marginal.HISTOGRAM_BINS / range.length() : 0.0;
    }

    /** Forgets the last block; the first {@code recordedPaths} particles of the next one have their paths recorded. */
    void reset(long firstParticle, int recordedPaths) {
        samples = 0;
        followedSamples = 0;
        for (int d = 0; d < sums.length; d++) {
            Arrays.fill(sums[d], 0.0);
            Arrays.fill(followed[d], 0.0);
            Arrays.fill(moments[d], 0.0);
        }
        for (int[] row : cells) {
            Arrays.fill(row, 0);
        }
        paths = new ArrayList<>();
        for (int p = 0; p < recordedPaths; p++) {
            paths.add(new PathRecorder(firstParticle + p, point.length));
        }
    }

    /** Adds the present state to the averages. */
    void sample(Block block) {
        for (int d = 0; d < sums.length; d++) {
            double[] values = diagnostics.get(d).evaluate(block.theta(), block.count());
            if (followed == sums) {
                add(values, block, samples, sums[d], moments[d]);
            } else {
                add(values, block, sums[d]);
            }
        }
        samples++;
        if (range.bounded()) {
            count(block);
        }
    }

    /** Takes the present state for the trends, where those are followed apart from the averages. */
    void follow(Block block) {
        for (int d = 0; d < followed.length; d++) {
            add(diagnostics.get(d).evaluate(block.theta(), block.count()), block, followedSamples, followed[d],
                    moments[d]);
        }
        followedSamples++;
    }

    private static void add(double[] values, Block block, double[] sums) {
        for (int slot = 0; slot < block.count(); slot++) {
            sums[block.particle(slot)] += values[slot];
        }
    }

    private static void add(double[] values, Block block, long number, double[] sums, double[] moments) {
        boolean all = block.nobodyLeft();
        for (int slot = 0; slot < block.count(); slot++) {
            int particle = all ? slot : block.particle(slot);
            sums[particle] += values[slot];
            moments[particle] += number * values[slot];
        }
    }

    private void count(Block block) {
        double[] x = block.theta()[0];
        for (int slot = 0; slot < block.count(); slot++) {
            if (x[slot] >= range.from() && x[slot] <= range.to()) {
                int cell = (int) ((x[slot] - range.from()) * cellsPerUnit);
                cells[block.particle(slot)][Math.min(cell, Marginal.HISTOGRAM_BINS - 1)]++;
            }
        }
    }

    /** Adds the present state to the recorded paths. */
    void recordPaths(Block block, long step) {
        for (int slot = 0; slot < block.count() && block.particle(slot) < paths.size(); slot++) {
            block.copyPoint(slot, point);
            paths.get(block.particle(slot)).add(step, point);
        }
    }

    /**
     * What was seen, of the particles that were still there at the last step of the averaging.
     *
     * @param averaged false where there are only passages to report
     * @param groupSize particles in a group of the histogram
     * @param watched whether arrivals count
     * @param passageLimit the last step at which passages were watched
     */
    BlockResult result(Census census, boolean averaged, long lastStep, int groupSize, boolean watched,
            long passageLimit) {
        int groups = (census.particles() + groupSize - 1) / groupSize;
        long[] weight = new long[groups];
        long[][] counts = new long[groups][Marginal.HISTOGRAM_BINS];
        List<StreamingStatistics> averages = diagnostics.stream().map(d -> new StreamingStatistics()).toList();
        List<StreamingStatistics> trends = diagnostics.stream().map(d -> new StreamingStatistics()).toList();
        StorelessCovariance spread = new StorelessCovariance(2);
        for (int p = 0; p < census.particles(); p++) {
            if (averaged && census.present(p, lastStep)) {
                for (int d = 0; d < sums.length; d++) {
                    averages.get(d).addValue(sums[d][p] / samples);
                    trends.get(d).addValue(trend(followed[d][p], moments[d][p]));
                }
                spread.increment(new double[] {sums[X][p] / samples, sums[X_SQUARED][p] / samples});
                weight[p / groupSize] += samples;
                for (int cell = 0; cell < cells[p].length; cell++) {
                    counts[p / groupSize][cell] += cells[p][cell];
                }
            }
        }
        return new BlockResult(averages, trends, spread, weight, counts, watched ? census.arrivals() : new double[0],
                census.losses(averaged, lastStep, passageLimit), paths.stream().map(PathRecorder::path).toList());
    }

    /** The change over the window of the straight line through the samples of a particle. */
    private double trend(double sum, double moment) {
        double n = followed == sums ? samples : followedSamples;
        return n < 2 ? Double.NaN : 12.0 * (moment - 0.5 * (n - 1.0) * sum) / (n * n - 1.0);
    }
}
