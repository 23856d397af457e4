package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;

/**
 * Literal SGD with mini-batches in a trough, where its law is known exactly. 1e-6 false alarms an assertion, 6 in all.
 */
class MiniBatchTest {
    private static final int PARTICLES = 8192;
    private static final int SAMPLES = 60;
    private static final int BATCH = 6;

    /** lambda = 4, eta = 0.1. */
    private static Setting trough(String noise) throws ModelFileException {
        return Models.of("{kind: valley, flatness: 0.5}", "{kind: mini-batch, samples: " + SAMPLES + ", batch: " + BATCH
                + ", " + noise + "}").withLearningRate(0.1).withStart(0.0, 0.0);
    }

    private static Measurement meanSquare(Setting setting, int steps) {
        return Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(steps), PARTICLES).quantities()
                .get(Quantity.MEAN_SQUARE_Y);
    }

    private static double variance(Setting setting, double y) {
        return setting.noise().variance(1, new double[] {0.0, y});
    }

    /** E y^2 = eta^2 C(0) / (1 - (1 - h)^2 - h^2 sigma_z^2); of a batch (1 - h)^200 is nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"replacement: true, ", "replacement: false, ", "shift: {x: 0.1, y: 0.3}, "})
    void theStationaryVarianceIsThatOfTheRecursion(String drawn) throws ModelFileException {
        String shift = drawn.contains("shift") ? "" : "shift: {y: 0.3}, ";
        Setting setting = trough(drawn + shift + "curvature: 0.5");
        double lambda = 4.0;
        double h = 0.1 * lambda;
        double atFloor = variance(setting, 0.0);
        double scale = 0.5 * (variance(setting, 1.0) + variance(setting, -1.0)) - atFloor;
        double expected = 0.01 * atFloor / (1.0 - (1.0 - h) * (1.0 - h) - 0.01 * scale);
        assertAgrees(expected, meanSquare(setting, 200), setting.noise().toString());
    }

    /** The law at the end of an epoch, and how much less that is (docs/theory/mini-batch.md). */
    @Test
    void reshufflingHasASmallerVariance() throws ModelFileException {
        Setting fresh = trough("shift: {y: 0.3}");
        Setting reshuffled = trough("reshuffle: true, shift: {y: 0.3}");
        double v = variance(fresh, 0.0);
        double a = 1.0 - 0.4;
        int m = SAMPLES / BATCH;
        double first = (1.0 - Math.pow(a, m)) / (1.0 - a);
        double second = (1.0 - Math.pow(a, 2 * m)) / (1.0 - a * a);
        double expected = 0.01 * v * (m * second - first * first) / ((m - 1) * (1.0 - Math.pow(a, 2 * m)));
        Measurement found = meanSquare(reshuffled, 20 * m);
        assertAgrees(expected, found, "at the end of an epoch");
        double independent = 0.01 * v / (1.0 - a * a);
        assertAgrees(independent, meanSquare(fresh, 20 * m), "independent draws");
        assertTrue(expected < 0.7 * independent, expected + " against " + independent);
    }

    /** Slow learning: an epoch takes the trough a little way, and its noise nearly sums to nothing. */
    @Test
    void slowLearningHardlyNoticesReshuffledNoise() throws ModelFileException {
        Setting reshuffled = trough("reshuffle: true, shift: {y: 0.3}").withLearningRate(0.005);
        Setting fresh = trough("shift: {y: 0.3}").withLearningRate(0.005);
        double h = 0.02;
        double independent = 0.005 * 0.005 * variance(fresh, 0.0) / (1.0 - (1.0 - h) * (1.0 - h));
        double found = meanSquare(reshuffled, 400).value();
        assertTrue(found < 0.1 * independent, found + " against " + independent);
    }
}
