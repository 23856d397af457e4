package org.thalweg.fokkerplanck.action;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.measure.Measurement;
import org.thalweg.model.ItoDiffusion;

/**
 * The path of least action between two points of the plane by the geometric minimum action method [HVE08], for any
 * drift and any tensor D(x, y). With theta = D^-1 (lambda x' - b) / 2, lambda = |b|_D / |x'|_D, the path relaxes as
 *
 * <pre>
 *   dx/ds = lambda^2 x'' - lambda (db + 2 dD theta) x' + 2 D (db^T theta + theta . dD theta) + lambda lambda' x',
 * </pre>
 *
 * the second derivative taken implicitly, points kept at equal distances. Where drift and noise balance in detail it is
 * the string method's path: D^-1 b along x'.
 *
 * @param x of the points, from the first end to the second; not modified
 * @param y of them; not modified
 * @param actions up to each of them; not modified
 * @param action of the whole, extrapolated from this chain and one of half as many pieces
 */
public record MinimumActionPath(double[] x, double[] y, double[] actions, Measurement action) {
    /** Pieces of the finer chain. */
    private static final int PIECES = 256;
    /** Step of the relaxation in units of the inverse of the steepest drift. */
    private static final double STEP = 0.2;
    /** The action changes less than by this part of itself in {@link #LOOK} steps. */
    private static final double SETTLED = 1e-8;
    private static final int LOOK = 50;
    private static final int MOST_STEPS = 40_000;
    /** Heights of the arcs from which it begins, in lengths of the chord: a straight one may be a ridge of actions. */
    private static final double[] BENDS = {0.0, 0.25, -0.25};
    /** Of the distance of two points, for derivatives by differences. */
    private static final double DIFFERENCE = 1e-5;

    /**
     * The path of least action from one point to another.
     *
     * @param from two coordinates: usually a minimum
     * @param to two coordinates: usually a saddle; beyond it the path falls at no cost
     * @throws NumericsException where it is not found
     */
    public static MinimumActionPath between(ItoDiffusion diffusion, double[] from, double[] to) {
        double[][] best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double bend : BENDS) {
            double[][] path = relaxed(diffusion, arc(from, to, bend, PIECES / 2));
            double action = last(new GeometricAction(diffusion).along(path[0], path[1]));
            // Of equal ones, mirror images, the first.
            if (action < least * (1.0 - 1e-6)) {
                least = action;
                best = path;
            }
        }
        if (best == null) {
            throw new NumericsException("no path of finite action from (" + from[0] + ", " + from[1] + ") to (" + to[0]
                    + ", " + to[1] + "); choose ends where drift and noise are finite");
        }
        double[][] fine = relaxed(diffusion, spaced(best[0], best[1], PIECES));
        double[] actions = new GeometricAction(diffusion).along(fine[0], fine[1]);
        double change = last(actions) - least;
        return new MinimumActionPath(fine[0], fine[1], actions,
                Measurement.computed(last(actions) + change / 3.0, Math.abs(change) + SETTLED * last(actions)));
    }

    private static double last(double... values) {
        return values[values.length - 1];
    }

    private static double[][] arc(double[] from, double[] to, double bend, int pieces) {
        double[][] path = new double[2][pieces + 1];
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        for (int k = 0; k <= pieces; k++) {
            double s = (double) k / pieces;
            double height = 4.0 * bend * s * (1.0 - s);
            path[0][k] = from[0] + s * dx - height * dy;
            path[1][k] = from[1] + s * dy + height * dx;
        }
        return path;
    }

    private static double[][] relaxed(ItoDiffusion diffusion, double[][] start) {
        GeometricAction action = new GeometricAction(diffusion);
        double[][] path = start;
        double before = Double.POSITIVE_INFINITY;
        PathStep step = new PathStep(diffusion, DIFFERENCE);
        double length = STEP / step.steepest(path);
        for (int k = 1; k <= MOST_STEPS; k++) {
            double[][] moved = step.moved(path, length);
            path = spaced(moved[0], moved[1], path[0].length - 1);
            if (k % LOOK == 0) {
                double now = last(action.along(path[0], path[1]));
                if (Math.abs(now - before) <= SETTLED * now) {
                    return path;
                }
                if (!Double.isFinite(now)) {
                    throw new NumericsException("a path of least action ran to where drift or noise are no numbers;"
                            + " choose ends nearer to each other");
                }
                before = now;
            }
        }
        return path;
    }

    /** Points at equal distances along the same curve, by splines. */
    private static double[][] spaced(double[] x, double[] y, int pieces) {
        List<Double> s = new ArrayList<>(List.of(0.0));
        for (int k = 1; k < x.length; k++) {
            s.add(s.get(k - 1) + Math.max(1e-300, Math.hypot(x[k] - x[k - 1], y[k] - y[k - 1])));
        }
        double[] at = s.stream().mapToDouble(v -> v / s.get(s.size() - 1)).toArray();
        PolynomialSplineFunction alongX = new SplineInterpolator().interpolate(at, x);
        PolynomialSplineFunction alongY = new SplineInterpolator().interpolate(at, y);
        double[][] path = new double[2][pieces + 1];
        for (int k = 0; k <= pieces; k++) {
            path[0][k] = alongX.value((double) k / pieces);
            path[1][k] = alongY.value((double) k / pieces);
        }
        return path;
    }
}
