package org.thalweg.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;

/** The integral of a function from the left end of a domain, tabulated at the points of a {@link FloorGrid}. */
final class Antiderivative implements DoubleUnaryOperator {
    private final Interval domain;
    private final double[] points;
    private final double[] table;
    private final double[] slope;

    private Antiderivative(Interval domain, double[] points, double[] table, double[] slope) {
        this.domain = domain;
        this.points = points;
        this.table = table;
        this.slope = slope;
    }

    /** Tabulates the integral, with the constant that makes it vanish in the middle of the domain. */
    static Antiderivative of(DoubleUnaryOperator f, Interval domain) {
        double[] points = FloorGrid.points(domain);
        double[] table = new double[points.length];
        int middle = points.length / 2;
        for (int i = middle + 1; i < points.length; i++) {
            table[i] = table[i - 1] + Quadrature.integral(f, points[i - 1], points[i]);
        }
        for (int i = middle - 1; i >= 0; i--) {
            table[i] = table[i + 1] - Quadrature.integral(f, points[i], points[i + 1]);
        }
        return new Antiderivative(domain, points, table, Arrays.stream(points).map(f).toArray());
    }

    /** The integral over the whole domain. */
    double total() {
        return table[table.length - 1] - table[0];
    }

    /** The integral up to {@code x}; on a periodic domain {@code x} may lie in any period. */
    @Override
    public double applyAsDouble(double x) {
        if (domain.boundary() == Boundary.PERIODIC) {
            double inside = domain.fold(x);
            return Math.rint((x - inside) / domain.length()) * total() + within(inside);
        }
        return within(x);
    }

    /** Cubic Hermite interpolation: with a panel of 1/2048 of the domain its error is that of the quadrature. */
    private double within(double x) {
        int found = Arrays.binarySearch(points, x);
        if (found >= 0) {
            return table[found];
        }
        int panel = Math.min(Math.max(-found - 2, 0), points.length - 2);
        double h = points[panel + 1] - points[panel];
        double s = (x - points[panel]) / h;
        double r = 1.0 - s;
        return table[panel] * r * r * (1.0 + 2.0 * s) + table[panel + 1] * s * s * (1.0 + 2.0 * r)
                + h * s * r * (slope[panel] * r - slope[panel + 1] * s);
    }
}
