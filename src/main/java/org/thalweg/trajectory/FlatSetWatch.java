package org.thalweg.trajectory;

import java.util.Arrays;
import org.thalweg.model.Setting;

/** Notices first arrivals at the flat set. Bound to one thread, used for one block after the other. */
final class FlatSetWatch {
    private final FlatRegion region;
    /** 0 for those still awaited, NaN for the others, whose comparisons then all fail: no branch that is hard to guess. */
    private final double[] arrived = new double[Block.CAPACITY];
    private int count;
    private int pending;

    private FlatSetWatch(FlatRegion region) {
        this.region = region;
    }

    /**
     * A watch over the flat set of a setting, which must have one.
     *
     * @throws IllegalArgumentException where the surface is not a valley
     */
    static FlatSetWatch of(Setting setting) {
        return new FlatSetWatch(FlatRegion.of(setting));
    }

    /** Begins with a new block. */
    void reset(int particles) {
        Arrays.fill(arrived, 0, particles, 0.0);
        count = particles;
        pending = particles;
    }

    /**
     * Enters first arrivals.
     *
     * @param census modified
     * @return the number of new arrivals, or -1 where nobody is left to wait for
     */
    int look(Block block, long step, Census census) {
        if (block.count() != count) {
            readOff(block, census);
        }
        if (pending == 0) {
            return -1;
        }
        int before = pending;
        double[] x = block.theta()[0];
        for (double[] interval : region.intervals()) {
            if (anyWithin(x, interval[0], interval[1])) {
                enter(block, step, census, interval[0], interval[1]);
            }
        }
        if (anyOutside(x)) {
            enterOutside(block, step, census);
        }
        return before - pending;
    }

    private boolean anyWithin(double[] x, double from, double to) {
        for (int slot = 0; slot < count; slot++) {
            double awaited = x[slot] + arrived[slot];
            if (awaited >= from && awaited <= to) {
                return true;
            }
        }
        return false;
    }

    private void enter(Block block, long step, Census census, double from, double to) {
        double[] x = block.theta()[0];
        for (int slot = 0; slot < count; slot++) {
            double awaited = x[slot] + arrived[slot];
            if (awaited >= from && awaited <= to) {
                arrive(block, slot, step, census);
            }
        }
    }

    private boolean anyOutside(double[] x) {
        double from = region.from();
        double to = region.to();
        for (int slot = 0; slot < count; slot++) {
            if (x[slot] < from || x[slot] > to) {
                return true;
            }
        }
        return false;
    }

    private void enterOutside(Block block, long step, Census census) {
        double[] x = block.theta()[0];
        for (int slot = 0; slot < count; slot++) {
            boolean outside = x[slot] < region.from() || x[slot] > region.to();
            if (outside && arrived[slot] == 0.0 && region.contains(x[slot])) {
                arrive(block, slot, step, census);
            }
        }
    }

    private void arrive(Block block, int slot, long step, Census census) {
        if (Walls.finite(block, slot)) {
            census.arrive(block.particle(slot), step);
            arrived[slot] = Double.NaN;
            pending--;
        }
    }

    /** Particles have left, and those behind them have moved up. */
    private void readOff(Block block, Census census) {
        count = block.count();
        pending = 0;
        for (int slot = 0; slot < count; slot++) {
            boolean already = census.arrived(block.particle(slot));
            arrived[slot] = already ? Double.NaN : 0.0;
            pending += already ? 0 : 1;
        }
    }
}
