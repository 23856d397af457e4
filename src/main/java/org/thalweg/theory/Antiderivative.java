package org.thalweg.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;

/** The integral of a function from the left end of a domain, tabulated at the points of a {@link FloorGrid}. */
final class Antiderivative implements DoubleUnaryOperator {
    /** The inner nodes of the rule of Lobatto are at +-1/sqrt(5). */
    private static final double LOBATTO = 1.0 / Math.sqrt(5.0);

    /** Panels to begin with; those of {@link FloorGrid} are the most. */
    private static final int FEWEST_PANELS = 256;

    /** What twice the panels may change in the middle of a panel; the error is then a sixteenth of it. */
    private static final double ACCURACY = 1e-9;

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
        int panels = FEWEST_PANELS;
        Antiderivative coarse = of(f, domain, panels);
        while (true) {
            panels *= 2;
            Antiderivative fine = of(f, domain, panels);
            if (panels >= FloorGrid.PANELS || fine.confirms(coarse)) {
                return fine;
            }
            coarse = fine;
        }
    }

    private boolean confirms(Antiderivative coarse) {
        // NaN confirms nothing.
        return IntStream.range(0, points.length)
                .allMatch(i -> Math.abs(coarse.within(points[i]) - table[i]) <= ACCURACY);
    }

    private static Antiderivative of(DoubleUnaryOperator f, Interval domain, int panels) {
        double[] points = FloorGrid.points(domain, panels);
        double[] slope = Arrays.stream(points).map(f).toArray();
        double[] table = new double[points.length];
        int middle = points.length / 2;
        for (int i = middle + 1; i < points.length; i++) {
            table[i] = table[i - 1] + panel(f, points, slope, i - 1);
        }
        for (int i = middle - 1; i >= 0; i--) {
            table[i] = table[i + 1] - panel(f, points, slope, i);
        }
        return new Antiderivative(domain, points, table, slope);
    }

    /** The rule of Lobatto with four nodes, two of them the ends: exact for polynomials of degree 5. */
    private static double panel(DoubleUnaryOperator f, double[] points, double[] ends, int left) {
        double half = 0.5 * (points[left + 1] - points[left]);
        double centre = points[left] + half;
        double inner = f.applyAsDouble(centre - LOBATTO * half) + f.applyAsDouble(centre + LOBATTO * half);
        return half / 6.0 * (ends[left] + ends[left + 1] + 5.0 * inner);
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

    /** Cubic Hermite interpolation: its error is that of the quadrature. */
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
