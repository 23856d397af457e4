package org.thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.compute.Backend;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/** Where parameters lie and what they are called, how units respond, where training begins, what is refused. */
class ArchitectureTest {
    private static final long SEED = 20261203;

    private static Architecture layers(boolean biases, Integer... widths) {
        return new Architecture(List.of(widths), Activation.TANH, Output.MSE, biases);
    }

    private static void assertRefused(String line, Runnable what) {
        assertEquals(line, assertThrows(Refusal.class, what::run).getMessage());
    }

    @Test
    void namesAndPositions() {
        Architecture layers = layers(true, 2, 3, 1);
        assertEquals(List.of("W1[1,1]", "W1[1,2]", "W1[2,1]", "W1[2,2]", "W1[3,1]", "W1[3,2]", "b1[1]", "b1[2]",
                "b1[3]", "W2[1,1]", "W2[1,2]", "W2[1,3]", "b2[1]"), layers.names());
        assertEquals(13, layers.parameters());
        for (Architecture each : List.of(layers, layers(false, 4, 2, 5, 3))) {
            assertEquals(each.parameters(), each.groups().stream().mapToInt(ParameterGroup::size).sum());
        }
        assertEquals(new ParameterGroup("b1", 6, 9), layers.group("b1"));
        assertEquals(12060, layers(true, 64, 100, 50, 10).parameters());
    }

    @Test
    void layersThatAreNone() {
        assertRefused("layer 'W3': give one of W1, b1, W2, b2", () -> layers(true, 2, 3, 1).group("W3"));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertRefused("layers: [5] has no layer; give inputs, hidden units and outputs, as [64, 32, 10]",
                () -> layers(true, 5));
        assertRefused("layers: width 0; at least 1", () -> layers(true, 3, 0, 2));
        assertThrows(Refusal.class, () -> layers(true, 100000, 100000));
        double[] rows = {1, 2, 3, 4};
        Samples two = Samples.ofClasses(2, rows, new int[] {0, 2}, 3);
        assertRefused("layers: the first width is 3, samples have 2 numbers; make it 2",
                () -> new Network(layers(true, 3, 3), two));
        assertRefused("layers: the last width is 2, samples have 3 classes, labels 0 to 2; make it 3",
                () -> new Network(layers(true, 2, 2), two));
        assertRefused("samples: label 3 of sample 2 is not one of the 3 classes 0 to 2",
                () -> Samples.ofClasses(2, rows, new int[] {0, 3}, 3));
        assertRefused("samples: 3 labels for 2 samples", () -> Samples.ofClasses(2, rows, new int[3], 3));
        assertRefused("samples: input 2 of sample 1 is NaN; finite numbers are needed",
                () -> Samples.ofClasses(2, new double[] {0, Double.NaN}, new int[1], 2));
        assertRefused("samples: target 1 of sample 2 is Infinity; finite numbers are needed",
                () -> Samples.ofTargets(2, rows, 1, new double[] {0, Double.POSITIVE_INFINITY}));
        for (int outputs = 1; outputs <= 3; outputs++) {
            List<Integer> widths = List.of(2, outputs);
            assertRefused("output: cross-entropy needs a class for each sample; give labels and no outputs, or use mse",
                    () -> new Network(new Architecture(widths, Activation.TANH, Output.CROSS_ENTROPY, true),
                            Samples.ofTargets(2, rows, 1, new double[2])));
        }
    }

    /** Values, and what their slopes make of 1. */
    private static void slopes(Activation activation, double[] u, double[] slope, int count) {
        double[] one = new double[count];
        Arrays.fill(one, 1.0);
        activation.apply(Backend.current(), u, slope, count);
        activation.timesSlope(Backend.current(), u, slope.clone(), one, slope, count);
    }

