package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Iterations that form no gradient, beside those that do. */
class InPlaceDescentTest {
    private static final double RATE = 0.05;
    private static final int STEPS = 20;

    private static Architecture layers(List<Integer> widths, Activation activation, Output output, boolean biases) {
        return new Architecture(widths, activation, output, biases);
    }

    private static Network of(Architecture layers) {
        return new Network(layers, FormulaNetworks.classes(97, layers.inputs(), Math.max(2, layers.outputs())));
    }

    /** Any layers, activation, output and batch: the parameters differ by rounding alone. */
    @Test
    void theIterationsAreThoseByGradients() {
        long seed = 20261130L;
        Random random = new Random(seed);
        for (int again = 0; again < 60; again++) {
            List<Integer> widths =
                    IntStream.range(0, 3 + random.nextInt(2)).mapToObj(l -> 1 + random.nextInt(20)).toList();
            Activation activation = Activation.values()[again % Activation.values().length];
            Network network = of(layers(widths, activation, Output.values()[random.nextInt(2)], random.nextBoolean()));
            int size = 1 + random.nextInt(60);
            int[][] batches = IntStream.range(0, STEPS).mapToObj(k -> random.ints(size, 0, 97).toArray())
                    .toArray(int[][]::new);
            double[] start = FormulaNetworks.parameters(network.architecture(), 1.0);
            double[] expected = start.clone();
            double[] gradient = new double[start.length];
            Propagation propagation = network.bind();
            InPlaceDescent descent = InPlaceDescent.of(network, size).orElseThrow();
            double[] theta = start.clone();
            descent.begin(theta);
            String where = "seed " + seed + ", network " + again + ": " + widths + " " + activation + ", batch " + size;
            for (int[] batch : batches) {
                double loss = propagation.lossAndGradient(expected, batch, size, gradient);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] -= RATE * gradient[i];
                }
                assertEquals(loss, descent.step(theta, batch, size, RATE), 1e-12 * (1.0 + Math.abs(loss)), where);
            }
            descent.settle(theta);
            assertArrayEquals(expected, theta, 1e-12, where);
            assertFalse(Arrays.equals(start, theta), where);
        }
    }

    /** Looking at the parameters changes nothing of what follows. */
    @Test
    void settlingIsNoIteration() {
        Network network = of(layers(List.of(7, 6, 5), Activation.RELU, Output.CROSS_ENTROPY, true));
        double[][] ends = new double[2][];
        for (int looks = 0; looks < 2; looks++) {
            InPlaceDescent descent = InPlaceDescent.of(network, 9).orElseThrow();
            double[] theta = FormulaNetworks.parameters(network.architecture(), 1.0);
            descent.begin(theta);
            for (int k = 0; k < STEPS; k++) {
                int from = k;
                descent.step(theta, IntStream.range(0, 9).map(n -> (10 * from + n) % 97).toArray(), 9, RATE);
                if (looks == 1) {
                    descent.settle(theta);
                }
            }
            descent.settle(theta);
            ends[looks] = theta;
        }
        assertArrayEquals(ends[0], ends[1]);
    }

    /** A loss that has overflowed is said, and changes no parameter. */
    @Test
    void anOverflowChangesNothing() {
        Network network = of(layers(List.of(3, 4, 2), Activation.IDENTITY, Output.MSE, true));
        double[] theta = FormulaNetworks.parameters(network.architecture(), 1e160);
        double[] before = theta.clone();
        InPlaceDescent descent = InPlaceDescent.of(network, 2).orElseThrow();
        descent.begin(theta);
        assertFalse(Double.isFinite(descent.step(theta, new int[] {1, 2}, 2, RATE)));
        descent.settle(theta);
        assertArrayEquals(before, theta);
    }

    /** What it is not made for goes by gradients. */
    @Test
    void othersAreNotServed() {
        Architecture relu = layers(List.of(3, 4, 2), Activation.RELU, Output.CROSS_ENTROPY, true);
        assertTrue(InPlaceDescent.of(of(relu), 60).isPresent());
        assertFalse(InPlaceDescent.of(of(relu), 61).isPresent());
        assertFalse(InPlaceDescent.of(of(relu.with(Weights.ONE_BIT)), 5).isPresent());
        Architecture normalised =
                new Architecture(List.of(3, 4, 2), Activation.RELU, Output.CROSS_ENTROPY, true, true);
        assertFalse(InPlaceDescent.of(of(normalised), 5).isPresent());
        assertFalse(InPlaceDescent.of(of(layers(List.of(3, 2), Activation.RELU, Output.MSE, true)), 5).isPresent());
    }
}
