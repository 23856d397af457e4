package org.thalweg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums over many samples, cut into blocks that are summed one after the other within and in their order at the end. The
 * blocks depend on the number of samples alone, so that a sum is the same to the last bit whoever adds it: one thread,
 * or all that have nothing else to do in the pool that this is called from.
 */
final class SampleBlocks {
    /** Batches in a block, at least: some hundred microseconds of a small network. */
    private static final int BATCHES = 8;

    /** Blocks at most: each has a sum of its own. */
    private static final int MOST = 8;

    /** Samples times parameters from which on other threads are worth being woken. */
    private static final double SHARED = 5e5;

    private final Network network;
    private final List<Passes> workers = new ArrayList<>();
    private final List<double[]> sums = new ArrayList<>();

    /** The first block is that of {@code own}; workers of others are made where there are other blocks. */
    SampleBlocks(Network network, Passes own) {
        this.network = network;
        workers.add(own);
    }

    /** Sums over samples {@code begin} to {@code end - 1} of those that are asked for. */
    @FunctionalInterface
    interface Block {
        /**
         * Sums.
         *
         * @param worker of this block alone
         * @param sum modified: whatever was in it goes
         */
        void sum(Passes worker, int begin, int end, double[] sum);
    }

    /** Samples in a block. */
    private static int length(int count) {
        int batches = (count + Passes.BATCH - 1) / Passes.BATCH;
        return Passes.BATCH * Math.max(BATCHES, (batches + MOST - 1) / MOST);
    }

    /**
     * The sum over all blocks.
     *
     * @param count of the samples
     * @param sum modified
     */
    void add(int count, double[] sum, Block block) {
        int length = network.architecture().batchNorm() ? count : length(count);
        int blocks = (count + length - 1) / length;
        if (blocks == 1) {
            block.sum(workers.get(0), 0, count, sum);
            return;
        }
        while (workers.size() < blocks) {
            workers.add(new Passes(network));
            sums.add(new double[network.parameters()]);
        }
        IntStream each = IntStream.range(0, blocks);
        (count * (double) network.parameters() < SHARED ? each : each.parallel()).forEach(b -> block.sum(workers.get(b),
                b * length, Math.min(count, (b + 1) * length), b == 0 ? sum : sums.get(b - 1)));
        for (int b = 1; b < blocks; b++) {
            double[] part = sums.get(b - 1);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
    }
}
