package org.thalweg.model.optimiser;

/** Finds the direction of a step. Owns its scratch memory; bound to one thread. */
@FunctionalInterface
public interface OptimiserKernel {
    /**
     * The direction d of theta &lt;- theta - eta d.
     *
     * @param learner who asks for gradients
     * @param theta not modified
     * @param memory modified: {@link Optimiser#memory} rows of the points
     * @param direction modified: shape as {@code theta}
     */
    void direction(Iteration iteration, int learner, double[][] theta, double[][] memory, double[][] direction);
}
