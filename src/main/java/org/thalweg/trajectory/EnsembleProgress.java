package org.thalweg.trajectory;

import org.thalweg.measure.Progress;

/** Adds up the shares of all blocks. */
final class EnsembleProgress {
    private final Progress listener;
    private final double[] share;
    private double sum;
    private double reported;

    EnsembleProgress(Progress listener, int blocks) {
        this.listener = listener;
        this.share = new double[blocks];
    }

    /** The share of a block that is done now. */
    synchronized void done(int block, double fraction) {
        sum += fraction - share[block];
        share[block] = fraction;
        reported = Math.max(reported, Math.min(1.0, sum / share.length));
        listener.done(reported);
    }
}
