package org.thalweg.trajectory;

import org.thalweg.measure.Witness;
import org.thalweg.random.Purpose;
import org.thalweg.trajectory.block.Stepper;

/** A rule by which particles move: literal SGD, or a discretised SDE. Immutable and shared between threads. */
public interface Dynamics {
    /** Who speaks when an ensemble of these trajectories is measured. */
    Witness witness();

    /** The learning time of one step. */
    double timeStep();

    /** What its random numbers are for; two dynamics of different purposes share none. */
    Purpose purpose();

    /**
     * True where the positions at steps are those of a continuous process, whose first passages lie between steps;
     * false where there is nothing between them.
     */
    default boolean continuous() {
        return false;
    }

    /** Numbers a particle carries beside its coordinates, such as velocities; they begin at zero. */
    default int memory() {
        return 0;
    }

    /** A worker for blocks of up to {@code capacity} particles; use one per thread. */
    Stepper bind(int capacity);
}
