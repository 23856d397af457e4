package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Derivatives against differences, for every activation and output, with and without biases, one output and several.
 */
class NetworkDerivativesTest {
    private static final long SEED = 20261129;
    private static final double STEP = 1e-5;

    private final SplittableRandom random = new SplittableRandom(SEED);

    static List<Network> networks() {
        List<Network> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (Activation activation : Activation.values()) {
            for (Output output : Output.values()) {
                for (List<Integer> widths : List.of(List.of(3, 5, 4), List.of(8, 4, 6, 1), List.of(5, 2))) {
                    int classes = Math.max(2, widths.get(widths.size() - 1));
                    Architecture layers = new Architecture(widths, activation, output, all.size() % 3 != 0);
                    int count = 60 + random.nextInt(90);
                    double[] rows = random.doubles(count * widths.get(0), -2.0, 2.0).toArray();
                    boolean targets = output == Output.MSE && random.nextBoolean();
                    int outputs = layers.outputs();
                    all.add(new Network(layers, targets
                            ? Samples.ofTargets(widths.get(0), rows, outputs, random.doubles(count * outputs).toArray())
                            : Samples.ofClasses(widths.get(0), rows, random.ints(count, 0, classes).toArray(),
                                    classes)));
                }
            }
        }
        return all;
    }

    /** Those, and those with hidden layers under batch normalisation. */
    static List<Network> allNetworks() {
        List<Network> all = new ArrayList<>(networks());
        for (Network network : networks()) {
            Architecture a = network.architecture();
            if (a.layers().size() > 1) {
                all.add(new Network(new Architecture(a.widths(), a.activation(), a.output(), a.biases(), true),
                        network.samples()));
            }
        }
        return all;
    }