    /** Slope and bend against differences with errors of 1e-10; far from 0 nothing overflows and nothing is lost. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void slopesAndBends(Activation activation) {
        SplittableRandom random = new SplittableRandom(SEED);
        double step = 1e-5;
        for (int trial = 0; trial < 200; trial++) {
            double x = 12.0 * random.nextDouble() - 6.0;
            double[] u = {x, x - step, x + step};
            double[] slope = new double[3];
            double[] bend = new double[3];
            slopes(activation, u, slope, 3);
            activation.bend(u, slope, bend, 3);
            if (activation.smooth() || slope[1] == slope[2]) {
                assertEquals((u[2] - u[1]) / (2 * step), slope[0], 1e-9, "at " + x + ", seed " + SEED);
                assertEquals((slope[2] - slope[1]) / (2 * step), bend[0], 1e-9, "at " + x + ", seed " + SEED);
            }
        }
        double[] u = {-800.0, -40.0, 800.0, Double.NaN};
        double[] slope = new double[4];
        slopes(activation, u, slope, 4);
        double small = Math.exp(-40.0);
        double[][] expected = switch (activation) {
            case TANH -> new double[][] {{-1, -1, 1}, {0, 0, 0}};
            case RELU -> new double[][] {{0, 0, 800}, {0, 0, 1}};
            case SOFTPLUS -> new double[][] {{0, small, 800}, {0, small, 1}};
            case SIGMOID -> new double[][] {{0, small, 1}, {0, small, 0}};
            case SHIFTED_RELU -> new double[][] {{-1, -1, 800}, {0, 0, 1}};
            case IDENTITY -> new double[][] {{-800, -40, 800}, {1, 1, 1}};
        };
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[0][i], u[i], 1e-15 * Math.abs(expected[0][i]));
            assertEquals(expected[1][i], slope[i], 1e-15 * Math.abs(expected[1][i]));
        }
        assertEquals(Double.NaN, u[3]);
    }

    /**
     * Mean 0 within 4 and variance within 4 standard errors of a normal law: false alarms 3e-4 for both laws together.
     */
    @ParameterizedTest
    @EnumSource(StartLaw.class)
    void startLaws(StartLaw law) {
        Architecture layers = layers(true, 50, 80, 20);
        double[] theta = law.draw(layers, new Seed(SEED));
        assertArrayEquals(theta, law.draw(layers, new Seed(SEED)));
        for (Layer layer : layers.layers()) {
            double expected = 2.0 / (layer.inputs() + (law == StartLaw.HE_NORMAL ? 0 : layer.outputs()));
            int n = layer.inputs() * layer.outputs();
            double sum = 0.0;
            double squares = 0.0;
            for (int k = layer.weightsFrom(); k < layer.biasesFrom(); k++) {
                sum += theta[k];
                squares += theta[k] * theta[k];
            }
            assertEquals(0.0, sum / n, 4.0 * Math.sqrt(expected / n), "seed " + SEED);
            assertEquals(expected, squares / n, 4.0 * expected * Math.sqrt(2.0 / n), "seed " + SEED);
            for (int k = layer.biasesFrom(); k < layer.end(); k++) {
                assertEquals(0.0, theta[k]);
            }
        }
    }

    /** Error rates by hand, with ties, one output of both kinds, and a network that has diverged. */
    @Test
    void errorRates() {
        Samples three = Samples.ofClasses(1, new double[] {1, -1, 2}, new int[] {0, 1, 1}, 2);
        Architecture one = new Architecture(List.of(1, 1), Activation.TANH, Output.CROSS_ENTROPY, false);
        assertEquals(1.0 / 3.0, new Network(one, three).bind().errorRate(new double[] {-1.0}));
        assertEquals(2.0 / 3.0, new Network(one, three).bind().errorRate(new double[] {0.0}));
        assertEquals(1.0, new Network(one, three).bind().errorRate(new double[] {Double.NaN}));
        Architecture squares = new Architecture(List.of(1, 1), Activation.TANH, Output.MSE, false);
        assertEquals(2.0 / 3.0, new Network(squares, three).bind().errorRate(new double[] {1.0}));
        Architecture two = new Architecture(List.of(1, 2), Activation.TANH, Output.CROSS_ENTROPY, false);
        assertEquals(1.0 / 3.0, new Network(two, three).bind().errorRate(new double[] {1.0, -1.0}));
        assertEquals(2.0 / 3.0, new Network(two, three).bind().errorRate(new double[] {1.0, 1.0}));
        assertEquals(Double.NaN, new Network(two, three).bind().loss(new double[] {Double.NaN, 1.0}));
        Samples targets = Samples.ofTargets(1, new double[] {1, 2}, 1, new double[] {0, 1});
        assertEquals(Double.NaN, new Network(squares, targets).bind().errorRate(new double[] {1.0}));
        assertEquals(0.5 * (1 + 1) / 2, new Network(squares, targets).bind().loss(new double[] {1.0}));
    }

    /** The logit of one output is the difference of two: the same loss as a softmax of 0 and z. */
    @Test
    void oneOutputIsASoftmaxOfTwo() {
        SplittableRandom random = new SplittableRandom(SEED);
        Samples samples = Samples.ofClasses(2, random.doubles(80, -2, 2).toArray(), random.ints(40, 0, 2).toArray(), 2);
        Architecture one = new Architecture(List.of(2, 1), Activation.TANH, Output.CROSS_ENTROPY, true);
        Architecture two = new Architecture(List.of(2, 2), Activation.TANH, Output.CROSS_ENTROPY, true);
        double[] theta = {0.3, -0.7, 0.2};
        Propagation logistic = new Network(one, samples).bind();
        Propagation softmax = new Network(two, samples).bind();
        double[] wide = {0, 0, theta[0], theta[1], 0, theta[2]};
        double[] gradient = new double[3];
        double[] wideGradient = new double[6];
        assertEquals(softmax.lossAndGradient(wide, wideGradient), logistic.lossAndGradient(theta, gradient), 1e-15);
        assertArrayEquals(new double[] {wideGradient[2], wideGradient[3], wideGradient[5]}, gradient, 1e-15);
        assertEquals(softmax.errorRate(wide), logistic.errorRate(theta));
    }
}
