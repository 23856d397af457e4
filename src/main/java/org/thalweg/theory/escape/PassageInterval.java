package org.thalweg.theory.escape;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * The stretch of a valley, around a start, from which the flat set is first entered. On a ring its ends may lie outside
 * the period.
 *
 * @param unit of the domain
 * @param left left end
 * @param leftIsTarget whether the left end is the edge of the flat set, and not a wall or the end of an open line
 * @param right right end
 * @param rightIsTarget the same for the right end
 */
record PassageInterval(double unit, double left, boolean leftIsTarget, double right, boolean rightIsTarget) {
    /** Uniform panels on either side of the start: first-passage times to about 1e-10 on the reference problems. */
    static final int PANELS = 256;

    /** Steps of the search for an edge; a flat set narrower than one may be missed. */
    private static final int SEARCH = 4096;

    /** Accuracy of an edge relative to the domain. */
    private static final double EDGE_ACCURACY = 1e-13;

    /** The interval around {@code start}; of no length where the start lies in the flat set. */
    static PassageInterval around(double start, FloorDiffusion floor, FlatSet flatSet) {
        DoubleUnaryOperator excess =
                x -> floor.shape().flatnessAt(floor.domain().fold(x)) - flatSet.flatness();
        Interval domain = floor.domain();
        double accuracy = EDGE_ACCURACY * FloorGrid.middle(domain).length();
        double[] rightwards = way(start, domain, 1.0);
        double[] leftwards = way(start, domain, -1.0);
        double right = edge(excess, rightwards, accuracy);
        double left = edge(excess, leftwards, accuracy);
        return new PassageInterval(domain.frame().unit(),
                Double.isNaN(left) ? leftwards[leftwards.length - 1] : left, !Double.isNaN(left),
                Double.isNaN(right) ? rightwards[rightwards.length - 1] : right, !Double.isNaN(right));
    }

    /** Points from the start to the end of the domain, or once round the ring. */
    private static double[] way(double start, Interval domain, double direction) {
        if (domain.boundary() == Boundary.OPEN) {
            double[] beyond = Arrays.stream(FloorGrid.points(domain))
                    .filter(x -> direction * (x - start) > 0.0).toArray();
            double[] way = new double[beyond.length + 1];
            way[0] = start;
            for (int i = 0; i < beyond.length; i++) {
                way[i + 1] = direction > 0.0 ? beyond[i] : beyond[beyond.length - 1 - i];
            }
            return way;
        }
        double end = direction > 0.0 ? domain.to() : domain.from();
        boolean ring = domain.boundary() == Boundary.PERIODIC;
        return uniform(start, ring ? start + direction * domain.length() : end, SEARCH);
    }

    private static double edge(DoubleUnaryOperator excess, double[] way, double accuracy) {
        if (excess.applyAsDouble(way[0]) >= 0.0) {
            return way[0];
        }
        for (int i = 1; i < way.length; i++) {
            if (excess.applyAsDouble(way[i]) >= 0.0) {
                return new BrentSolver(EDGE_ACCURACY, accuracy, Double.MIN_NORMAL).solve(
                        200, excess::applyAsDouble, Math.min(way[i - 1], way[i]), Math.max(way[i - 1], way[i]));
            }
        }
        return Double.NaN;
    }

    /** True between the ends. */
    boolean contains(double x) {
        return x >= left && x <= right;
    }

    /** The same interval with the targets moved outwards, into the flat set; inwards by a negative shift. */
    PassageInterval widened(double leftShift, double rightShift) {
        return new PassageInterval(unit, leftIsTarget ? left - leftShift : left, leftIsTarget,
                rightIsTarget ? right + rightShift : right, rightIsTarget);
    }

    /** Edges of {@code panels} panels from the left end to {@code start}, four times as many of an open line. */
    double[] panelsFromLeft(double start, int panels) {
        return panels(left, start, panels, unit);
    }

    /** The same from the right end. */
    double[] panelsFromRight(double start, int panels) {
        return panels(right, start, panels, unit);
    }

    /** Uniform; geometric where the end is that of an open line, far out. */
    private static double[] panels(double end, double start, int panels, double unit) {
        // An open line ends 1e8 times farther out than its middle is wide (FloorGrid).
        if (Math.abs(end - start) < 1e6 * unit) {
            return uniform(end, start, panels);
        }
        int count = 4 * panels;
        double[] edges = new double[count + 1];
        double reach = Math.log(Math.abs(end - start) / unit);
        for (int i = 0; i <= count; i++) {
            edges[i] = start + Math.signum(end - start) * unit * StrictMath.sinh(reach * (count - i) / count);
        }
        return edges;
    }

    private static double[] uniform(double from, double to, int panels) {
        double[] points = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            points[i] = i == panels ? to : from + (to - from) * i / panels;
        }
        return points;
    }
}
