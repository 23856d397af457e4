package org.thalweg.model.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Curve;
import org.thalweg.symbolic.Expression;

/**
 * A {@link Profile} through measured points: the monotone piecewise cubic of Fritsch and Butland (SIAM J. Sci. Stat.
 * Comput. 5, 300, 1984), with the ends of Fritsch and Carlson, as a {@link Curve} with all its derivatives.
 *
 * <p>It meets every point, rises and falls only where they do, and so stays between neighbouring points: positive
 * points make a positive function. Value and slope are continuous, and the slope is the derivative of the value; the
 * second derivative jumps at the points, which are the {@link Profile#kinks}. Outside the points it is NaN, never
 * extrapolated; one period of a ring goes round.
 */
public final class SplineProfile extends ByValue implements Curve {
    /** Ends of a domain may be the result of a formula: so much of the length beyond the points is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] x;
    /** Of each piece the coefficients of the powers of the distance from its left point. */
    private final double[][] piece;
    private final boolean ring;
    private final double slack;
    /** Pieces in a unit of x, were they equally long. */
    private final double density;

    private SplineProfile(double[] x, double[] y, boolean ring) {
        double[] slope = slopes(x, y, ring);
        this.x = x;
        this.piece = new double[x.length - 1][];
        for (int i = 0; i < piece.length; i++) {
            double h = x[i + 1] - x[i];
            double secant = (y[i + 1] - y[i]) / h;
            piece[i] = new double[] {y[i], slope[i], (3.0 * secant - 2.0 * slope[i] - slope[i + 1]) / h,
                (slope[i] + slope[i + 1] - 2.0 * secant) / (h * h)};
        }
        this.ring = ring;
        this.slack = ROUNDING * (x[x.length - 1] - x[0]);
        this.density = piece.length / (x[x.length - 1] - x[0]);
    }

    /**
     * The curve through points.
     *
     * @param x strictly increasing, at least 2; not modified
     * @param y finite, as many; not modified
     * @param name what the points are called in print
     * @throws Refusal where that is not so
     */
    public static Profile through(double[] x, double[] y, String name) {
        return of(x, y, false, name);
    }

    /**
     * The curve through points that are one period of a ring, the first and the last being the same: one slope there.
     */
    public static Profile ring(double[] x, double[] y, String name) {
        return of(x, y, true, name);
    }

    private static Profile of(double[] x, double[] y, boolean ring, String name) {
        if (x.length < 2 || x.length != y.length) {
            throw new Refusal(name + " has " + x.length + " places and " + y.length
                    + " values; give at least 2 of each, and as many");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || i > 0 && !(x[i] > x[i - 1])) {
                throw new Refusal(name + ": point " + i + " is (" + x[i] + ", " + y[i]
                        + "); points must be finite and x increase");
            }
        }
        SplineProfile curve = new SplineProfile(x.clone(), y, ring);
        List<Double> inner = Arrays.stream(x, 1, x.length - 1).boxed().collect(Collectors.toUnmodifiableList());
        Interval known = new Interval(x[0] - curve.slack, x[x.length - 1] + curve.slack, Boundary.OPEN);
        // The name, and what tells these points from others.
        String full = String.format("%s (%d points, %08x)", name, x.length,
                31 * Arrays.hashCode(x) + Arrays.hashCode(y));
        return new Profile(full, new Expression.Reading(curve, 0, new Expression.Variable(0)),
                new Profile.Traits(inner, List.of(), known));
    }

    private static double[] slopes(double[] x, double[] y, boolean ring) {
        int last = x.length - 1;
        double[] secant = new double[last];
        for (int i = 0; i < last; i++) {
            secant[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }
        double[] slope = new double[x.length];
        for (int i = 1; i < last; i++) {
            slope[i] = inner(x[i] - x[i - 1], x[i + 1] - x[i], secant[i - 1], secant[i]);
        }
        if (last == 1) {
            Arrays.fill(slope, secant[0]);
        } else if (ring) {
            slope[0] = inner(x[last] - x[last - 1], x[1] - x[0], secant[last - 1], secant[0]);
            slope[last] = slope[0];
        } else {
            slope[0] = end(x[1] - x[0], x[2] - x[1], secant[0], secant[1]);
            slope[last] = end(x[last] - x[last - 1], x[last - 1] - x[last - 2], secant[last - 1], secant[last - 2]);
        }
        return slope;
    }

    /** The weighted harmonic mean of two secants, 0 at an extremum. */
    private static double inner(double left, double right, double before, double after) {
        if (!(before * after > 0.0)) {
            return 0.0;
        }
        double w1 = 2.0 * right + left;
        double w2 = right + 2.0 * left;
        return (w1 + w2) / (w1 / before + w2 / after);
    }

    /** The slope of the parabola through three points at the first, cut so that the curve stays monotone. */
    private static double end(double near, double far, double secant, double next) {
        double parabola = ((2.0 * near + far) * secant - near * next) / (near + far);
        if (parabola * secant <= 0.0) {
            return 0.0;
        }
        boolean bends = secant * next <= 0.0;
        return bends && Math.abs(parabola) > 3.0 * Math.abs(secant) ? 3.0 * secant : parabola;
    }

    /** The piece that holds {@code at}, the one to the right of a point between two; -1 outside. */
    private int index(double at) {
        if (!(at >= x[0] - slack && at <= x[x.length - 1] + slack)) {
            return -1;
        }
        int guess = Math.max(0, Math.min((int) ((at - x[0]) * density), piece.length - 1));
        if (at >= x[guess] && at < x[guess + 1]) {
            return guess;
        }
        int found = Arrays.binarySearch(x, at);
        return Math.max(0, Math.min(found >= 0 ? found : -found - 2, piece.length - 1));
    }

    /** Around a ring back between its ends; what is there already keeps its bits. */
    private double between(double at) {
        double length = x[x.length - 1] - x[0];
        boolean outside = at < x[0] || at > x[x.length - 1];
        return ring && outside ? at - length * Math.floor((at - x[0]) / length) : at;
    }

    @Override
    public double at(int order, double place) {
        double at = between(place);
        int i = index(at);
        if (i < 0) {
            return Double.NaN;
        }
        double s = at - x[i];
        double[] c = piece[i];
        return switch (order) {
            case 0 -> c[0] + s * (c[1] + s * (c[2] + s * c[3]));
            case 1 -> c[1] + s * (2.0 * c[2] + 3.0 * s * c[3]);
            case 2 -> 2.0 * c[2] + 6.0 * s * c[3];
            case 3 -> 6.0 * c[3];
            default -> 0.0;
        };
    }

    @Override
    protected Object[] parts() {
        return new Object[] {x, piece, ring};
    }
}
