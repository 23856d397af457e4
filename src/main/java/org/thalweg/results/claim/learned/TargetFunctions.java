package org.thalweg.results.claim.learned;

import java.util.function.DoubleBinaryOperator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.thalweg.network.Samples;

/**
 * Functions of two inputs to be learned, over the places of samples: waves along the diagonal, and Booth's function, a
 * polynomial of degree two. Each has mean 0 and variance 1 over the samples, so that losses are comparable.
 */
final class TargetFunctions {
    /** Half the side of the square on which Booth's function is usual. */
    private static final double BOOTH = 10.0;

    private TargetFunctions() {}

    /**
     * Values of sin(pi frequency u), u from -1 to 1 from one corner of the inputs to the other.
     *
     * @param frequency periods along the diagonal
     */
    static double[] wave(Samples places, double frequency) {
        return of(places, (x, y) -> Math.sin(Math.PI * frequency * 0.5 * (x + y)));
    }

    /** Values of (x + 2y - 7)^2 + (2x + y - 5)^2, inputs taken to -10 to 10. */
    static double[] booth(Samples places) {
        return of(places, (x, y) -> {
            double first = BOOTH * x + 2.0 * BOOTH * y - 7.0;
            double second = 2.0 * BOOTH * x + BOOTH * y - 5.0;
            return first * first + second * second;
        });
    }

    private static double[] of(Samples places, DoubleBinaryOperator function) {
        double[] target = new double[places.count()];
        StreamingStatistics all = new StreamingStatistics();
        double[] from = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] to = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int n = 0; n < target.length; n++) {
            for (int j = 0; j < 2; j++) {
                from[j] = Math.min(from[j], places.input(n, j));
                to[j] = Math.max(to[j], places.input(n, j));
            }
        }
        for (int n = 0; n < target.length; n++) {
            double x = 2.0 * (places.input(n, 0) - from[0]) / (to[0] - from[0]) - 1.0;
            double y = 2.0 * (places.input(n, 1) - from[1]) / (to[1] - from[1]) - 1.0;
            target[n] = function.applyAsDouble(x, y);
            all.addValue(target[n]);
        }
        for (int n = 0; n < target.length; n++) {
            target[n] = (target[n] - all.getMean()) / Math.sqrt(all.getPopulationVariance());
        }
        return target;
    }
}
