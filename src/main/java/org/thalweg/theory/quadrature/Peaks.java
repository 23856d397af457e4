package org.thalweg.theory.quadrature;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/**
 * Where a density has its mass: panels that become geometrically shorter towards each of its peaks, however narrow
 * these
 * are. In a cold valley all is in a thousandth of the range, and a rule that never looks there finds nothing.
 *
 * @param edges of panels, increasing, from one end of the range to the other
 * @param highest the largest logarithm of the density
 */
public record Peaks(double[] edges, double highest) {
    /** Points at which a bounded range is looked at. */
    private static final int SCAN = 1024;

    /** Points of the scan between two edges. */
    private static final int STRIDE = 64;

    /** Peaks lower than the highest by more, in logarithms, weigh nothing: exp(-40) = 4e-18. */
    private static final double LOW = 40.0;

    /** What a logarithm may fall between two neighbouring edges at a peak. */
    private static final double SMOOTH = 1.0;

    /** The golden section, and how often: to a part in 1e9. */
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);
    private static final int SECTIONS = 44;

    /** Halvings towards a peak. */
    private static final int HALVINGS = 40;

    /** Looks at a density over a range; an infinite range is cut as by {@link FloorGrid}. */
    public static Peaks of(DoubleUnaryOperator logDensity, Interval range) {
        double[] points = range.bounded()
                ? FloorGrid.points(new Interval(range.from(), range.to(), Boundary.REFLECTING), SCAN)
                : FloorGrid.points(range);
        double[] logs = new double[points.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            logs[i] = logDensity.applyAsDouble(points[i]);
            highest = logs[i] > highest ? logs[i] : highest;
        }
        TreeSet<Double> edges = new TreeSet<>();
        for (int i = 0; i < points.length; i += STRIDE) {
            edges.add(points[i]);
        }
        edges.add(points[points.length - 1]);
        double tallest = highest;
        for (int i = 0; i < points.length; i++) {
            int before = Math.max(i - 1, 0);
            int behind = Math.min(i + 1, points.length - 1);
            if (logs[i] >= highest - LOW && logs[i] >= logs[before] && logs[i] >= logs[behind]
                    && !(logs[i] == logs[before] && logs[i] == logs[behind])) {
                double peak = summit(logDensity, points[before], points[i], points[behind]);
                tallest = Math.max(tallest, logDensity.applyAsDouble(peak));
                refine(logDensity, peak, points[0], points[points.length - 1], edges);
            }
        }
        return new Peaks(edges.stream().mapToDouble(Double::doubleValue).toArray(), tallest);
    }

    /** The highest point between two, by golden sections; the middle one where that is higher. */
    private static double summit(DoubleUnaryOperator logDensity, double from, double middle, double to) {
        double a = from;
        double b = to;
        for (int k = 0; k < SECTIONS; k++) {
            double left = b - GOLDEN * (b - a);
            double right = a + GOLDEN * (b - a);
            if (logDensity.applyAsDouble(left) > logDensity.applyAsDouble(right)) {
                b = right;
            } else {
                a = left;
            }
        }
        double found = 0.5 * (a + b);
        return logDensity.applyAsDouble(found) > logDensity.applyAsDouble(middle) ? found : middle;
    }

    private static void refine(
            DoubleUnaryOperator logDensity, double peak, double from, double to, TreeSet<Double> edges) {
        edges.add(peak);
        double top = logDensity.applyAsDouble(peak);
        for (double direction : new double[] {-1.0, 1.0}) {
            double distance = 0.25 * (to - from);
            for (int k = 0; k < HALVINGS; k++) {
                double x = peak + direction * distance;
                if (x > from && x < to) {
                    // Not a number where the law says nothing: no reason to look closer.
                    if (!(top - logDensity.applyAsDouble(x) > SMOOTH)) {
                        break;
                    }
                    edges.add(x);
                }
                distance *= 0.5;
            }
        }
    }
}
