package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;
import org.thalweg.model.ValleyShape;

/**
 * The flat set of a setting as intervals of x, which are faster to test than a formula.
 *
 * <p>With n sharp directions the flatness is the geometric mean of the F_i. The ends of the intervals are neighbouring
 * numbers on either side of the level, so the intervals hold exactly the points whose flatness reaches it. They are
 * looked for between the points of a fine grid and the maxima of the flatness; where two of them, with no maximum in
 * between, share a cell of the grid they are missed.
 */
final class FlatRegion {
    private static final int CELLS = 4096;
    /** An unbounded coordinate is looked at around its start so far on both sides; beyond, formulas are evaluated. */
    private static final double REACH = 64.0;
    /** Of the maxima between two points of the grid, as a share of the range: they need only fall on the right side. */
    private static final double ACCURACY = 1e-12;

    private final ValleyShape shape;
    private final double level;
    private final double from;
    private final double to;
    private final List<double[]> intervals = new ArrayList<>();

    private FlatRegion(ValleyShape shape, double level, double from, double to) {
        this.shape = shape;
        this.level = level;
        this.from = from;
        this.to = to;
    }

    /**
     * The flat set of a setting, which must have one.
     *
     * @throws IllegalArgumentException where the surface is not a valley
     */
    static FlatRegion of(Setting setting) {
        ValleyShape shape = setting.surface().valley().orElseThrow(() -> new IllegalArgumentException("'"
                + setting.name() + "' has a flat set but its surface is not a valley, so flatness is undefined; "
                + "remove the flat set"));
        Interval along = setting.domain().along();
        double start = setting.start()[0];
        FlatRegion region = new FlatRegion(shape, setting.flatSet().orElseThrow().flatness(),
                along.bounded() ? along.from() : start - REACH, along.bounded() ? along.to() : start + REACH);
        region.find();
        return region;
    }

    /** The first and the last number of each interval, in increasing order. */
    List<double[]> intervals() {
        return intervals;
    }

    /**
     * The widest interval around a point outside the flat set that does not meet it: the nearest numbers inside the
     * flat set on either side, or the end of what has been looked at.
     *
     * @param x between the ends of what has been looked at
     */
    double[] gap(double x) {
        double lower = from;
        for (double[] interval : intervals) {
            if (x < interval[0]) {
                return new double[] {lower, interval[0]};
            }
            lower = interval[1];
        }
        return new double[] {lower, to};
    }

    /** True where the intervals around a point are known. */
    boolean covers(double x) {
        return x >= from && x <= to;
    }

    /** True where the flatness reaches the level. */
    boolean contains(double x) {
        return shape.flatnessAt(x) >= level;
    }

    private void find() {
        TreeSet<Double> points = new TreeSet<>();
        for (int i = 0; i <= CELLS; i++) {
            points.add(from + (to - from) * i / CELLS);
        }
        addMaxima(points);
        double last = points.first();
        double first = contains(last) ? last : Double.NaN;
        for (double x : points.tailSet(last, false)) {
            boolean inside = contains(x);
            if (inside && Double.isNaN(first)) {
                first = edge(last, x);
            } else if (!inside && !Double.isNaN(first)) {
                intervals.add(new double[] {first, edge(x, last)});
                first = Double.NaN;
            }
            last = x;
        }
        if (!Double.isNaN(first)) {
            intervals.add(new double[] {first, last});
        }
    }

    /** The flatness may reach the level between two points of the grid where it does at neither. */
    private void addMaxima(TreeSet<Double> points) {
        DoubleUnaryOperator slope = x -> shape.flatness().stream().mapToDouble(f -> f.slope(x) / f.value(x)).sum();
        BrentSolver solver = new BrentSolver(ACCURACY * (to - from));
        double last = points.first();
        for (double x : List.copyOf(points)) {
            if (slope.applyAsDouble(last) > 0.0 && slope.applyAsDouble(x) < 0.0) {
                points.add(solver.solve(200, slope::applyAsDouble, last, x));
            }
            last = x;
        }
    }

    /** The number inside that is next to the outside, between a point outside and one inside. */
    private double edge(double outside, double inside) {
        while (true) {
            double middle = outside + 0.5 * (inside - outside);
            if (middle == outside || middle == inside) {
                return inside;
            }
            if (contains(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
    }
}
