package org.thalweg.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;

/** The integral of a function from the left end of a domain, tabulated at the points of a {@link FloorGrid}. */
final class Antiderivative implements DoubleUnaryOperator {
    private final DoubleUnaryOperator f;
    private final Interval domain;
    private final double[] points;
    private final double[] table;

    private Antiderivative(DoubleUnaryOperator f, Interval domain, double[] points, double[] table) {
        this.f = f;
        this.domain = domain;
        this.points = points;
        this.table = table;
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
        return new Antiderivative(f, domain, points, table);
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

    private double within(double x) {
        int found = Arrays.binarySearch(points, x);
        int panel = found >= 0 ? found : Math.min(Math.max(-found - 2, 0), points.length - 1);
        return x == points[panel] ? table[panel] : table[panel] + Quadrature.integral(f, points[panel], x);
    }
}
