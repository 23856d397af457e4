package org.thalweg.model.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * A {@link Profile} through measured points: the monotone piecewise cubic of Fritsch and Butland (SIAM J. Sci. Stat.
 * Comput. 5, 300, 1984), with the ends of Fritsch and Carlson.
 *
 * <p>It meets every point, rises and falls only where they do, and so stays between neighbouring points: positive
 * points make a positive function. Value and slope are continuous, and the slope is the derivative of the value; the
 * second derivative jumps at the points, which are the {@link #kinks}. Outside the points it is NaN, never
 * extrapolated.
 */
public final class SplineProfile extends ByValue implements Profile {
    /** Ends of a domain may be the result of a formula: so much of the length beyond the points is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] x;
    private final double[] y;
    private final double[] slope;
    private final double slack;
    private final String name;

    /**
     * The curve through points.
     *
     * @param x strictly increasing, at least 2; not modified
     * @param y finite, as many; not modified
     * @param name what the points are called in print
     * @throws Refusal where that is not so
     */
    public static SplineProfile through(double[] x, double[] y, String name) {
        return of(x, y, false, name);
    }

    /**
     * The curve through points that are one period of a ring, the first and the last being the same: one slope there.
     */
    public static SplineProfile ring(double[] x, double[] y, String name) {
        return of(x, y, true, name);
    }

    private static SplineProfile of(double[] x, double[] y, boolean ring, String name) {
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
        return new SplineProfile(x.clone(), y.clone(), slopes(x, y, ring), name);
    }

    private SplineProfile(double[] x, double[] y, double[] slope, String name) {
        this.x = x;
        this.y = y;
        this.slope = slope;
        this.slack = ROUNDING * (x[x.length - 1] - x[0]);
        this.name = name;
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

    /** The piece that holds {@code at}; -1 outside. */
    private int piece(double at) {
        if (!(at >= x[0] - slack && at <= x[x.length - 1] + slack)) {
            return -1;
        }
        int found = Arrays.binarySearch(x, at);
        int piece = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(piece, x.length - 2));
    }

    @Override
    public double value(double at) {
        int i = piece(at);
        if (i < 0) {
            return Double.NaN;
        }
        double s = at - x[i];
        return y[i] + s * (slope[i] + s * (second(i) + s * third(i)));
    }

    @Override
    public double slope(double at) {
        int i = piece(at);
        if (i < 0) {
            return Double.NaN;
        }
        double s = at - x[i];
        return slope[i] + s * (2.0 * second(i) + 3.0 * s * third(i));
    }

    /** Of the piece to the right, at a point between two. */
    @Override
    public double curvature(double at) {
        int i = piece(at);
        return i < 0 ? Double.NaN : 2.0 * second(i) + 6.0 * (at - x[i]) * third(i);
    }

    private double second(int i) {
        double h = x[i + 1] - x[i];
        return (3.0 * (y[i + 1] - y[i]) / h - 2.0 * slope[i] - slope[i + 1]) / h;
    }

    private double third(int i) {
        double h = x[i + 1] - x[i];
        return (slope[i] + slope[i + 1] - 2.0 * (y[i + 1] - y[i]) / h) / (h * h);
    }

    /** From the first point to the last, and the rounding of a domain that ends there. */
    @Override
    public Interval support() {
        return new Interval(x[0] - slack, x[x.length - 1] + slack, Boundary.OPEN);
    }

    /** The inner points. */
    @Override
    public List<Double> kinks() {
        return Arrays.stream(x, 1, x.length - 1).boxed().collect(Collectors.toUnmodifiableList());
    }

    @Override
    protected Object[] parts() {
        return new Object[] {x, y, slope, name};
    }

    /** The name, and what tells these points from others. */
    @Override
    public String toString() {
        return String.format("%s (%d points, %08x)", name, x.length, 31 * Arrays.hashCode(x) + Arrays.hashCode(y));
    }
}
