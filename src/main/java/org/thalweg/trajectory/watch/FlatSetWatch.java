package org.thalweg.trajectory.watch;

import java.util.Arrays;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.model.Setting;
import org.thalweg.random.RandomStream;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.block.Block;

/**
 * First arrivals of a walk that is nowhere between its steps: the first step inside. Bound to one thread, used for one
 * block after the other.
 *
 * <p>Each particle that is still awaited is in a gap between the intervals of the flat set. Only one that has left its
 * gap is looked at closely: it has arrived, or it has stepped over the flat set into another gap.
 */
public final class FlatSetWatch implements PassageWatch {
    private final BlockMath math = Backend.current();
    private final FlatRegion region;
    /** The gap of the particle in each slot; unbounded for those that have arrived. */
    private final double[] lower = new double[Block.CAPACITY];
    private final double[] upper = new double[Block.CAPACITY];
    private final int[] particle = new int[Block.CAPACITY];
    private final int[] leaving = new int[Block.CAPACITY];
    private int count;
    private int pending;

    private FlatSetWatch(FlatRegion region) {
        this.region = region;
    }

    /**
     * A watch over the flat set of a setting, which must have one.
     *
     * @throws Refusal where the surface is not a valley
     */
    public static FlatSetWatch of(Setting setting) {
        return new FlatSetWatch(FlatRegion.of(setting));
    }

    @Override
    public void reset(int particles, RandomStream random) {
        // No gap: the first look puts every particle into its own.
        Arrays.fill(lower, 0, particles, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, 0, particles, Double.NEGATIVE_INFINITY);
        Arrays.setAll(particle, slot -> slot);
        count = particles;
        pending = particles;
    }

    @Override
    public int look(Block block, long step, Census census) {
        if (block.count() != count) {
            follow(block);
        }
        if (pending == 0) {
            return -1;
        }
        int before = pending;
        double[] x = block.theta()[0];
        int candidates = math.notBetween(lower, x, upper, count, leaving);
        for (int i = 0; i < candidates; i++) {
            int slot = leaving[i];
            if (region.contains(x[slot]) && Walls.finite(block, slot)) {
                census.arrive(particle[slot], step);
                release(slot);
                pending--;
            } else if (region.covers(x[slot])) {
                double[] gap = region.gap(x[slot]);
                lower[slot] = gap[0];
                upper[slot] = gap[1];
            }
        }
        return before - pending;
    }

    private void release(int slot) {
        lower[slot] = Double.NEGATIVE_INFINITY;
        upper[slot] = Double.POSITIVE_INFINITY;
    }

    /** Particles have left, and those behind them have moved up. */
    private void follow(Block block) {
        int from = 0;
        pending = 0;
        for (int slot = 0; slot < block.count(); slot++) {
            while (particle[from] != block.particle(slot)) {
                from++;
            }
            particle[slot] = particle[from];
            lower[slot] = lower[from];
            upper[slot] = upper[from];
            pending += upper[slot] == Double.POSITIVE_INFINITY && lower[slot] == Double.NEGATIVE_INFINITY ? 0 : 1;
        }
        count = block.count();
    }
}
