package org.thalweg.model.optimiser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.FormulaNetworks;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;

/** The bound of Wolkowicz and Styan in closed form, and its gradient. Nothing is left to chance. */
class RangeGradientTest {
    private static Network network(Activation activation, boolean biases) {
        return new Network(new Architecture(List.of(3, 4, 3), activation, Output.CROSS_ENTROPY, biases),
                FormulaNetworks.classes(12, 3, 3));
    }

    private static int[] all(Network network) {
        return IntStream.range(0, network.samples().count()).toArray();
    }

    /** tr H, tr H^2 and B by an independent program (numpy) from exact blocks. */
    @Test
    void tracesAreThoseOfAnIndependentProgram() {
        Network network = network(Activation.TANH, true);
        double[] theta = FormulaNetworks.parameters(network.architecture(), 1.0);
        RangeGradient range = new RangeGradient(network);
        double bound = range.at(theta, all(network), 12, new double[theta.length]);
        // The other program rounds as well.
        assertEquals(2.2984289066455195, range.trace(), 1e-12);
        assertEquals(2.0401087462086, range.squareTrace(), 1e-12);
        assertEquals(1.419276259330522, bound, 1e-12);
    }

    /** Both traces from the Hessian itself, column by column; the gradient from central differences of the bound. */
    @ParameterizedTest
    @CsvSource({"TANH, true", "SIGMOID, true", "SOFTPLUS, true", "TANH, false"})
    void tracesAndGradient(Activation activation, boolean biases) {
        Network network = network(activation, biases);
        double[] theta = FormulaNetworks.parameters(network.architecture(), 1.4);
        int[] some = {0, 2, 3, 7, 8, 10, 11};
        Propagation propagation = network.bind();
        double[] unit = new double[theta.length];
        double[] column = new double[theta.length];
        double trace = 0.0;
        double square = 0.0;
        for (int k = 0; k < theta.length; k++) {
            unit[k] = 1.0;
            propagation.hessianTimes(theta, some, some.length, unit, column);
            unit[k] = 0.0;
            trace += column[k];
            for (double c : column) {
                square += c * c;
            }
        }
        RangeGradient range = new RangeGradient(network);
        double[] gradient = new double[theta.length];
        range.at(theta, some, some.length, gradient);
        // Rounding of some hundred terms.
        assertEquals(trace, range.trace(), 1e-12 * Math.abs(trace));
        assertEquals(square, range.squareTrace(), 1e-12 * square);
        double[] none = new double[theta.length];
        double step = 1e-5;
        for (int k = 0; k < theta.length; k++) {
            double at = theta[k];
            theta[k] = at + step;
            double above = range.at(theta, some, some.length, none);
            theta[k] = at - step;
            double below = range.at(theta, some, some.length, none);
            theta[k] = at;
            // Truncation step^2 times a third derivative, rounding 1e-16 / step.
            assertEquals((above - below) / (2.0 * step), gradient[k], 2e-8, "parameter " + k);
        }
    }

    @Test
    void networksWithoutAClosedFormAreRefused() {
        assertTrue(RangeGradient.refuses(network(Activation.RELU, true)).isPresent());
        assertTrue(RangeGradient.refuses(network(Activation.TANH, true)).isEmpty());
    }
}
