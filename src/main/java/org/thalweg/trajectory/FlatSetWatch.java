package org.thalweg.trajectory;

import java.util.List;
import org.thalweg.model.Profile;
import org.thalweg.model.ProfileKernel;
import org.thalweg.model.Setting;

/**
 * Notices first arrivals at the flat set. Bound to one thread.
 *
 * <p>With n sharp directions the flatness is the geometric mean of the F_i; the product of the F_i is held against the
 * n-th power of the level, which needs no logarithm.
 */
final class FlatSetWatch {
    private final ProfileKernel[] flatness;
    private final double level;
    private final int[] slots = new int[Block.CAPACITY];
    private final double[] x = new double[Block.CAPACITY];
    private final double[] product = new double[Block.CAPACITY];
    private final double[] value = new double[Block.CAPACITY];
    private final double[] slope = new double[Block.CAPACITY];

    private FlatSetWatch(ProfileKernel[] flatness, double level) {
        this.flatness = flatness;
        this.level = level;
    }

    /**
     * A watch over the flat set of a setting, which must have one.
     *
     * @throws IllegalArgumentException where the surface is not a valley
     */
    static FlatSetWatch of(Setting setting) {
        List<Profile> profiles = setting.surface().valley().orElseThrow(() -> new IllegalArgumentException("'"
                + setting.name() + "' has a flat set but its surface is not a valley, so flatness is undefined; "
                + "remove the flat set")).flatness();
        double level = Math.pow(setting.flatSet().orElseThrow().flatness(), profiles.size());
        return new FlatSetWatch(
                profiles.stream().map(p -> p.bind(Block.CAPACITY)).toArray(ProfileKernel[]::new), level);
    }

    /**
     * Enters first arrivals.
     *
     * @param census modified
     * @return the number of new arrivals, or -1 where nobody is left to wait for
     */
    int look(Block block, long step, Census census) {
        int pending = gather(block, census);
        if (pending == 0) {
            return -1;
        }
        evaluate(pending);
        int arrivals = 0;
        for (int j = 0; j < pending; j++) {
            if (product[j] >= level && Walls.finite(block, slots[j])) {
                census.arrive(block.particle(slots[j]), step);
                arrivals++;
            }
        }
        return arrivals;
    }

    private int gather(Block block, Census census) {
        double[] along = block.theta()[0];
        int pending = 0;
        for (int slot = 0; slot < block.count(); slot++) {
            if (!census.arrived(block.particle(slot))) {
                slots[pending] = slot;
                x[pending++] = along[slot];
            }
        }
        return pending;
    }

    private void evaluate(int pending) {
        flatness[0].evaluate(x, pending, product, slope);
        for (int i = 1; i < flatness.length; i++) {
            flatness[i].evaluate(x, pending, value, slope);
            for (int j = 0; j < pending; j++) {
                product[j] *= value[j];
            }
        }
    }
}
