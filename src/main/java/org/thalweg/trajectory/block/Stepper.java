package org.thalweg.trajectory.block;

import org.thalweg.random.RandomStream;

/** Moves blocks of particles by one time step. Owns its scratch memory; bound to one thread. */
@FunctionalInterface
public interface Stepper {
    /**
     * One step of every particle in a block. Only moves: walls and losses are the ensemble's business.
     *
     * @param block modified: its coordinates
     * @param random the stream of this block
     */
    void step(Block block, RandomStream random);
}
