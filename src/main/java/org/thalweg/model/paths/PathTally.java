package org.thalweg.model.paths;

/** Follows the particles of a block for one {@link PathQuantity}. Bound to one thread. */
public interface PathTally {
    /** Forgets everything and expects particles 0, 1, ..., {@code particles} - 1. */
    void reset(int particles);

    /**
     * The state after a step that counts; called for every such step, in order.
     *
     * @param time learning time
     * @param theta the coordinates, shape [dimension][count or more]; not modified
     * @param particle the particle in each slot, increasing; not modified
     * @param count slots in use: particles that were lost are not among them
     */
    void add(double time, double[][] theta, int[] particle, int count);

    /** The quantity of one particle; NaN where it has none, and is to be left out of the mean. */
    double value(int particle);
}