    private double[] point(Network network) {
        return random.doubles(network.parameters(), -1.0, 1.0).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] moved(double[] theta, double[] direction, double by) {
        double[] there = theta.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += by * direction[i];
        }
        return there;
    }

    /** True where the straight way between two points crosses no kink: slopes differ little between its ends. */
    private static boolean smooth(Network network, double[] theta, double[] direction) {
        if (network.architecture().activation().smooth()) {
            return true;
        }
        Propagation worker = network.bind();
        double[] here = new double[theta.length];
        double[] there = new double[theta.length];
        worker.gaussNewtonTimes(moved(theta, direction, -STEP), direction, here);
        worker.gaussNewtonTimes(moved(theta, direction, STEP), direction, there);
        double change = 0.0;
        for (int i = 0; i < here.length; i++) {
            change = Math.max(change, Math.abs(here[i] - there[i]));
        }
        return change < 1e-2 * STEP * network.samples().count();
    }

    /** Central differences with an error of some STEP^2: directions of length about 1. */
    @ParameterizedTest
    @MethodSource("allNetworks")
    void gradientsAndProductsAreDerivatives(Network network) {
        Propagation worker = network.bind();
        int size = network.parameters();
        int checked = 0;
        for (int trial = 0; trial < 20 && checked < 4; trial++) {
            double[] theta = point(network);
            double[] direction = moved(new double[size], point(network), 1.0 / Math.sqrt(size));
            if (!smooth(network, theta, direction)) {
                continue;
            }
            checked++;
            double[] gradient = new double[size];
            double[] before = new double[size];
            double[] after = new double[size];
            double[] product = new double[size];
            double loss = worker.lossAndGradient(theta, gradient);
            assertEquals(worker.loss(theta), loss);
            double lower = worker.lossAndGradient(moved(theta, direction, -STEP), before);
            double upper = worker.lossAndGradient(moved(theta, direction, STEP), after);
            worker.hessianTimes(theta, direction, product);
            assertEquals((upper - lower) / (2 * STEP), dot(gradient, direction), 1e-8 * (1.0 + loss), "seed " + SEED);
            for (int i = 0; i < size; i++) {
                assertEquals((after[i] - before[i]) / (2 * STEP), product[i], 2e-8 * (1.0 + loss),
                        "parameter " + network.architecture().names().get(i) + ", seed " + SEED);
            }
        }
        assertTrue(checked > 0, "no direction without a kink");
    }

    /** The mean over a list is that of single samples, which are the products and weights of all samples' gradients. */
    @ParameterizedTest
    @MethodSource("networks")
    void listsAndSamplesAddUp(Network network) {
        Propagation worker = network.bind();
        int size = network.parameters();
        int count = network.samples().count();
        double[] theta = point(network);
        double[] direction = point(network);
        double[] weights = random.doubles(count, -1.0, 1.0).toArray();
        double[] products = new double[count];
        double[] weighted = new double[size];
        worker.sampleProducts(theta, direction, products);
        worker.weightedGradient(theta, weights, weighted);
        double[] own = new double[size];
        double[] expected = new double[size];
        int[] list = random.ints(2 * count, 0, count).toArray();
        int[] often = new int[count];
        Arrays.stream(list).forEach(n -> often[n]++);
        double[] ofList = new double[size];
        for (int n = 0; n < count; n++) {
            worker.sampleGradient(theta, n, own);
            assertEquals(dot(own, direction), products[n], 1e-12 * size, "sample " + n + ", seed " + SEED);
            expected = moved(expected, own, weights[n] / count);
            ofList = moved(ofList, own, often[n] / (2.0 * count));
        }
        assertArrayEquals(expected, weighted, 1e-13 * size);
        double loss = worker.lossAndGradient(theta, list, list.length, own);
        assertArrayEquals(ofList, own, 1e-13 * size);
        assertEquals(worker.loss(theta, list, list.length), loss);
        int[] all = new int[count];
        Arrays.setAll(all, n -> n);
        double[] byList = new double[size];
        assertEquals(worker.lossAndGradient(theta, own), worker.lossAndGradient(theta, all, count, byList));
        assertArrayEquals(own, byList);
        worker.hessianTimes(theta, direction, own);
        worker.hessianTimes(theta, all, count, direction, byList);
        assertArrayEquals(own, byList);
    }

    /** A worker leaves nothing behind: whatever was asked before, the same bits. */
    @ParameterizedTest
    @MethodSource("networks")
    void whatWasAskedBeforeDoesNotMatter(Network network) {
        double[] theta = point(network);
        double[] direction = point(network);
        double[] expected = new double[theta.length];
        network.bind().hessianTimes(theta, direction, expected);
        Propagation worker = network.bind();
        double[] product = new double[theta.length];
        worker.gaussNewtonTimes(direction, theta, product);
        worker.lossAndGradient(direction, new int[] {3, 1}, 2, product);
        worker.probabilityCurvatureTimes(direction, theta, product);
        worker.hessianTimes(theta, direction, product);
        assertArrayEquals(expected, product);
        double z = worker.evaluate(theta).loss();
        assertEquals(network.bind().lossAndGradient(theta, product), z);
    }

    /** What is kept for further products changes none but for signs of zeros, and leaves the worker as it was. */
    @ParameterizedTest
    @MethodSource("allNetworks")
    void furtherProductsAreTheSame(Network network) {
        Propagation worker = network.bind();
        double[] theta = point(network);
        Optional<Propagation.Linearised> kept = worker.linearised(theta);
        assertEquals(!network.architecture().batchNorm(), kept.isPresent());
        kept.ifPresent(at -> {
            double[] moved = point(network);
            for (int k = 0; k < 3; k++) {
                double[] direction = point(network);
                double[] expected = new double[theta.length];
                double[] product = new double[theta.length];
                network.bind().hessianTimes(theta, direction, expected);
                worker.hessianTimes(at, direction, product);
                for (int i = 0; i < product.length; i++) {
                    assertEquals(expected[i] + 0.0, product[i] + 0.0, network.architecture() + ", seed " + SEED);
                }
                assertEquals(network.bind().lossAndGradient(moved, expected), worker.lossAndGradient(moved, product));
                assertArrayEquals(expected, product);
            }
        });
    }
}
