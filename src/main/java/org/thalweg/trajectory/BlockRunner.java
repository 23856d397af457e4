package org.thalweg.trajectory;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;
import org.thalweg.trajectory.watch.BlockResult;
import org.thalweg.trajectory.watch.BridgeWatch;
import org.thalweg.trajectory.watch.Census;
import org.thalweg.trajectory.watch.FlatSetWatch;
import org.thalweg.trajectory.watch.PassageWatch;
import org.thalweg.trajectory.watch.PathWatch;
import org.thalweg.trajectory.watch.Walls;

/** Runs blocks from the start to the end, one after the other. Bound to one thread. */
final class BlockRunner {
    /** Overflow persists as infinity or NaN, so it is looked for only now and then. */
    private static final int STEPS_BETWEEN_CHECKS = 16;

    /** A full block takes some milliseconds for so many steps. */
    private static final int STEPS_BETWEEN_REPORTS = 1024;

    /**
     * Particles that would take as long as what a step costs however many there are: only who arrives last goes on. From
     * blocks of 256 of near-degenerate-valley, whose last tenth of particle-steps takes three tenths of the time.
     */
    static final double PARTICLES_OF_A_STEP = 32.0;

    private static final double EULER = 0.5772156649015329;

    private final Setting setting;
    private final Protocol protocol;
    private final Stepper stepper;
    private final Walls walls;
    private final PassageWatch watch;
    private final BlockObserver observer;
    private final PathWatch paths;
    private final Block block;
    private Census census;

    /** Binds the dynamics to the calling thread; {@code range} is that of the histogram. */
    BlockRunner(Setting setting, Dynamics dynamics, Protocol protocol, Interval range) {
        int dimension = setting.surface().dimension();
        this.setting = setting;
        this.protocol = protocol;
        this.stepper = dynamics.bind(Block.CAPACITY);
        this.walls = Walls.of(setting.domain());
        this.watch = Ensemble.watched(setting, protocol) ? watch(setting, dynamics) : null;
        this.observer = new BlockObserver(SquareOfX.among(setting), range, dimension, protocol.followsApart());
        this.paths = new PathWatch(
                protocol.alongPaths(setting.surface()), protocol.averaging().to(), dynamics.timeStep());
        this.block = new Block(dimension, dynamics.memory());
    }

    private static PassageWatch watch(Setting setting, Dynamics dynamics) {
        return dynamics.continuous() ? BridgeWatch.of(setting, dynamics.timeStep()) : FlatSetWatch.of(setting);
    }

    /**
     * Runs one block.
     *
     * @param firstParticle its number in the ensemble
     * @param starts for the places where particles start, if not all at one
     * @param between for what happens between steps
     * @param progress told the share of this block that is done
     * @throws CancellationException where the thread is interrupted
     */
    BlockResult run(long firstParticle, int particles, int groupSize, RandomStream starts, RandomStream random,
            RandomStream between, DoubleConsumer progress) {
        boolean averaged = watch == null || firstParticle < protocol.averagedParticles();
        long end = averaged ? protocol.averaging().to() : 0;
        long horizon = watch == null ? end : Math.max(end, protocol.passageLimit());
        boolean watching = watch != null;
        block.fill(setting.start(), particles);
        if (protocol.numbersByParticle()) {
            block.keepNumbers();
        }
        census = new Census(particles);
        setting.startDistribution().ifPresent(distribution -> scatter(distribution, starts, firstParticle));
        if (watch != null) {
            watch.reset(particles, between);
        }
        observer.reset(firstParticle, (int) Math.max(0, Math.min(particles, protocol.recordedPaths() - firstParticle)));
        paths.reset(particles);
        double moved = 0.0;
        long arrived = 0;
        for (long step = 0; ; step++) {
            observe(step, averaged, step == end || step == horizon);
            paths.look(block, step);
            int arrivals = watching && step <= protocol.passageLimit() ? watch.look(block, step, census) : 0;
            watching &= arrivals >= 0;
            arrived += Math.max(0, arrivals);
            if (step == end || step > end && arrivals > 0) {
                block.removeIf(slot -> watch == null || census.arrived(block.particle(slot)));
            }
            if (step % STEPS_BETWEEN_REPORTS == 0) {
                double mean = watch == null ? 0.0 : moved / Math.max(1, arrived);
                progress.accept(done(moved, step, block.count(), end - step, mean, horizon - step));
            }
            if (block.count() == 0 || step >= horizon) {
                return observer.result(census, averaged, end, groupSize, watch != null, protocol.passageLimit())
                        .withAverages(paths.averages(census, averaged));
            }
            moved += block.count();
            stepper.step(block, random);
            block.advance();
            if (walls.apply(block)) {
                remove(Census.Loss.ABSORBED, step + 1);
            }
        }
    }

    private void scatter(StartDistribution distribution, RandomStream starts, long firstParticle) {
        distribution.draw(starts, block.theta(), block.count(), firstParticle);
        if (walls.apply(block)) {
            remove(Census.Loss.ABSORBED, 0);
        }
    }

    private void observe(long step, boolean averaging, boolean last) {
        boolean averaged = averaging && protocol.averaging().contains(step);
        boolean recorded = protocol.recordedPaths() > 0 && protocol.pathTimes().contains(step);
        if (averaged || recorded || last || step % STEPS_BETWEEN_CHECKS == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("ensemble interrupted at step " + step);
            }
            if (!Walls.allFinite(block)) {
                remove(Census.Loss.DIVERGED, step);
            }
        }
        if (averaging && protocol.followsApart() && protocol.trend().contains(step)) {
            observer.follow(block);
        }
        if (averaged) {
            observer.sample(block);
        }
        if (recorded) {
            observer.recordPaths(block, step);
        }
    }

    private void remove(Census.Loss how, long step) {
        block.removeIf(slot -> {
            boolean lost = how == Census.Loss.ABSORBED ? walls.absorbed(block, slot) : !Walls.finite(block, slot);
            if (lost) {
                census.lose(block.particle(slot), how, step);
            }
            return lost;
        });
    }

    /**
     * The share of the work that is done, in particle-steps and {@link #PARTICLES_OF_A_STEP} for each step: all
     * particles run until the end; how long those that have not arrived will go on is taken to be exponential, with the
     * mean that was seen so far.
     *
     * @param moved particle-steps that are done
     * @param steps that are done
     * @param particles that are there
     * @param ahead steps to the end of the averaging; negative after it
     * @param mean steps to an arrival; 0 where nobody watches
     * @param most steps that are still possible
     */
    private static double done(double moved, long steps, int particles, long ahead, double mean, long most) {
        if (particles == 0) {
            return 1.0;
        }
        double end = Math.max(0, ahead);
        double late = mean > 0.0 ? mean * Math.exp(-end / mean) : 0.0;
        // The last of n exponential times is the mean times ln n and Euler's constant.
        double last = Math.min(most, Math.max(end, mean * (EULER + Math.log(particles))));
        double work = moved + PARTICLES_OF_A_STEP * steps;
        double left = particles * Math.min(most, end + late) + PARTICLES_OF_A_STEP * last;
        return work + left > 0.0 ? work / (work + left) : 0.0;
    }
}
