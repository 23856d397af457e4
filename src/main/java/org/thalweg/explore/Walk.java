package org.thalweg.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;
import org.thalweg.trajectory.watch.Walls;

/**
 * Particles that walk on while sliders move: the blocks, walls and steps of an ensemble, but the setting may change
 * between two looks, and the walk goes on from where it is. Where the setting stays it is a walk of an ensemble of this
 * seed. Belongs to one thread at a time.
 */
final class Walk {
    private static final int STEPS_BETWEEN_CHECKS = 16;

    private final Seed seed;
    private final int particles;
    private final List<Block> blocks = new ArrayList<>();
    private final List<RandomStream> random = new ArrayList<>();
    private Setting setting;
    private Stepper stepper;
    private Walls walls;
    private double timeStep;
    private double time;
    private Visits visits;

    Walk(Seed seed, int particles) {
        this.seed = seed;
        this.particles = particles;
    }

    /** All go back to the start of the setting. */
    void begin(Setting from, Dynamics dynamics, Interval range) {
        blocks.clear();
        random.clear();
        time = 0.0;
        for (int first = 0; first < particles; first += Block.CAPACITY) {
            int number = blocks.size();
            Block block = new Block(from.surface().dimension(), dynamics.memory());
            block.fill(from.start(), Math.min(Block.CAPACITY, particles - first));
            int firstParticle = first;
            from.startDistribution().ifPresent(distribution -> distribution.draw(
                    seed.stream(Purpose.START, number), block.theta(), block.count(), firstParticle));
            blocks.add(block);
            random.add(seed.stream(dynamics.purpose(), number));
        }
        bind(from, dynamics, range);
    }

    /** They go on by other steps, and what was counted is forgotten. Begins anew where they carry other memory. */
    void follow(Setting next, Dynamics dynamics, Interval range) {
        if (blocks.isEmpty() || blocks.get(0).memory().length != dynamics.memory()) {
            begin(next, dynamics, range);
        } else if (next != setting) {
            bind(next, dynamics, range);
        }
    }

    private void bind(Setting next, Dynamics dynamics, Interval range) {
        setting = next;
        stepper = dynamics.bind(Block.CAPACITY);
        walls = Walls.of(next.domain());
        timeStep = dynamics.timeStep();
        visits = new Visits(range);
        blocks.forEach(this::confine);
    }

    /** The learning time of a step. */
    double timeStep() {
        return timeStep;
    }

    /** Goes on for so many steps, and counts where everybody is at the end of them. */
    void advance(int steps) {
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            for (int k = 1; k <= steps && block.count() > 0; k++) {
                stepper.step(block, random.get(b));
                block.advance();
                boolean absorbed = walls.apply(block);
                if (absorbed || k % STEPS_BETWEEN_CHECKS == 0 || k == steps) {
                    confine(block);
                }
            }
        }
        time += steps * timeStep;
        visits.count(blocks);
    }

    private void confine(Block block) {
        walls.apply(block);
        block.removeIf(slot -> walls.absorbed(block, slot) || !Walls.finite(block, slot));
    }

    /** Where everybody is now, and the law of where they were of late. */
    Map<String, Object> look() {
        int left = blocks.stream().mapToInt(Block::count).sum();
        int dimension = setting.surface().dimension();
        double[][] places = new double[Math.min(2, dimension)][left];
        int filled = 0;
        int flat = 0;
        double[] point = new double[dimension];
        for (Block block : blocks) {
            for (int slot = 0; slot < block.count(); slot++) {
                block.copyPoint(slot, point);
                for (int i = 0; i < places.length; i++) {
                    places[i][filled] = point[i];
                }
                flat += inFlatSet(point) ? 1 : 0;
                filled++;
            }
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("places", Packed.of(places));
        view.put("left", left);
        view.put("lost", particles - left);
        view.put("time", time);
        view.put("flat", setting.flatSet().isPresent() && left > 0 ? flat / (double) left : null);
        view.putAll(visits.look());
        return view;
    }

    private boolean inFlatSet(double[] point) {
        return setting.flatSet().isPresent()
                && setting.flatSet().get().contains(setting.surface().geometry().flatnessAt(point[0]));
    }
}
