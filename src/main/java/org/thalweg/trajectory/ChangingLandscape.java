package org.thalweg.trajectory;

import java.util.function.DoubleFunction;
import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

/**
 * Steps in a landscape that changes with time: each takes it as it is when the step begins. For literal SGD that is the
 * recursion itself, for Euler-Maruyama the scheme with explicit time. Bound to one thread.
 */
final class ChangingLandscape implements Stepper {
    private final double timeStep;
    private final DoubleFunction<Stepper> landscape;

    /**
     * Steps.
     *
     * @param timeStep learning time of one
     * @param landscape the stepper of each time
     */
    ChangingLandscape(double timeStep, DoubleFunction<Stepper> landscape) {
        this.timeStep = timeStep;
        this.landscape = landscape;
    }

    @Override
    public void step(Block block, RandomStream random) {
        landscape.apply(block.step() * timeStep).step(block, random);
    }
}
