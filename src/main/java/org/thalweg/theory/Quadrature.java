package org.thalweg.theory;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre quadrature over one panel, of a function or of the exponential of one. */
final class Quadrature {
    /** Six nodes: exact for polynomials of degree 11. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(6);

    private Quadrature() {}

    /** The number of nodes in a panel. */
    static int nodes() {
        return RULE.getNumberOfPoints();
    }

    /** Node {@code i} of the panel [a, b]. */
    static double node(int i, double a, double b) {
        return 0.5 * (a + b) + 0.5 * (b - a) * RULE.getPoint(i);
    }

    /** The weight of node {@code i} in the panel [a, b]. */
    static double weight(int i, double a, double b) {
        return 0.5 * (b - a) * RULE.getWeight(i);
    }

    /** The integral of {@code f} over [a, b]. */
    static double integral(DoubleUnaryOperator f, double a, double b) {
        double sum = 0.0;
        for (int i = 0; i < nodes(); i++) {
            sum += weight(i, a, b) * f.applyAsDouble(node(i, a, b));
        }
        return sum;
    }

    /** ln of the integral of exp(logF) between a and b, whichever is larger. */
    static double logIntegral(DoubleUnaryOperator logF, double a, double b) {
        double sum = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < nodes(); i++) {
            sum = logSum(sum, Math.log(Math.abs(weight(i, a, b))) + logF.applyAsDouble(node(i, a, b)));
        }
        return sum;
    }

    /** ln(exp(a) + exp(b)). */
    static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        if (Double.isInfinite(larger)) {
            return larger;
        }
        return larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }
}
