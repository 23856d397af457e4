package org.thalweg.fokkerplanck.action;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.interpolation.SplineInterpolator;
import org.hipparchus.analysis.polynomials.PolynomialSplineFunction;

/** Points in order along a curve of the plane, {@code [coordinate][point]}. */
final class Chain {
    private Chain() {}

    static double last(double... values) {
        return values[values.length - 1];
    }

    static double length(double[] x, double[] y) {
        double sum = 0.0;
        for (int k = 1; k < x.length; k++) {
            sum += Math.hypot(x[k] - x[k - 1], y[k] - y[k - 1]);
        }
        return sum;
    }

    /** A parabola between two points, its height in lengths of the chord. */
    static double[][] arc(double[] from, double[] to, double bend, int pieces) {
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

    /** Points at equal distances along the same curve, by splines. */
    static double[][] spaced(double[] x, double[] y, int pieces) {
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
