package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.thalweg.refusal.Refusal;

/**
 * Batch normalisation beyond its derivatives: whose statistics, where its parameters lie, numbers of an independent
 * program (numpy with complex steps, {@code bench/peers/network_cases.py}).
 */
class NormalisationTest {
    private static final long SEED = 20261129;

    private static Architecture layers(Integer... widths) {
        return new Architecture(List.of(widths), Activation.TANH, Output.CROSS_ENTROPY, true, true);
    }

    /** x_nj = cos(.9 n + 1.3 j) of three classes, n from {@code from} in some order. */
    private static Samples samples(int from, int count, IntUnaryOperator order) {
        double[] all = FormulaNetworks.inputs(Math.max(150, from + count), 3, 0.0);
        double[] rows = new double[3 * count];
        int[] labels = new int[count];
        for (int k = 0; k < count; k++) {
            int n = from + order.applyAsInt(k);
            System.arraycopy(all, 3 * n, rows, 3 * k, 3);
            labels[k] = n % 3;
        }
        return Samples.ofClasses(3, rows, labels, 3);
    }

    private static Samples samples(int from, int count) {
        return samples(from, count, k -> k);
    }

    /** The formula of other networks, with gamma near 1. */
    private static double[] parameters(Architecture layers) {
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        for (Layer layer : layers.layers()) {
            for (int i = layer.gammaFrom(); i < layer.betaFrom(); i++) {
                theta[i] += 1.0;
            }
        }
        return theta;
    }

    @Test
    void numbersOfAnotherProgram() {
        Architecture layers = layers(3, 4, 3);
        assertEquals(39, layers.parameters());
        double[] theta = parameters(layers);
        Propagation worker = new Network(layers, samples(0, 12)).bind();
        double[] gradient = new double[39];
        assertEquals(1.30171816205882, worker.lossAndGradient(theta, gradient), 1e-14);
        double squares = Arrays.stream(gradient).map(g -> g * g).sum();
        assertEquals(0.5324848138549046, Math.sqrt(squares), 1e-14);
        assertArrayEquals(new double[4], Arrays.copyOfRange(gradient, 12, 16), "a bias before it changes nothing");
        assertArrayEquals(new double[] {0.03362380423194426, 0.05873454410828735, 0.06221114276265917,
            0.005276266480842208}, Arrays.copyOfRange(gradient, 16, 20), 1e-15);
        double trace = 0.0;
        double square = 0.0;
        double[] column = new double[39];
        double[][] hessian = new double[39][];
        for (int i = 0; i < 39; i++) {
            double[] unit = new double[39];
            unit[i] = 1.0;
            worker.hessianTimes(theta, unit, column);
            hessian[i] = column.clone();
            trace += column[i];
            square += Arrays.stream(column).map(h -> h * h).sum();
            for (int j = 0; j < i; j++) {
                assertEquals(hessian[j][i], column[j], 1e-15, "the Hessian is symmetric");
            }
        }
        assertEquals(1.6374175037930248, trace, 1e-13);
        assertEquals(3.2161581741784184, square, 1e-13);
    }

    /** Samples to test on are normalised as those to train on, other samples by themselves. */
    @Test
    void statisticsByName() {
        Architecture layers = layers(3, 4, 3);
        double[] theta = parameters(layers);
        Network train = new Network(layers, samples(0, 12));
        Evaluation tested = train.testedOn(samples(12, 8)).bind().evaluate(theta);
        assertEquals(1.3146012288413005, tested.loss(), 1e-14);
        assertEquals(0.625, tested.errorRate());
        assertEquals(1.2871183052822288, train.over(samples(12, 8)).bind().loss(theta), 1e-14);
        Propagation own = train.testedOn(samples(0, 12)).bind();
        assertEquals(train.bind().loss(theta), own.loss(theta), "tested on the samples to train on");
        assertEquals(own.loss(theta), own.loss(theta), "nothing runs along");
        assertEquals(8.0, 8.0 * train.testedOn(samples(12, 1)).bind().errorRate(theta), "one sample is enough");
        assertThrows(IllegalStateException.class, () -> own.lossAndGradient(theta, new double[39]));
    }

