package org.thalweg.model.noise.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SgdDynamics;

/** The noise of samples, against their gradients one by one. */
class SampleNoiseTest {
    private static Setting setting(String sampling) {
        return ModelText.sound("""
                name: few
                loss: {kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 7},
                  layers: [2, 2, 2], biases: true}
                noise: {kind: samples, batch: 4, sampling: %s}
                sgd: {learning-rate: 0.2}
                start: {kind: he-normal, seed: 8}
                """.formatted(sampling)).setting();
    }

    /** C = factor (1/N) sum (g_n - g)(g_n - g)^T, the factor 1/B, or (N - B) / (B (N - 1)). */
    @ParameterizedTest
    @ValueSource(strings = {"replacement", "without-replacement", "reshuffled"})
    void theCovarianceIsThatOfTheGradients(String sampling) {
        Setting setting = setting(sampling);
        double[] theta = setting.start();
        Propagation network = setting.surface().task().orElseThrow().train().bind();
        int n = 14;
        double[][] gradients = new double[n][theta.length];
        double[] mean = new double[theta.length];
        for (int i = 0; i < n; i++) {
            network.sampleGradient(theta, i, gradients[i]);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += gradients[i][j] / n;
            }
        }
        double factor = sampling.equals("replacement") ? 1.0 / 4.0 : 10.0 / (4.0 * 13.0);
        double[][] covariance = new double[theta.length][theta.length];
        setting.noise().covariance(theta, covariance);
        for (int j = 0; j < mean.length; j++) {
            for (int k = 0; k < mean.length; k++) {
                double sum = 0.0;
                for (double[] g : gradients) {
                    sum += (g[j] - mean[j]) * (g[k] - mean[k]);
                }
                assertEquals(factor * sum / n, covariance[j][k], 1e-14, sampling + " " + j + "," + k);
            }
            assertEquals(covariance[j][j], setting.noise().variance(j, theta), 1e-16);
        }
        assertEquals(!sampling.equals("reshuffled"), setting.noise().independentInTime());
    }

    /** The surface refuses to give its gradient, and trajectories do not ask for it. */
    @Test
    void literalSgdNeverSeesTheWholeGradient() {
        Setting setting = setting("reshuffled");
        LossSurface blind = new Blind(setting.surface());
        Setting hidden = new Setting("blind", "", blind, setting.domain(), setting.noise(), setting.sgd(),
                setting.start(), setting.flatSet());
        EnsembleResult seen = Ensemble.run(setting, SgdDynamics.of(setting), Protocol.atTime(50), 8, new Seed(4), 1,
                Progress.NONE);
        EnsembleResult unseen = Ensemble.run(hidden, SgdDynamics.of(hidden), Protocol.atTime(50), 8, new Seed(4), 1,
                Progress.NONE);
        assertEquals(seen.quantities().get(Quantity.MEAN_X), unseen.quantities().get(Quantity.MEAN_X));
        assertTrue(Double.isFinite(seen.quantities().get(Quantity.MEAN_X).value()));
    }

    private record Blind(LossSurface surface) implements LossSurface {
        @Override
        public List<String> coordinates() {
            return surface.coordinates();
        }

        @Override
        public double value(double[] theta) {
            return surface.value(theta);
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
            throw new AssertionError("the gradient over all samples was computed");
        }

        @Override
        public void hessian(double[] theta, double[][] hessian) {
            throw new AssertionError("the Hessian was computed");
        }
    }

    @Test
    void refusals() {
        SampleNoise noise = (SampleNoise) setting("reshuffled").noise();
        assertEquals("batch size 15: must be from 1 to 14, the number of samples",
                assertThrows(Refusal.class, () -> noise.withBatchSize(15)).getMessage());
        SampleNoise many = (SampleNoise) ModelText.sound("""
                name: many
                loss: {kind: network, data: {set: digits, per-class: 2}, layers: [64, 10]}
                noise: {kind: samples, batch: 4}
                sgd: {learning-rate: 0.2}
                start: {kind: he-normal, seed: 8}
                """).setting().noise();
        assertTrue(assertThrows(Refusal.class, () -> many.covariance(new double[650], new double[650][650]))
                .getMessage().contains("(at most 256 parameters); use literal SGD"));
    }

    /** Under batch normalisation there are batches and their gradients, but no C, and no diffusion. */
    @Test
    void batchNormalisationHasNoCovariance() {
        Setting setting = ModelText.sound("""
                name: normalised
                loss: {kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 6},
                  layers: [2, 2, 2], batch-norm: true}
                noise: {kind: samples, batch: 4, sampling: replacement}
                sgd: {learning-rate: 0.2}
                start: {kind: he-normal, seed: 8}
                """).setting();
        SampleNoise noise = (SampleNoise) setting.noise();
        double[] theta = setting.start();
        int size = theta.length;
        NoiseKernel kernel = noise.bind(1);
        double[][] column = new double[size][1];
        for (int i = 0; i < size; i++) {
            column[i][0] = theta[i];
        }
        RandomStream random = new Seed(1).stream(Purpose.GRADIENT_NOISE, 0);
        for (Runnable what : List.<Runnable>of(() -> noise.covariance(theta, new double[size][size]),
                () -> noise.variance(0, theta), () -> setting.diffusion(), () -> setting.amplified(2),
                () -> kernel.sample(column, 1, random, new double[size][1]))) {
            String message = assertThrows(Refusal.class, what::run).getMessage();
            assertTrue(message.endsWith(Network.NO_SAMPLE_GRADIENTS), message);
        }
        assertFalse(setting.hasDiffusion());
        assertTrue(kernel.batchGradient(column, 1, new int[] {0}, 0, random, new double[size][1]));
        assertEquals("batch size 1: must be from 2 to 100000000; under batch normalisation the variance over a single"
                + " sample is 0", assertThrows(Refusal.class, () -> noise.withBatchSize(1)).getMessage());
    }
}
