package org.thalweg.spectra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.thalweg.network.Activation;
import org.thalweg.network.Architecture;
import org.thalweg.network.FormulaNetworks;
import org.thalweg.network.Network;
import org.thalweg.network.Output;
import org.thalweg.network.Propagation;
import org.thalweg.network.Samples;
import org.thalweg.network.StartLaw;
import org.thalweg.random.Seed;

/** The bound of PAC-Bayes: divergences, what rescaling leaves alone, and an exact case. Seed 8. */
class PacBayesTest {
    private static final Seed SEED = new Seed(8);

    /** H = (50, 3, 1, .7), sigma = 1, shift (.1, .2, -.3, .4): KL 1.83198, 2.6553 by what is sharp alone. */
    @Test
    void aDivergenceByHand() {
        GaussianPrior prior = new GaussianPrior(new double[4], new double[] {1.0, 1.0, 1.0, 1.0});
        double[] theta = {0.1, 0.2, -0.3, 0.4};
        double[] curvature = {50.0, 3.0, 1.0, 0.7};
        assertEquals(1.83198, prior.divergence(theta, prior.posterior(curvature)), 5e-6);
        assertEquals(2.6553, prior.sharpPart(theta, curvature), 5e-5);
        double[] negative = {-5.0, -1e9, 0.0, 1.0};
        assertEquals(0.15, prior.divergence(theta, prior.posterior(negative)), 1e-15);
    }

    /**
     * Size moved between the layers of a rectified network, point, start and prior together: divergence and the error of
     * the posterior stay; under a prior of one width for all parameters they do not.
     */
    @Test
    void rescalingLeavesTheBoundAlone() {
        Architecture layers = new Architecture(List.of(3, 6, 5, 3), Activation.RELU, Output.CROSS_ENTROPY, true);
        Samples samples = FormulaNetworks.classes(40, 3, 3);
        double[] start = StartLaw.HE_NORMAL.draw(layers, SEED);
        double[] theta = FormulaNetworks.parameters(layers, 1.3);
        Rescaling moved = Rescaling.of(layers, 3.0, 0.5, 2.0 / 3.0);
        PacBayes[] found = new PacBayes[2];
        double[] plain = new double[2];
        for (int k = 0; k < 2; k++) {
            double[] point = k == 0 ? theta : moved.point(theta);
            Propagation network = new Network(layers, samples).bind();
            double[] curvature = PacBayes.diagonal(NetworkMatrix.HESSIAN.at(network, point));
            GaussianPrior prior = GaussianPrior.about(layers, k == 0 ? start : moved.point(start));
            found[k] = PacBayes.of(network, point, curvature, prior, SEED);
            double[] ones = new double[point.length];
            Arrays.fill(ones, 1.0);
            GaussianPrior isotropic = new GaussianPrior(prior.mean(), ones);
            plain[k] = isotropic.divergence(point, isotropic.posterior(curvature));
        }
        assertEquals(found[0].divergence(), found[1].divergence(), 1e-11 * found[0].divergence());
        assertEquals(found[0].sharpPart(), found[1].sharpPart(), 1e-11 * found[0].sharpPart());
        assertEquals(found[0].loss(), found[1].loss(), 1e-12);
        assertEquals(found[0].bound(), found[1].bound(), 1e-11);
        assertTrue(Math.abs(plain[1] / plain[0] - 1.0) > 0.1, Arrays.toString(plain));
        assertTrue(found[0].divergence() <= found[0].sharpPart());
        assertTrue(found[0].loss() < found[0].bound() && found[0].lossError() > 0.0);
    }

    /** On threads, each with a matrix of its own, the diagonal is the same to the last bit, and all of it is told. */
    @Test
    void aDiagonalIsTheSameSideBySide() {
        Architecture layers = new Architecture(List.of(3, 6, 5, 3), Activation.TANH, Output.CROSS_ENTROPY, true);
        Network network = new Network(layers, FormulaNetworks.classes(40, 3, 3));
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        double[] together = new ForkJoinPool(3).submit(() -> PacBayes.diagonal(
                theta.length, () -> NetworkMatrix.HESSIAN.at(network.bind(), theta), told::add)).join();
        assertArrayEquals(PacBayes.diagonal(NetworkMatrix.HESSIAN.at(network.bind(), theta)), together, 0.0);
        assertEquals(theta.length, told.size());
        assertEquals(1.0, Collections.max(told), 0.0);
    }

    /** The inverse of kl, and the bound without an error: 1 - exp(-(KL + ln ((n + 1) widths / delta)) / n). */
    @Test
    void theInverseOfTheDivergenceOfCoins() {
        for (double q : new double[] {0.0, 1e-3, 0.2, 0.7}) {
            for (double p : new double[] {q + 1e-3, 0.5 * (1.0 + q), 0.99}) {
                assertEquals(p, PacBayes.largest(q, PacBayes.divergence(q, p)), 1e-11);
            }
        }
        assertEquals(-Math.expm1(-(12.0 + Math.log(1001.0 * 25.0 / 0.05)) / 1000.0), PacBayes.bound(0.0, 12.0, 1000),
                1e-12);
        assertEquals(1.0, PacBayes.bound(1.0, 12.0, 1000), 0.0);
    }
}
