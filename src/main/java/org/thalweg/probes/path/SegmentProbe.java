package org.thalweg.probes.path;

import org.thalweg.network.Evaluation;
import org.thalweg.probes.face.Between;
import org.thalweg.probes.face.PairProbe;
import org.thalweg.probes.face.Portrait;
import org.thalweg.probes.face.Readings;

/**
 * The loss on the line through two points, from two lengths of the segment before the earlier one to three behind it
 * (the published scan, with 40 points a length), and the barrier between them: how far the loss on the segment rises
 * above the straight line between its ends.
 */
public final class SegmentProbe extends PairProbe {
    private static final int PER_LENGTH = 40;
    private static final int FIRST = -2 * PER_LENGTH;
    private static final int LAST = 3 * PER_LENGTH;

    public SegmentProbe() {
        super("segment", "distance", "barrier", "segment_place", "segment_train_loss", "segment_test_loss");
    }

    @Override
    public void measure(Portrait earlier, Portrait later, Between between, Readings readings) {
        double[] a = earlier.theta();
        double[] b = later.theta();
        double squares = 0.0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        double[] loss = new double[LAST - FIRST + 1];
        for (int k = 0; k < loss.length; k++) {
            loss[k] = between.train(a, b, place(k)).loss();
        }
        double from = loss[-FIRST];
        double to = loss[PER_LENGTH - FIRST];
        double barrier = 0.0;
        for (int k = 0; k <= PER_LENGTH; k++) {
            double straight = from + (to - from) * k / PER_LENGTH;
            barrier = Math.max(barrier, loss[k - FIRST] - straight);
        }
        readings.add("distance", Math.sqrt(squares));
        readings.add("barrier", barrier);
        for (int k = 0; k < loss.length; k++) {
            readings.add("segment_place", k + 1, place(k), 0.0);
        }
        for (int k = 0; k < loss.length; k++) {
            readings.add("segment_train_loss", k + 1, loss[k], 0.0);
        }
        for (int k = 0; k < loss.length && between.plan().task().test().isPresent(); k++) {
            Evaluation tested = between.test(a, b, place(k));
            readings.add("segment_test_loss", k + 1, tested.loss(), 0.0);
        }
    }

    private static double place(int k) {
        return (double) (k + FIRST) / PER_LENGTH;
    }
}
