package org.thalweg.model.optimiser;

import org.thalweg.random.RandomStream;
import org.thalweg.refusal.Refusal;

/**
 * One iteration as an optimiser sees it: gradients of mini-batches at places it chooses. A learner draws one batch in
 * an iteration, when it asks first; where it asks again, it is the same batch at another place. Learners ask one after
 * the other. Bound to one thread.
 */
public interface Iteration {
    /** Its number, from 0. */
    long step();

    /** The learning rate eta_k of this iteration. */
    double rate();

    /** Columns in use. */
    int count();

    /** For random choices beside those of the batches. */
    RandomStream random();

    /**
     * The gradient of a learner's batch, with the weight decay.
     *
     * @param theta not modified
     * @param gradient modified: shape as {@code theta}; must not be {@code theta}
     */
    void gradient(int learner, double[][] theta, double[][] gradient);

    /**
     * The gradient of the upper bound of the largest eigenvalue of the Hessian over the batch that the learner has
     * drawn (Wolkowicz and Styan); only of networks that {@link RangeGradient} serves.
     *
     * @param bound modified: shape as {@code theta}
     */
    default void boundGradient(int learner, double[][] theta, double[][] bound) {
        throw new Refusal("hsr bounds the Hessian of a network with one hidden layer, and this surface is none; use"
                + " another optimiser, or loss: {kind: network, ...}");
    }
}
