package org.thalweg.trajectory.watch;

import java.util.Arrays;

/** What became of each particle of a block: when it first arrived at the flat set, and whether and when it was lost. */
public final class Census {
    private static final long NEVER = Long.MAX_VALUE;
    private static final double NOT_YET = Double.POSITIVE_INFINITY;

    /** How a particle may end. */
    public enum Loss { DIVERGED, ABSORBED }

    /** In steps, which a continuous process may share. */
    private final double[] arrivedAt;
    private final long[] lostAt;
    private final Loss[] loss;

    public Census(int particles) {
        this.arrivedAt = new double[particles];
        this.lostAt = new long[particles];
        this.loss = new Loss[particles];
        Arrays.fill(arrivedAt, NOT_YET);
        Arrays.fill(lostAt, NEVER);
    }

    public int particles() {
        return loss.length;
    }

    void arrive(int particle, double steps) {
        arrivedAt[particle] = steps;
    }

    public void lose(int particle, Loss how, long step) {
        loss[particle] = how;
        lostAt[particle] = step;
    }

    public boolean arrived(int particle) {
        return arrivedAt[particle] != NOT_YET;
    }

    /** True where the particle was lost in the given way not later than a step. */
    boolean lostBy(int particle, Loss how, long step) {
        return loss[particle] == how && lostAt[particle] <= step;
    }

    /**
     * The numbers of all fates.
     *
     * @param followed false where the particles were dismissed when they had arrived
     * @param lastStep of the averaging
     * @param passageLimit the last step at which passages are watched
     */
    public BlockResult.Losses losses(boolean followed, long lastStep, long passageLimit) {
        long[] n = new long[5];
        for (int p = 0; p < loss.length; p++) {
            n[0] += followed && present(p, lastStep) ? 1 : 0;
            n[1] += followed && lostBy(p, Loss.DIVERGED, NEVER) ? 1 : 0;
            n[2] += followed && lostBy(p, Loss.ABSORBED, NEVER) ? 1 : 0;
            n[3] += !arrived(p) && lostBy(p, Loss.DIVERGED, passageLimit) ? 1 : 0;
            n[4] += !arrived(p) && lostBy(p, Loss.ABSORBED, passageLimit) ? 1 : 0;
        }
        return new BlockResult.Losses(loss.length, followed ? loss.length : 0, n[0], n[1], n[2], n[3], n[4]);
    }

    /** The first-passage times of those that arrived, in steps, in the order of the particles. */
    public double[] arrivals() {
        return Arrays.stream(arrivedAt).filter(steps -> steps != NOT_YET).toArray();
    }

    /** True where the particle was still there at a step. */
    public boolean present(int particle, long step) {
        return lostAt[particle] > step;
    }
}
