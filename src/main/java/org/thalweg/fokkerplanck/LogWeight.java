package org.thalweg.fokkerplanck;

import java.util.Arrays;

/**
 * The weight E = exp( int (drift / D_xx - mean) dx ) along a {@link Line}, between walls D_xx times its density, known
 * at any point by quadrature from the nearest collocation point below.
 */
final class LogWeight {
    /** Exact for polynomials of degree 15 between neighbouring collocation points. */
    private static final GaussLegendre RULE = GaussLegendre.of(8);

    private final Line line;
    private final double[] x;
    private final double[] log;
    private final double mean;

    private LogWeight(Line line, double[] x, double[] log, double mean) {
        this.line = line;
        this.x = x;
        this.log = log;
        this.mean = mean;
    }

    /** The weight, 1 at its maximum over the points. */
    static LogWeight of(Line line, Collocation grid) {
        double[] x = grid.points();
        double[] log = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            log[i] = log[i - 1] + integral(line, x[i - 1], x[i]);
        }
        double mean = 0.0;
        if (grid.ring()) {
            double around = log[x.length - 1] + integral(line, x[x.length - 1], grid.axis().to());
            mean = around / (grid.axis().to() - grid.axis().from());
            for (int i = 0; i < x.length; i++) {
                log[i] -= mean * (x[i] - x[0]);
            }
        }
        double highest = Arrays.stream(log).max().orElseThrow();
        Arrays.setAll(log, i -> log[i] - highest);
        return new LogWeight(line, x, log, mean);
    }

    private static double integral(Line line, double from, double to) {
        double sum = 0.0;
        for (int k = 0; k < RULE.size(); k++) {
            double at = from + (to - from) * RULE.nodes()[k];
            sum += RULE.weights()[k] * line.drift(at) / line.diffusion(at);
        }
        return sum * (to - from);
    }

    /** (ln E)' at {@code at}. */
    double slope(double at) {
        return line.drift(at) / line.diffusion(at) - mean;
    }

    /** ln E at {@code at}, not below the first point. */
    double at(double at) {
        int found = Arrays.binarySearch(x, at);
        if (found >= 0) {
            return log[found];
        }
        int below = Math.max(0, -found - 2);
        return log[below] + integral(line, x[below], at) - mean * (at - x[below]);
    }

    /** ln E at the points; not to be modified. */
    double[] atPoints() {
        return log;
    }

    /** The mean of drift / D_xx around a ring; 0 between walls. */
    double mean() {
        return mean;
    }
}
