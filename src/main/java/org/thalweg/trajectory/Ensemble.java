package org.thalweg.trajectory;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.block.Block;

/**
 * Many independent trajectories from the same start.
 *
 * <p>Particles go in blocks; each block has its own random stream and its own record, and records are combined in the
 * order of the blocks. The same seed therefore gives the same bits on any number of threads.
 */
public final class Ensemble {
    private final Setting setting;
    private final Dynamics dynamics;
    private final Protocol protocol;
    private final int particles;
    private final Seed seed;
    private final int blockSize;
    private final int blocks;
    private final EnsembleTally tally;
    private final EnsembleProgress progress;
    private final AtomicInteger next = new AtomicInteger();

    private Ensemble(
            Setting setting, Dynamics dynamics, Protocol protocol, int particles, Seed seed, Progress progress) {
        this.setting = setting;
        this.dynamics = dynamics;
        this.protocol = protocol;
        this.particles = particles;
        this.seed = seed;
        this.blockSize = Block.size(setting.surface().dimension());
        this.blocks = (particles + blockSize - 1) / blockSize;
        this.tally = new EnsembleTally(blocks, blockSize, (particles + groupSize() - 1) / groupSize(), groupSize());
        this.progress = new EnsembleProgress(progress, blocks);
    }

    /**
     * Runs an ensemble.
     *
     * @param dynamics how particles move; made from the same setting
     * @param threads worker threads; the result does not depend on them
     * @throws IllegalArgumentException where there is nobody to run, or a flat set on a surface that is not a valley
     * @throws CancellationException promptly, with the interrupt flag set, where the calling thread is interrupted
     */
    public static EnsembleResult run(Setting setting, Dynamics dynamics, Protocol protocol, int particles, Seed seed,
            int threads, Progress progress) {
        if (particles < 1 || threads < 1) {
            throw new IllegalArgumentException("ensemble of " + particles + " particles on " + threads
                    + " threads: must have at least one of each");
        }
        Ensemble ensemble = new Ensemble(setting, dynamics, protocol, particles, seed, progress);
        ensemble.runAll(Math.min(threads, ensemble.blocks));
        return EnsembleResult.of(setting, dynamics, protocol, ensemble.range(), ensemble.tally);
    }

    /** True where first passages are to be watched. */
    static boolean watched(Setting setting, Protocol protocol) {
        return setting.flatSet().isPresent() && protocol.watchesPassages();
    }

    /**
     * Particles in a group of the histogram: 32, fewer where that would leave under 64 groups to tell an error, more
     * where there would be over 1024, so that all groups together take half a megabyte.
     */
    private int groupSize() {
        int size = 32;
        while (particles / size > 1024) {
            size *= 2;
        }
        while (size > 1 && Math.min(particles, protocol.averagedParticles()) / size < 64) {
            size /= 2;
        }
        return size;
    }

    private Interval range() {
        return protocol.histogramRange().bounded() ? protocol.histogramRange() : setting.domain().along();
    }

    private void runAll(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Ensemble::daemon);
        try {
            CompletionService<Void> workers = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                workers.submit(this::work, null);
            }
            for (int i = 0; i < threads; i++) {
                workers.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("ensemble interrupted; nothing is kept");
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ensemble");
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    private void work() {
        BlockRunner runner = new BlockRunner(setting, dynamics, protocol, range());
        for (int b = next.getAndIncrement(); b < blocks; b = next.getAndIncrement()) {
            int block = b;
            long first = (long) block * blockSize;
            int count = (int) Math.min(blockSize, particles - first);
            tally.add(block, runner.run(first, count, groupSize(), seed.stream(Purpose.START, block),
                    seed.stream(dynamics.purpose(), block), seed.stream(Purpose.BRIDGE, block),
                    fraction -> progress.done(block, fraction)));
            progress.done(block, 1.0);
        }
    }
}
