package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;
import org.thalweg.refusal.Refusal;

/** The laws of [DPBB17] on deep networks with biases, at points that are no minima. */
class RescalingTest {
    private static final long SEED = 20261201;

    private final SplittableRandom random = new SplittableRandom(SEED);

    private Network network(Activation activation, Output output, boolean biases, Integer... widths) {
        Architecture layers = new Architecture(List.of(widths), activation, output, biases);
        int count = 50;
        int classes = Math.max(2, layers.outputs());
        double[] rows = random.doubles(count * widths[0], -2.0, 2.0).toArray();
        return new Network(layers,
                Samples.ofClasses(widths[0], rows, random.ints(count, 0, classes).toArray(), classes));
    }

    private double[] powersOfTwo(int layers) {
        double[] alpha = new double[layers];
        int sum = 0;
        for (int k = 0; k + 1 < layers; k++) {
            int power = random.nextInt(-3, 4);
            alpha[k] = Math.pow(2.0, power);
            sum += power;
        }
        alpha[layers - 1] = Math.pow(2.0, -sum);
        return alpha;
    }

    @Test
    void functionGradientHessianAndInvariants() {
        for (int trial = 0; trial < 40; trial++) {
            Network network = network(trial % 4 == 3 ? Activation.IDENTITY : Activation.RELU,
                    Output.values()[trial % 2], trial % 3 > 0, 3, 5, 4, 2);
            Architecture layers = network.architecture();
            double[] theta = random.doubles(layers.parameters(), -1.0, 1.0).toArray();
            double alpha = new double[] {0.1, 1.0, 3.0}[trial % 5 % 3];
            Rescaling rescaling = trial % 2 == 0 ? Rescaling.of(layers, powersOfTwo(3))
                    : Rescaling.between(layers, 1 + trial % 3, 1 + (trial + 1) % 3, alpha);
            double[] there = rescaling.point(theta);
            Propagation worker = network.bind();
            double[] here = new double[2 * 50];
            double[] moved = new double[2 * 50];
            worker.outputs(theta, here);
            worker.outputs(there, moved);
            assertArrayEquals(here, moved, 1e-12 * 20, "seed " + SEED);
            double[] gradient = new double[theta.length];
            double[] gradientThere = new double[theta.length];
            worker.lossAndGradient(theta, gradient);
            worker.lossAndGradient(there, gradientThere);
            double[] factors = rescaling.factors();
            for (int i = 0; i < theta.length; i++) {
                double expected = gradient[i] / factors[i];
                assertEquals(expected, gradientThere[i], 1e-12 * (1.0 + Math.abs(expected)), "seed " + SEED);
            }
            DenseMatrix hessian = DenseMatrix.of(NetworkMatrix.HESSIAN.at(worker, theta));
            DenseMatrix hessianThere = DenseMatrix.of(NetworkMatrix.HESSIAN.at(worker, there));
            for (int i = 0; i < theta.length; i++) {
                for (int j = 0; j < theta.length; j++) {
                    double value = hessian.rows()[i][j] / (factors[i] * factors[j]);
                    assertEquals(value, hessianThere.rows()[i][j], 1e-10 * (1.0 + Math.abs(value)), "seed " + SEED);
                }
            }
            double rao = FisherRao.squaredNorm(worker, theta);
            if (!layers.biases()) {
                assertEquals(rao, FisherRao.squaredNorm(worker, there), 1e-12 * (1.0 + rao), "seed " + SEED);
            }
        }
    }

    /** Factors that are powers of two round nothing: the same function to the last bit. */
    @Test
    void powersOfTwoChangeNothing() {
        for (int trial = 0; trial < 20; trial++) {
            Network network = network(Activation.RELU, Output.CROSS_ENTROPY, true, 4, 6, 5, 3);
            double[] theta = random.doubles(network.parameters(), -1.0, 1.0).toArray();
            double[] alpha = powersOfTwo(3);
            Propagation worker = network.bind();
            assertEquals(worker.loss(theta), worker.loss(Rescaling.of(network.architecture(), alpha).point(theta)),
                    "seed " + SEED);
        }
    }

    /** A positive diagonal entry of the first layer alone pushes the largest eigenvalue beyond any bound. */
    @Test
    void curvatureWithoutBound() {
        Network network = network(Activation.RELU, Output.MSE, false, 3, 4, 1);
        double[] theta = random.doubles(network.parameters(), -1.0, 1.0).toArray();
        Propagation worker = network.bind();
        double[][] here = DenseMatrix.of(NetworkMatrix.HESSIAN.at(worker, theta)).rows();
        double entry = 0.0;
        for (int i = 0; i < 12; i++) {
            entry = Math.max(entry, here[i][i]);
        }
        assertTrue(entry > 0.0, "seed " + SEED);
        for (double bound : new double[] {1e2, 1e6}) {
            double alpha = Math.sqrt(entry / bound);
            double[] there = Rescaling.between(network.architecture(), 1, 2, alpha).point(theta);
            double largest = Spectrum.values(DenseMatrix.of(NetworkMatrix.HESSIAN.at(worker, there))).largest();
            assertTrue(largest >= bound * (1.0 - 1e-9), () -> largest + " below " + bound + ", seed " + SEED);
        }
    }

    @Test
    void refusals() {
        Architecture tanh = new Architecture(List.of(3, 4, 1), Activation.TANH, Output.MSE, false);
        assertEquals("rescaling: units of kind tanh are not positively homogeneous; use relu or identity",
                assertThrows(Refusal.class, () -> Rescaling.of(tanh, 2.0, 0.5)).getMessage());
        Architecture relu = new Architecture(List.of(3, 4, 1), Activation.RELU, Output.MSE, false);
        assertThrows(Refusal.class, () -> Rescaling.of(relu, 2.0, 0.4));
        assertThrows(Refusal.class, () -> Rescaling.of(relu, -2.0, -0.5));
        assertThrows(Refusal.class, () -> Rescaling.of(relu, 1.0));
        assertThrows(Refusal.class, () -> Rescaling.between(relu, 1, 1, 2.0));
        assertThrows(Refusal.class, () -> Rescaling.between(relu, 1, 3, 2.0));
    }
}
