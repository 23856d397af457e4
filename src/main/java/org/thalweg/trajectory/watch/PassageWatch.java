package org.thalweg.trajectory.watch;

import org.thalweg.random.RandomStream;
import org.thalweg.trajectory.block.Block;

/** Notices first arrivals at the flat set. Bound to one thread, used for one block after the other. */
public interface PassageWatch {
    /**
     * Begins with a new block.
     *
     * @param random for what happens between steps, if that is asked
     */
    void reset(int particles, RandomStream random);

    /**
     * Enters first arrivals.
     *
     * @param census modified
     * @return the number of new arrivals, or -1 where nobody is left to wait for
     */
    int look(Block block, long step, Census census);
}
