package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.fokkerplanck.law.NumericsException;

/** Pieces along a valley over which the law of a hierarchy varies so little that a few nodes integrate it. */
final class LawPieces {
    /** Collocation points in a piece: 8 nodes integrate the finest wave that the points hold to 1e-13. */
    private static final int STRIDE = 2;
    /** ln E varies by no more than this over a piece, ln P by some four times as much: 8 nodes do e^z, |z| &lt; 2. */
    private static final double SMOOTH = 0.75;
    /** Where E is below e^-25 of its largest value the marginal is below e^-80, and pieces are not refined. */
    private static final double NEGLIGIBLE = -25.0;
    /**
     * Of two steps between points. A law of which they hold e^20000 is further from resolved than there are points to
     * be had, and pieces of a law a thousand times as steep fill the memory.
     */
    private static final int MOST_PIECES = 30_000;

    private LawPieces() {}

    /** Edges of pieces, in the coordinate of the stretch; {@code part} is what ln E is of a quarter of ln P. */
    static double[] edges(ValleyRange range, Collocation grid, double[] logE, double part) {
        List<Double> breaks = new ArrayList<>();
        double[] points = grid.points();
        double end = range.end();
        for (int i = 0; i < points.length && points[i] < end; i += STRIDE) {
            int last = Math.min(i + STRIDE, points.length - 1);
            double from = range.axis().stretch().inverse(points[i]);
            double to = range.axis().stretch().inverse(i + STRIDE < points.length ? points[last]
                    : grid.ring() ? end : points[last]);
            if (!(to > from)) {
                break;
            }
            double variation = 0.0;
            double highest = logE[i];
            for (int k = i; k < last; k++) {
                variation += Math.abs(logE[k + 1] - logE[k]);
                highest = Math.max(highest, logE[k + 1]);
            }
            int pieces = highest > part * NEGLIGIBLE ? 1 + (int) (variation / (part * SMOOTH)) : 1;
            if (pieces > MOST_PIECES) {
                throw new NumericsException(String.format(Locale.ROOT, "the density changes by e^%.3g between two of %d"
                        + " points at x = %.5g; narrow the domain around the minimum, or raise the temperature",
                        variation / part, points.length, points[i]));
            }
            for (int k = 0; k < pieces; k++) {
                breaks.add(from + (to - from) * k / pieces);
            }
        }
        breaks.add(range.axis().stretch().inverse(end));
        return breaks.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
