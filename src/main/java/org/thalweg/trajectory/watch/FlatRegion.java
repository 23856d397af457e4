package org.thalweg.trajectory.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

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
    /**
     * An unbounded coordinate is looked at around its start so many units on both sides; beyond, formulas are
     * evaluated.
     */
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
     * @throws Refusal where the surface is not a valley
     */
    static FlatRegion of(Setting setting) {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow(() -> new Refusal("'"
                + setting.name() + "' has a flat set but its surface is not a valley, so flatness is undefined; "
                + "remove the flat set"));
        Interval along = setting.domain().along();
        double start = setting.start()[0];
        double reach = REACH * along.frame().unit();
        FlatRegion region = new FlatRegion(shape, setting.flatSet().orElseThrow().flatness(),
                along.bounded() ? along.from() : start - reach, along.bounded() ? along.to() : start + reach);
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

    /** The flatness may reach the level between two points of the grid where it does at neither: at a maximum. */
    private void find() {
        double[] x = new double[CELLS + 1];
        Arrays.setAll(x, i -> from + (to - from) * i / CELLS);
        double[] flatness = new double[x.length];
        double[] slope = new double[x.length];
        shape.evaluate(x, flatness, slope);
        Search search = new Search();
        BrentSolver solver = new BrentSolver(ACCURACY, ACCURACY * (to - from), Double.MIN_NORMAL);
        for (int i = 0; i < x.length; i++) {
            if (i > 0 && slope[i - 1] > 0.0 && slope[i] < 0.0) {
                double maximum = solver.solve(200, shape::logSlope, x[i - 1], x[i]);
                search.visit(maximum, contains(maximum));
            }
            search.visit(x[i], flatness[i] >= level);
        }
        search.end();
    }

    /** Goes along the valley from one point to the next. */
    private final class Search {
        private double last = Double.NaN;
        private double first = Double.NaN;

        void visit(double x, boolean inside) {
            if (inside && Double.isNaN(first)) {
                first = Double.isNaN(last) ? x : edge(last, x);
            } else if (!inside && !Double.isNaN(first)) {
                intervals.add(new double[] {first, edge(x, last)});
                first = Double.NaN;
            }
            last = x;
        }

        void end() {
            if (!Double.isNaN(first)) {
                intervals.add(new double[] {first, last});
            }
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
