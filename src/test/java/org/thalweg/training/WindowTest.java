package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;

/** SGD that goes on from a point. */
class WindowTest {
    private static final Seed SEED = new Seed(20261129);

    private static Training training(Setting setting) {
        return Training.of(setting, 20.0, 5, Optional.empty());
    }

    private static double[] start(Setting setting) {
        double[] theta = new double[setting.surface().dimension()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = 0.3 * Math.sin(1.0 + i);
        }
        return theta;
    }

    /** The window is the training itself, batch by batch and bit by bit. */
    @Test
    void literalIsTheTraining() throws IOException {
        for (String sgd : List.of("{learning-rate: 0.5}", "{learning-rate: 0.1, momentum: 0.9, weight-decay: 0.01}")) {
            Setting model = SmallNetwork.with("reshuffled", sgd, "{kind: he-normal, seed: 3}");
            Setting setting = model.withStart(start(model));
            Training training = training(setting);
            List<double[]> checkpoints = new ArrayList<>();
            new RepeatUnderWay(training, 0, SEED, (c, theta) -> checkpoints.add(theta.clone())).trained();
            List<double[]> path = new ArrayList<>();
            Propagation network = training.task().train().bind();
            new Window(training, training.iterations()).literal(network, start(setting), SEED,
                    theta -> path.add(theta.clone()));
            assertEquals(training.iterations(), path.size());
            for (int c = 1; c < checkpoints.size(); c++) {
                assertArrayEquals(checkpoints.get(c), path.get((int) training.step(c) - 1));
            }
        }
    }

    /** Behind an overflow there are no numbers, so that nothing is measured there. */
    @Test
    void behindAnOverflowThereAreNoNumbers() {
        for (String sgd : List.of("{learning-rate: 1e100}", "{learning-rate: 1e100, momentum: 0.9}")) {
            Setting setting = ModelText.sound("""
                    name: small
                    loss: {kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 29, 36, 43], per-class: 10,
                      test-per-class: 5}, layers: [4, 5, 2], activation: identity, output: mse}
                    noise: {kind: samples, batch: 6}
                    sgd: %s
                    start: {kind: he-normal, seed: 3}
                    """.formatted(sgd)).setting();
            Training training = Training.of(setting, 1e101, 2, Optional.empty());
            double[] theta = start(setting);
            new Window(training, 30).literal(training.task().train().bind(), theta, SEED, there -> { });
            for (double number : theta) {
                assertTrue(Double.isNaN(number), sgd);
            }
        }
    }

    /** The total variance is that of the gradients of all batches of one, divided by B when drawn with replacement. */
    @Test
    void totalVarianceIsThatOfTheSamples() {
        Setting setting = SmallNetwork.with("replacement", "{learning-rate: 0.5}", "{kind: he-normal, seed: 3}");
        Training training = training(setting);
        Propagation network = training.task().train().bind();
        double[] theta = start(setting);
        int samples = training.task().samples();
        double[] one = new double[theta.length];
        double squares = 0.0;
        for (int n = 0; n < samples; n++) {
            network.sampleGradient(theta, n, one);
            for (double slope : one) {
                squares += slope * slope / samples;
            }
        }
        network.lossAndGradient(theta, one);
        for (double slope : one) {
            squares -= slope * slope;
        }
        int batch = ((SampleNoise) setting.noise()).batch();
        assertEquals(squares / batch, new Window(training, 1).totalVariance(network, theta), 1e-12);
    }
}
