package org.thalweg.api;

import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/**
 * How an ensemble is simulated.
 *
 * @param particles trajectories, at least 1
 * @param time learning time eta k at which the ensemble is looked at, and until which first passages are watched
 * @param seed of the random numbers; the same seed gives the same bits
 * @param threads that work on it, at least 1; no result depends on them
 */
public record Simulation(int particles, double time, long seed, int threads) {
    /** Checks. */
    public Simulation {
        if (particles < 1 || threads < 1 || !(time > 0.0) || Double.isInfinite(time)) {
            throw new Refusal("a simulation of " + particles + " particles for a time of " + time + " on " + threads
                    + " threads: give at least one of each, and a finite time above 0");
        }
    }

    /** By the program's own seed and all processors. */
    public Simulation(int particles, double time) {
        this(particles, time, Seed.DEFAULT.value(), Runtime.getRuntime().availableProcessors());
    }
}
