package org.thalweg.trajectory;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.block.Block;
import org.thalweg.work.Crew;

/**
 * Many independent trajectories from the same start.
 *
 * <p>Particles go in blocks; each block has its own random stream and its own record, and records are combined in the
 * order of the blocks. The same seed therefore gives the same bits on any number of threads.
 */
public final class Ensemble {
    /** Particles that would take as long as what a step costs however many there are. */
    public static final double PARTICLES_OF_A_STEP = BlockRunner.PARTICLES_OF_A_STEP;

    private final Setting setting;
    private final Dynamics dynamics;
    private final Protocol protocol;
    private final int particles;
    private final Seed seed;
    private final int blockSize;
    private final int blocks;
    private final EnsembleTally tally;
    private final EnsembleProgress progress;

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
     * @param crew does the blocks; the result does not depend on it
     * @param ofBlock told the share of a block that is done, by the thread that does it
     * @throws IllegalArgumentException where there is nobody to run, or a flat set on a surface that is not a valley
     * @throws CancellationException promptly, with the interrupt flag set, where the calling thread is interrupted
     */
    public static EnsembleResult run(Setting setting, Dynamics dynamics, Protocol protocol, int particles, Seed seed,
            Crew crew, Progress progress, DoubleConsumer ofBlock) {
        if (particles < 1) {
            throw new IllegalArgumentException("ensemble of " + particles + " particles: must have at least one");
        }
        Ensemble ensemble = new Ensemble(setting, dynamics, protocol, particles, seed, progress);
        crew.each(ensemble.blocks, () -> ensemble.worker(ofBlock));
        return EnsembleResult.of(setting, dynamics, protocol, ensemble.range(), ensemble.tally);
    }

    /** The same on threads of its own. */
    public static EnsembleResult run(Setting setting, Dynamics dynamics, Protocol protocol, int particles, Seed seed,
            int threads, Progress progress) {
        return run(setting, dynamics, protocol, particles, seed, Crew.of(threads), progress, share -> { });
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

    private IntConsumer worker(DoubleConsumer ofBlock) {
        BlockRunner runner = new BlockRunner(setting, dynamics, protocol, range());
        return block -> {
            long first = (long) block * blockSize;
            int count = (int) Math.min(blockSize, particles - first);
            tally.add(block, runner.run(first, count, groupSize(), seed.stream(Purpose.START, block),
                    seed.stream(dynamics.purpose(), block), seed.stream(Purpose.BRIDGE, block),
                    fraction -> {
                        progress.done(block, fraction);
                        ofBlock.accept(fraction);
                    }));
            progress.done(block, 1.0);
        };
    }
}
