package org.thalweg.model.paths;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.thalweg.quantity.Quantity;

/**
 * A number that a surface wants to have measured along the path of every particle: the share of time spent somewhere,
 * the mean of the iterates, how often a barrier was crossed. Ensembles report its mean over particles, whose paths are
 * independent, so that the standard error is honest however correlated the steps of one path are.
 *
 * <p>Immutable and shared between threads.
 */
public interface PathQuantity {
    /** What its mean over particles is. */
    Quantity quantity();

    /** The share of a run that is left out at its beginning: steps k &gt; leftOut * K of a run of K steps count. */
    double leftOut();

    /**
     * The function of the state whose time average the quantity is; a density has the same number then, as the mean of
     * that function. Empty where the quantity depends on the order of states.
     */
    default Optional<ToDoubleFunction<double[]>> averaged() {
        return Optional.empty();
    }

    /** A worker for blocks of up to {@code capacity} particles; use one per thread. */
    PathTally bind(int capacity);

    /** The time average of a function of the state. */
    static PathQuantity average(Quantity quantity, double leftOut, BlockFunction function) {
        return new TimeAverage(quantity, leftOut, capacity -> function);
    }

    /**
     * The same of a function with a worker.
     *
     * @param worker of the function, for blocks of up to a capacity; each is used by one thread
     */
    static PathQuantity averageBound(Quantity quantity, double leftOut, IntFunction<BlockFunction> worker) {
        return new TimeAverage(quantity, leftOut, worker);
    }

    /** A function of the state, evaluated over a block. Stateless, where it is not bound. */
    @FunctionalInterface
    interface BlockFunction {
        /**
         * The function at the first {@code count} points.
         *
         * @param theta the points, shape [dimension][count or more]; not modified
         * @param value modified: the first {@code count} entries
         */
        void evaluate(double[][] theta, int count, double[] value);
    }
}
