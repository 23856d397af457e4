package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sums over many samples by several threads. */
class SampleBlocksTest {
    private static final Architecture LAYERS =
            new Architecture(List.of(64, 32, 10), Activation.TANH, Output.CROSS_ENTROPY, true);
    private static final Samples DIGITS = FormulaNetworks.digits();

    private final double[] theta = FormulaNetworks.parameters(LAYERS, 1.0);
    private final double[] direction = IntStream.range(0, theta.length).mapToDouble(k -> Math.sin(k + 1.0)).toArray();

    private double[] product(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                double[] product = new double[theta.length];
                new Network(LAYERS, DIGITS).bind().hessianTimes(theta, direction, product);
                return product;
            }).join();
        } finally {
            pool.shutdown();
        }
    }

    /** Four blocks of 1797 samples: the same bits by one, two and five threads. */
    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        double[] alone = product(1);
        assertArrayEquals(alone, product(2));
        assertArrayEquals(alone, product(5));
    }

    /** What is kept of a point is found again in its block. */
    @Test
    void theNextProductsAtAPointHaveTheSameBits() {
        Propagation network = new Network(LAYERS, DIGITS).bind();
        Propagation.Linearised at = network.linearised(theta).orElseThrow();
        double[] kept = new double[theta.length];
        for (int again = 0; again < 2; again++) {
            network.hessianTimes(at, direction, kept);
            assertArrayEquals(product(1), kept);
        }
    }

    /** Batches at other points in between, which turn their weights elsewhere, change nothing of the next products. */
    @Test
    void aStepInBetweenChangesNothing() {
        Propagation network = new Network(LAYERS, DIGITS).bind();
        Propagation.Linearised at = network.linearised(theta).orElseThrow();
        double[] expected = product(1);
        double[] elsewhere = Arrays.stream(theta).map(x -> 0.5 * x).toArray();
        double[] other = new double[theta.length];
        double[] kept = new double[theta.length];
        for (int count : new int[] {1, 50, 60, 61}) {
            int[] list = IntStream.range(7, 7 + count).toArray();
            network.hessianTimes(at, direction, kept);
            network.lossAndGradient(elsewhere, list, count, other);
            network.hessianTimes(at, direction, kept);
            assertArrayEquals(expected, kept, count + " samples in between");
            network.lossAndGradient(elsewhere, list, count, other);
            network.hessianTimes(theta, direction, kept);
            assertArrayEquals(expected, kept, count + " samples in between");
        }
    }

    /** A batch alone is the first batch of a longer list: the sum of both is that of the parts. */
    @Test
    void aBatchAloneIsOneOfSeveral() {
        Propagation network = new Network(LAYERS, DIGITS).bind();
        int[] list = IntStream.range(0, 120).map(n -> 7 * n).toArray();
        double[] whole = new double[theta.length];
        double loss = network.lossAndGradient(theta, list, 120, whole);
        double[] first = new double[theta.length];
        double[] second = new double[theta.length];
        double sum = network.lossAndGradient(theta, Arrays.copyOf(list, 60), 60, first)
                + network.lossAndGradient(theta, Arrays.copyOfRange(list, 60, 120), 60, second);
        assertEquals(loss, sum / 2.0, 1e-14 * loss);
        double size = Math.sqrt(Arrays.stream(whole).map(x -> x * x).sum());
        for (int i = 0; i < whole.length; i++) {
            assertEquals(whole[i], (first[i] + second[i]) / 2.0, 1e-14 * size);
        }
    }

    /** The mean over all samples is that of the means over parts, to rounding. */
    @Test
    void itIsTheMeanOverTheSamples() {
        Propagation network = new Network(LAYERS, DIGITS).bind();
        double[] mean = new double[theta.length];
        double[] part = new double[theta.length];
        int count = DIGITS.count();
        for (int from = 0; from < count; from += 100) {
            int first = from;
            int[] list = IntStream.range(first, Math.min(count, first + 100)).toArray();
            network.hessianTimes(theta, list, list.length, direction, part);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += part[i] * list.length / count;
            }
        }
        double[] whole = product(1);
        double size = Math.sqrt(Arrays.stream(whole).map(x -> x * x).sum());
        for (int i = 0; i < mean.length; i++) {
            assertEquals(mean[i], whole[i], 1e-14 * size);
        }
    }
}
