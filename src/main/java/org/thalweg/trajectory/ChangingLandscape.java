package org.thalweg.trajectory;

import java.util.function.DoubleFunction;
import org.thalweg.random.RandomStream;

/**
 * Steps in a landscape that changes with time: each takes it as it is when the step begins. For literal SGD that is the
 * recursion itself, for Euler-Maruyama the scheme with explicit time. Bound to one thread.
 */
final class ChangingLandscape implements Stepper {
    private final DoubleFunction<Stepper> landscape;

    /** The stepper of each time. */
    ChangingLandscape(DoubleFunction<Stepper> landscape) {
        this.landscape = landscape;
    }

    @Override
    public void step(Block block, RandomStream random) {
        throw new IllegalStateException("a landscape that changes with time is stepped without a time; give one");
    }

    @Override
    public void step(Block block, double time, RandomStream random) {
        landscape.apply(time).step(block, random);
    }
}
