package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuadratureTest {
    /** int from a to z of exp(k x) dx = (exp(k z) - exp(k a)) / k, forwards and backwards, gentle and steep. */
    @Test
    void integratesExponentialsToEveryNode() {
        for (double k : new double[] {0.2, 1.0, 3.0}) {
            for (double b : new double[] {0.1, -0.1, 1.0}) {
                double a = 0.3;
                double[] logs = Quadrature.logIntegralsToNodes(x -> k * x, a, a + b);
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
        for (double value : Quadrature.logIntegralsToNodes(x -> -500.0 * x, 0.0, 1.0)) {
            assertTrue(Double.isFinite(value));
        }
    }
}
