package org.thalweg.fokkerplanck.truncation;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.space.Interval;

/**
 * The lowest value of a function on a stretch: that of equidistant samples, then golden sections between its
 * neighbours. A trough that is narrower than the samples are apart is found wherever the function falls towards it, as
 * every convex one does.
 */
final class LowestAlong {
    /** Samples along the stretch. */
    static final int SAMPLES = 64;
    /** To a part in 1e9 of two samples. */
    private static final int SECTIONS = 44;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

    private LowestAlong() {}

    /** A sample's place; of the last one exactly the end. */
    static double place(Interval stretch, int k) {
        return k == SAMPLES ? stretch.to() : stretch.from() + stretch.length() * k / SAMPLES;
    }

    /** The lowest value. */
    static double value(DoubleUnaryOperator function, Interval stretch) {
        int lowest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= SAMPLES; k++) {
            double value = function.applyAsDouble(place(stretch, k));
            if (value < least) {
                least = value;
                lowest = k;
            }
        }
        double from = place(stretch, Math.max(0, lowest - 1));
        double to = place(stretch, Math.min(SAMPLES, lowest + 1));
        double left = to - GOLDEN * (to - from);
        double right = from + GOLDEN * (to - from);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int i = 0; i < SECTIONS; i++) {
            least = Math.min(least, Math.min(atLeft, atRight));
            if (atLeft < atRight) {
                to = right;
                right = left;
                atRight = atLeft;
                left = to - GOLDEN * (to - from);
                atLeft = function.applyAsDouble(left);
            } else {
                from = left;
                left = right;
                atLeft = atRight;
                right = from + GOLDEN * (to - from);
                atRight = function.applyAsDouble(right);
            }
        }
        return Math.min(least, Math.min(atLeft, atRight));
    }
}
