package org.thalweg.theory.floor;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.quadrature.FloorGrid;

/** The part of a valley where its density lives, and the extremes of functions over it. */
public final class Support {
    /** Points whose leading-order density is below this share of its maximum do not decide a hypothesis. */
    private static final double NEGLIGIBLE = 1e-4;

    private final double[] points;

    private Support(double[] points) {
        this.points = points;
    }

    /** Where the stationary density of the valley floor is not negligible. */
    public static Support of(FloorDiffusion floor) {
        FloorEquation equation = new FloorEquation(floor, 0.0, 1.0);
        double[] all = FloorGrid.points(floor.domain());
        double[] log = new double[all.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < all.length; i++) {
            log[i] = equation.logWeight(all[i]);
            if (log[i] == Double.POSITIVE_INFINITY) {
                // A flatness beyond numbers says nothing of the density.
                log[i] = Double.NaN;
            }
            greatest = log[i] > greatest ? log[i] : greatest;
        }
        double least = greatest + Math.log(NEGLIGIBLE);
        return new Support(IntStream.range(0, all.length)
                .filter(i -> log[i] >= least).mapToDouble(i -> all[i]).toArray());
    }

    /** The points of a domain between two points. */
    public static Support between(FloorDiffusion floor, double left, double right) {
        double[] points = new double[513];
        for (int i = 0; i < points.length; i++) {
            points[i] = floor.domain().fold(left + (right - left) * i / (points.length - 1));
        }
        return new Support(points);
    }

    /** The whole domain; the middle of it where it is unbounded. */
    public static Support everywhere(FloorDiffusion floor) {
        Interval middle = FloorGrid.middle(floor.domain());
        return between(floor, middle.from(), middle.to());
    }

    /** The values of {@code f} at the points. */
    public double[] values(DoubleUnaryOperator f) {
        return DoubleStream.of(points).map(f).toArray();
    }

    /** The largest value of {@code f}; NaN where it is NaN anywhere, or where there is no point. */
    public double max(DoubleUnaryOperator f) {
        double max = points.length == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
        for (double x : points) {
            max = Math.max(max, f.applyAsDouble(x));
        }
        return max;
    }

    /** The smallest value of {@code f}; NaN where it is NaN anywhere. */
    public double min(DoubleUnaryOperator f) {
        return -max(x -> -f.applyAsDouble(x));
    }
}
