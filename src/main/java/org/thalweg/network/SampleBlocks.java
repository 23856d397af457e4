package org.thalweg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
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
    /** Those that are free, the last one that was used first: its memory is near. */
    private final ConcurrentLinkedDeque<Worker> free = new ConcurrentLinkedDeque<>();
    private final List<double[]> sums = new ArrayList<>();
    private long products;

    /** Scratch memory, and the last product that it was used for. */
    private static final class Worker {
        private final Passes passes;
        private long product;

        private Worker(Passes passes) {
            this.passes = passes;
        }
    }

    /** One thread alone does everything by {@code own}; each other one has a worker made. */
    SampleBlocks(Network network, Passes own) {
        this.network = network;
        free.push(new Worker(own));
    }

    /** Sums over samples {@code begin} to {@code end - 1} of those that are asked for. */
    @FunctionalInterface
    interface Block {
        /**
         * Sums.
         *
         * @param worker nobody else's meanwhile
         * @param first whether it has seen no other block of this sum, nor been told what does not depend on the block
         * @param sum modified: whatever was in it goes
         */
        void sum(Passes worker, boolean first, int begin, int end, double[] sum);
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
        while (sums.size() < blocks - 1) {
            sums.add(new double[network.parameters()]);
        }
        products++;
        // There and back in turns: what the last product has left in the cache is the first that this one asks for.
        boolean back = products % 2 == 0;
        IntStream each = IntStream.range(0, blocks).map(b -> back ? blocks - 1 - b : b);
        boolean shared = blocks > 1 && count * (double) network.parameters() >= SHARED;
        (shared ? each.parallel() : each).forEach(b -> one(block, b * length, Math.min(count, (b + 1) * length),
                b == 0 ? sum : sums.get(b - 1)));
        for (int b = 1; b < blocks; b++) {
            double[] part = sums.get(b - 1);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
    }

    private void one(Block block, int begin, int end, double[] sum) {
        Worker last = free.poll();
        Worker worker = last == null ? new Worker(new Passes(network)) : last;
        boolean first = worker.product != products;
        worker.product = products;
        block.sum(worker.passes, first, begin, end, sum);
        free.push(worker);
    }
}
