package org.thalweg.theory.quadrature;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;

/** Gauss-Legendre quadrature over one panel, of a function or of the exponential of one. */
public final class Quadrature {
    /** Six nodes: exact for polynomials of degree 11. */
    private static final GaussIntegrator RULE = new GaussIntegrator(new LegendreRuleFactory().getRule(6));

    /** A rule to compare it with. */
    private static final GaussIntegrator COARSE = new GaussIntegrator(new LegendreRuleFactory().getRule(5));

    /** [i][j]: integral of the Lagrange polynomial of node j up to node i, on [0, 1]: the Gauss matrix of Butcher. */
    private static final double[][] UP_TO_NODE = upToNode();

    /**
     * An exponential that varies by so much over a panel is integrated to every node within 1e-10 by its polynomial.
     */
    private static final double SMOOTH = 0.3;

    private Quadrature() {}

    /** The number of nodes in a panel. */
    public static int nodes() {
        return RULE.getNumberOfPoints();
    }

    /** Node {@code i} of the panel [a, b]. */
    public static double node(int i, double a, double b) {
        return 0.5 * (a + b) + 0.5 * (b - a) * RULE.getPoint(i);
    }

    /** The weight of node {@code i} in the panel [a, b]. */
    public static double weight(int i, double a, double b) {
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

    /**
     * By how much the integral of exp(logF - unit) over a panel changes with a rule of one node less: an estimate from
     * above of the error of {@link #logIntegral}, in the given unit.
     */
    public static double change(DoubleUnaryOperator logF, double a, double b, double unit) {
        double change = 0.0;
        for (int i = 0; i < nodes(); i++) {
            change += weight(i, a, b) * Math.exp(logF.applyAsDouble(node(i, a, b)) - unit);
        }
        for (int i = 0; i < COARSE.getNumberOfPoints(); i++) {
            double x = 0.5 * (a + b) + 0.5 * (b - a) * COARSE.getPoint(i);
            change -= 0.5 * (b - a) * COARSE.getWeight(i) * Math.exp(logF.applyAsDouble(x) - unit);
        }
        return Math.abs(change);
    }

    /** ln of the integral of exp(logF) between a and b, whichever is larger. */
    public static double logIntegral(DoubleUnaryOperator logF, double a, double b) {
        double[] logs = new double[nodes()];
        double largest = logsAtNodes(logF, a, b, logs);
        return largest + Math.log(sum(logs, largest, a, b));
    }

    /**
     * ln of the integrals of exp(logF) from a to each node of the panel between a and b, and at the end of the array to
     * b. Evaluated again between the nodes only where logF varies much.
     *
     * @param logs logF at the nodes
     */
    public static double[] logIntegralsToNodes(DoubleUnaryOperator logF, double[] logs, double a, double b) {
        double largest = largest(logs);
        boolean smooth = Math.abs(logs[logs.length - 1] - logs[0]) < SMOOTH;
        double[] integrals = new double[logs.length + 1];
        for (int i = 0; i < logs.length; i++) {
            integrals[i] = smooth
                    ? largest + Math.log(Math.abs(b - a) * upToNode(i, logs, largest))
                    : logIntegral(logF, a, node(i, a, b));
        }
        integrals[logs.length] = largest + Math.log(sum(logs, largest, a, b));
        return integrals;
    }

    private static double upToNode(int i, double[] logs, double largest) {
        double sum = 0.0;
        for (int j = 0; j < logs.length; j++) {
            sum += UP_TO_NODE[i][j] * Math.exp(logs[j] - largest);
        }
        return sum;
    }

    private static double logsAtNodes(DoubleUnaryOperator logF, double a, double b, double[] logs) {
        for (int i = 0; i < logs.length; i++) {
            logs[i] = logF.applyAsDouble(node(i, a, b));
        }
        return largest(logs);
    }

    private static double largest(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        // Infinities and NaN go through as they are.
        return Double.isInfinite(largest) ? 0.0 : largest;
    }

    private static double sum(double[] logs, double largest, double a, double b) {
        double sum = 0.0;
        for (int i = 0; i < logs.length; i++) {
            sum += Math.abs(weight(i, a, b)) * Math.exp(logs[i] - largest);
        }
        return sum;
    }

    private static double[][] upToNode() {
        int n = nodes();
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int basis = j;
                matrix[i][j] = integral(x -> lagrange(basis, x), 0.0, node(i, 0.0, 1.0));
            }
        }
        return matrix;
    }

    private static double lagrange(int j, double x) {
        double product = 1.0;
        for (int k = 0; k < nodes(); k++) {
            if (k != j) {
                product *= (x - node(k, 0.0, 1.0)) / (node(j, 0.0, 1.0) - node(k, 0.0, 1.0));
            }
        }
        return product;
    }

    /** ln(exp(a) + exp(b)). */
    public static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        if (Double.isInfinite(larger)) {
            return larger;
        }
        return larger + StrictMath.log1p(Math.exp(Math.min(a, b) - larger));
    }
}
