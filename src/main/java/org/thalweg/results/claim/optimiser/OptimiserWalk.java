package org.thalweg.results.claim.optimiser;

import org.thalweg.model.Setting;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

/**
 * A block of particles moved by the literal steps of an optimiser, with what each remembers; walls are not looked at.
 * Bound to one thread.
 */
public final class OptimiserWalk {
    private final Block block;
    private final Stepper stepper;
    private final RandomStream random;

    /** Particles at the start of a setting. */
    public OptimiserWalk(Setting setting, int particles, Seed seed) {
        SgdDynamics dynamics = SgdDynamics.of(setting);
        this.block = new Block(setting.surface().dimension(), dynamics.memory());
        this.stepper = dynamics.bind(Block.CAPACITY);
        this.random = seed.stream(Purpose.GRADIENT_NOISE, 0);
        block.fill(setting.start(), particles);
    }

    /** One step of all. */
    public void step() {
        stepper.step(block, random);
        block.advance();
    }

    /** Coordinates, [i][particle]; not to be modified. */
    public double[][] theta() {
        return block.theta();
    }

    /** What is remembered, [row][particle]; not to be modified. */
    public double[][] memory() {
        return block.memory();
    }

    /** The largest size of any number of the first particle, remembered or not; infinite after an overflow. */
    public double largest() {
        double largest = 0.0;
        for (double[][] rows : new double[][][] {block.theta(), block.memory()}) {
            for (double[] row : rows) {
                double size = Math.abs(row[0]);
                largest = size <= Double.MAX_VALUE ? Math.max(largest, size) : Double.POSITIVE_INFINITY;
            }
        }
        return largest;
    }
}
