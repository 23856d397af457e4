package org.thalweg.theory.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class QuadratureTest {
    private static double[] integralsToNodes(DoubleUnaryOperator logF, double a, double b) {
        double[] logs = new double[Quadrature.nodes()];
        Arrays.setAll(logs, i -> logF.applyAsDouble(Quadrature.node(i, a, b)));
        return Quadrature.logIntegralsToNodes(logF, logs, a, b);
    }

    /** int from a to z of exp(k x) dx = (exp(k z) - exp(k a)) / k, forwards and backwards, gentle and steep. */
    @Test
    void integratesExponentialsToEveryNode() {
        for (double k : new double[] {0.2, 1.0, 3.0}) {
            for (double b : new double[] {0.1, -0.1, 1.0}) {
                double a = 0.3;
                double[] logs = integralsToNodes(x -> k * x, a, a + b);
                for (int i = 0; i <= Quadrature.nodes(); i++) {
                    double z = i < Quadrature.nodes() ? Quadrature.node(i, a, a + b) : a + b;
                    double expected = Math.abs(Math.exp(k * z) - Math.exp(k * a)) / k;
                    assertEquals(1.0, Math.exp(logs[i]) / expected, 1e-9, "k " + k + ", b " + b + ", node " + i);
                }
            }
        }
    }

    /** Where a polynomial would overshoot: e^(-500 x) over one panel stays positive. */
    @Test
    void neverLeavesTheLogarithms() {
        for (double value : integralsToNodes(x -> -500.0 * x, 0.0, 1.0)) {
            assertTrue(Double.isFinite(value));
        }
    }
}
