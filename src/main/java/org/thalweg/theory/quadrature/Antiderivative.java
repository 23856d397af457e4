package org.thalweg.theory.quadrature;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.analysis.polynomials.PolynomialFunction;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** The integral of a function from the left end of a domain, tabulated at the points of a {@link FloorGrid}. */
public final class Antiderivative implements DoubleUnaryOperator {
    /** The inner nodes of the rule of Lobatto are at +-1/sqrt(5). */
    private static final double LOBATTO = 1.0 / Math.sqrt(5.0);

    /** The nodes on [0, 1]. */
    private static final double[] NODES = {0.0, 0.5 - 0.5 * LOBATTO, 0.5 + 0.5 * LOBATTO, 1.0};

    /** [j]: the integral from 0 of the Lagrange polynomial of node j. */
    private static final PolynomialFunction[] UP_TO =
            IntStream.range(0, NODES.length).mapToObj(Antiderivative::upTo).toArray(PolynomialFunction[]::new);

    /** Panels to begin with; those of {@link FloorGrid} are the most. */
    private static final int FEWEST_PANELS = 128;

    /** What twice the panels may change; of the five orders of the interpolation the error is then a thirtieth. */
    private static final double ACCURACY = 1e-9;

    private final Interval domain;
    private final double[] points;
    private final double[] table;
    /** [3 i], [3 i + 1], [3 i + 2]: the function at point i and at the two inner nodes of the panel behind it. */
    private final double[] values;
    private final double error;

    private Antiderivative(Interval domain, double[] points, double[] table, double[] values, double error) {
        this.error = error;
        this.domain = domain;
        this.points = points;
        this.table = table;
        this.values = values;
    }

    private static PolynomialFunction upTo(int j) {
        PolynomialFunction product = new PolynomialFunction(1.0);
        for (int k = 0; k < NODES.length; k++) {
            if (k != j) {
                double room = NODES[j] - NODES[k];
                product = product.multiply(new PolynomialFunction(-NODES[k] / room, 1.0 / room));
            }
        }
        return product.antiDerivative();
    }

    /** Tabulates the integral, with the constant that makes it vanish in the middle of the domain. */
    public static Antiderivative of(DoubleUnaryOperator f, Interval domain) {
        int panels = FEWEST_PANELS;
        Antiderivative coarse = of(f, domain, panels);
        while (true) {
            panels *= 2;
            Antiderivative fine = of(f, domain, panels);
            double change = fine.largestChange(coarse);
            // NaN confirms nothing.
            if (panels >= FloorGrid.PANELS || change <= ACCURACY) {
                return new Antiderivative(domain, fine.points, fine.table, fine.values, change);
            }
            coarse = fine;
        }
    }

    private double largestChange(Antiderivative coarse) {
        double largest = 0.0;
        for (int i = 0; i < points.length; i++) {
            largest = Math.max(largest, Math.abs(coarse.within(points[i]) - table[i]));
        }
        return largest;
    }

    /** What twice the panels changed at most: more than the error of a smooth function, thirty times or so. */
    public double error() {
        return error;
    }

    private static Antiderivative of(DoubleUnaryOperator f, Interval domain, int panels) {
        double[] points = FloorGrid.points(domain, panels);
        double[] values = new double[3 * points.length - 2];
        for (int i = 0; i < values.length; i++) {
            double left = points[i / 3];
            values[i] = f.applyAsDouble(
                    i % 3 == 0 ? left : left + (points[i / 3 + 1] - left) * NODES[i % 3]);
        }
        double[] table = new double[points.length];
        int middle = points.length / 2;
        for (int i = middle + 1; i < points.length; i++) {
            table[i] = table[i - 1] + integral(points, values, i - 1, 1.0);
        }
        for (int i = middle - 1; i >= 0; i--) {
            table[i] = table[i + 1] - integral(points, values, i, 1.0);
        }
        return new Antiderivative(domain, points, table, values, Double.NaN);
    }

    /**
     * The integral of the cubic through the nodes of a panel, over a share of it; over all of it the rule of Lobatto.
     */
    private static double integral(double[] points, double[] values, int panel, double share) {
        double sum = 0.0;
        for (int j = 0; j < UP_TO.length; j++) {
            sum += UP_TO[j].value(share) * values[3 * panel + j];
        }
        return (points[panel + 1] - points[panel]) * sum;
    }

    /** The integral over the whole domain. */
    public double total() {
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
        if (found >= 0) {
            return table[found];
        }
        int panel = Math.min(Math.max(-found - 2, 0), points.length - 2);
        double share = (x - points[panel]) / (points[panel + 1] - points[panel]);
        return table[panel] + integral(points, values, panel, share);
    }
}
