package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers of an independent program (numpy, double precision), to 1e-9. */
class NetworkReferenceTest {
    private static final double TOLERANCE = 1e-9;

    static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * Math.abs(expected));
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void smallTanhNetwork() {
        Architecture layers = new Architecture(List.of(3, 4, 3), Activation.TANH, Output.CROSS_ENTROPY, true);
        Propagation network = new Network(layers, FormulaNetworks.classes(12, 3, 3)).bind();
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        assertEquals(31, theta.length);
        double[] gradient = new double[31];
        assertClose(1.1852232939246805, network.loss(theta));
        assertClose(1.1852232939246805, network.lossAndGradient(theta, gradient));
        assertClose(0.2811542388755779, norm(gradient));
        double trace = 0.0;
        double[] column = new double[31];
        for (int k = 0; k < 31; k++) {
            double[] unit = new double[31];
            unit[k] = 1.0;
            network.hessianTimes(theta, unit, column);
            trace += column[k];
        }
        assertClose(2.2984289066455195, trace);
    }

    @Test
    void digits() {
        Architecture layers = new Architecture(List.of(64, 32, 10), Activation.TANH, Output.CROSS_ENTROPY, true);
        Propagation network = new Network(layers, FormulaNetworks.digits()).bind();
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        assertEquals(2410, theta.length);
        double[] gradient = new double[2410];
        assertClose(2.3058367543358043, network.lossAndGradient(theta, gradient));
        assertClose(0.45576247801079, norm(gradient));
        double[] v = new double[2410];
        for (int k = 0; k < v.length; k++) {
            v[k] = Math.sin(k + 1.0);
        }
        double length = norm(v);
        for (int k = 0; k < v.length; k++) {
            v[k] /= length;
        }
        double[] product = new double[2410];
        network.hessianTimes(theta, v, product);
        assertClose(0.0021737418948067, dot(v, product));
        assertClose(0.07994134935843, norm(product));
    }
}
