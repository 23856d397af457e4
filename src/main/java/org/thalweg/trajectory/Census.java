package org.thalweg.trajectory;

import java.util.Arrays;

/** What became of each particle of a block: when it first arrived at the flat set, and whether and when it was lost. */
final class Census {
    private static final long NEVER = Long.MAX_VALUE;

    /** How a particle may end. */
    enum Loss { DIVERGED, ABSORBED }

    private final long[] arrivedAt;
    private final long[] lostAt;
    private final Loss[] loss;

    Census(int particles) {
        this.arrivedAt = new long[particles];
        this.lostAt = new long[particles];
        this.loss = new Loss[particles];
        Arrays.fill(arrivedAt, NEVER);
        Arrays.fill(lostAt, NEVER);
    }

    int particles() {
        return loss.length;
    }

    void arrive(int particle, long step) {
        arrivedAt[particle] = step;
    }

    void lose(int particle, Loss how, long step) {
        loss[particle] = how;
        lostAt[particle] = step;
    }

    boolean arrived(int particle) {
        return arrivedAt[particle] != NEVER;
    }

    long arrivedAt(int particle) {
        return arrivedAt[particle];
    }

    /** True where the particle was lost in the given way not later than a step. */
    boolean lostBy(int particle, Loss how, long step) {
        return loss[particle] == how && lostAt[particle] <= step;
    }

    /** True where the particle was still there at a step. */
    boolean present(int particle, long step) {
        return lostAt[particle] > step;
    }
}
