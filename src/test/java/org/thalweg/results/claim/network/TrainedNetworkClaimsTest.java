package org.thalweg.results.claim.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;

/**
 * What is claimed of trained networks, on one of 256 weights: signs by five seeds at once. An exponent that is not there
 * has the sign that is claimed at all five by chance in one of 32.
 */
class TrainedNetworkClaimsTest {
    private static final Laboratory LABORATORY =
            new Laboratory(16, new Seed(20261129), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());

    private static Setting setting(int batch, String widths) {
        return ModelText.sound("""
                name: three-digits
                loss: {kind: network, data: {set: digits, classes: [0, 1, 2], per-class: 20,
                  inputs: [11, 13, 19, 20, 21, 22, 27, 28, 29, 30, 35, 36, 37, 38, 43, 44, 45, 46, 51, 53]},
                  layers: [%s], activation: relu, biases: false}
                noise: {kind: samples, batch: %d}
                sgd: {learning-rate: 0.1}
                start: {kind: he-normal, seed: 1}
                """.formatted(widths, batch)).setting();
    }

    @Test
    void varianceFallsWithFlatness() {
        TrainedNetworks networks = TrainedNetworks.of(LABORATORY, setting(10, "20, 8, 8, 3"));
        assertTrue(networks.atZeroError().holds(), networks.atZeroError().toString());
        StreamingStatistics psi = networks.measure("variance_flatness_exponent", "W2");
        StreamingStatistics control = networks.measure("variance_flatness_exponent_isotropic", "W2");
        assertEquals(5, psi.getN());
        assertTrue(psi.getMin() > 1.0, "psi from " + psi.getMin() + " to " + psi.getMax());
        assertTrue(control.getMax() < psi.getMin(), "control from " + control.getMin() + " to " + control.getMax());
    }

    @Test
    void noiseFollowsCurvature() {
        List<Judgement> found = new NetworkNoiseCurvature().judge(LABORATORY, setting(10, "20, 8, 8, 3"));
        assertEquals(6, found.size(), "two bounds for each layer");
        assertTrue(found.stream().noneMatch(j -> j.verdict() == Verdict.REFUTED), found.toString());
        assertTrue(found.stream().anyMatch(j -> j.verdict() == Verdict.CONSISTENT), found.toString());
    }

    @Test
    void silentWhereThereIsNoNoiseOrTooLittleToSee() {
        for (Setting setting : List.of(setting(60, "20, 8, 8, 3"), setting(10, "20, 2, 2, 3"))) {
            for (ClaimExperiment claim : List.of(new NetworkVarianceFlatness(), new NetworkNoiseCurvature())) {
                List<Judgement> found = claim.judge(LABORATORY, setting);
                assertEquals(1, found.size());
                assertEquals(Verdict.NOT_APPLICABLE, found.get(0).verdict(), found.toString());
            }
        }
    }
}
