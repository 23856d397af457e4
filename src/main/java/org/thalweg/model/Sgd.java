package org.thalweg.model;

/**
 * Stochastic gradient descent, theta_{k+1} = theta_k - eta g_k. The only place where iterations and learning time are
 * related: t = eta k.
 *
 * @param learningRate eta &gt; 0
 */
public record Sgd(double learningRate) {
    /** Refuses learning rates that are not positive and finite. */
    public Sgd {
        if (!(learningRate > 0.0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning rate " + learningRate + ": must be positive and finite");
        }
    }

    /** The learning time after a number of iterations, t = eta k. */
    public double time(double iterations) {
        return learningRate * iterations;
    }

    /** The number of iterations, rounded to the nearest, that a learning time takes. */
    public long iterations(double time) {
        return Math.round(time / learningRate);
    }
}