    /** A mini-batch is a network over its samples alone, to the last bit, larger or smaller than what went before. */
    @Test
    void batchesAreNetworksOfTheirOwn() {
        Architecture layers = layers(3, 7, 5, 3);
        double[] theta = parameters(layers);
        double[] direction = new SplittableRandom(SEED).doubles(theta.length, -1.0, 1.0).toArray();
        Propagation worker = new Network(layers, samples(0, 150)).bind();
        for (int count : new int[] {5, 130, 2, 61, 300}) {
            int[] list = new int[count];
            Arrays.setAll(list, k -> 7 * k % 150);
            Propagation alone = new Network(layers, samples(0, count, k -> 7 * k % 150)).bind();
            double[] ofBatch = new double[theta.length];
            double[] expected = new double[theta.length];
            double loss = worker.lossAndGradient(theta, list, count, ofBatch);
            assertEquals(alone.lossAndGradient(theta, expected), loss);
            assertArrayEquals(expected, ofBatch);
            assertEquals(alone.loss(theta), worker.loss(theta, list, count));
            worker.hessianTimes(theta, list, count, direction, ofBatch);
            alone.hessianTimes(theta, direction, expected);
            assertArrayEquals(expected, ofBatch, "batch of " + count);
        }
    }

    /** What only moves or stretches inputs of units is taken away; the order of samples does not matter. */
    @Test
    void whatIsTakenAway() {
        Architecture layers = layers(3, 6, 3);
        double[] theta = parameters(layers);
        double loss = new Network(layers, samples(0, 100)).bind().loss(theta);
        assertEquals(loss, new Network(layers, samples(0, 100, k -> 99 - k)).bind().loss(theta), 1e-14);
        double[] moved = theta.clone();
        for (int i = layers.group("b1").from(); i < layers.group("b1").end(); i++) {
            moved[i] += 3.0;
        }
        assertEquals(loss, new Network(layers, samples(0, 100)).bind().loss(moved), 1e-14);
        double[] stretched = theta.clone();
        for (int i = 0; i < layers.group("W1").end(); i++) {
            stretched[i] *= 1e4;
        }
        // 1e-5 inside the root of a variance of about 1: half a part in 1e5 of what enters the units.
        assertEquals(loss, new Network(layers, samples(0, 100)).bind().loss(stretched), 1e-4);
    }

    /** Of a unit with one input from all samples only beta is left; a network that diverged is seen to have. */
    @Test
    void degenerateInputs() {
        Architecture layers = layers(1, 2, 2);
        Propagation worker = new Network(layers, Samples.ofClasses(1, new double[] {1, 1, 1}, new int[] {0, 1, 0}, 2))
                .bind();
        double[] theta = parameters(layers);
        double[] gradient = new double[theta.length];
        double loss = worker.lossAndGradient(theta, gradient);
        theta[0] = 1e3;
        assertEquals(loss, worker.loss(theta), 1e-12);
        assertTrue(Arrays.stream(gradient).allMatch(Double::isFinite));
        theta[1] = Double.NaN;
        assertTrue(Double.isNaN(worker.loss(theta)));
    }

    @Test
    void namesAndGroups() {
        Architecture layers = layers(2, 2, 3);
        assertEquals(List.of("W1[1,1]", "W1[1,2]", "W1[2,1]", "W1[2,2]", "b1[1]", "b1[2]", "gamma1[1]", "gamma1[2]",
                "beta1[1]", "beta1[2]", "W2[1,1]", "W2[1,2]", "W2[2,1]", "W2[2,2]", "W2[3,1]", "W2[3,2]", "b2[1]",
                "b2[2]", "b2[3]"), layers.names());
        assertEquals(new ParameterGroup("gamma1", 6, 8), layers.group("gamma1"));
        assertEquals("layer 'gamma2': give one of W1, b1, gamma1, beta1, W2, b2",
                assertThrows(Refusal.class, () -> layers.group("gamma2")).getMessage());
    }

    @Test
    void whatItCannotDoIsRefused() {
        Architecture layers = layers(3, 4, 3);
        double[] theta = parameters(layers);
        Propagation worker = new Network(layers, samples(0, 12)).bind();
        double[] some = new double[39];
        for (Runnable what : List.<Runnable>of(() -> worker.sampleGradient(theta, 0, some),
                () -> worker.weightedGradient(theta, new double[12], some),
                () -> worker.sampleProducts(theta, theta, new double[12]),
                () -> worker.probabilityCurvatureTimes(theta, theta, some))) {
            String message = assertThrows(Refusal.class, what::run).getMessage();
            assertTrue(message.endsWith(Network.NO_SAMPLE_GRADIENTS), message);
            assertEquals(1, message.lines().count());
        }
        assertEquals("a batch of 1 under batch normalisation: the variance over a single sample is 0; take batches of"
                + " at least two",
                assertThrows(Refusal.class, () -> worker.loss(theta, new int[] {3}, 1)).getMessage());
        assertThrows(Refusal.class, () -> new Network(layers, samples(0, 1)));
        assertEquals("batch-norm: layers [3, 3] have no hidden units to normalise; write false",
                assertThrows(Refusal.class, () -> layers(3, 3)).getMessage());
    }
}
