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
 * What is claimed of trained networks, on one of 256 weights: means of five seeds, and signs of twenty. An exponent that
 * is not there has the sign that is claimed at all five by chance in one of 32.
 */
class TrainedNetworkClaimsTest {
    private static final Laboratory LABORATORY =
            new Laboratory(16, new Seed(20261129), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());

    private static Setting setting(int batch, String widths) {
        return setting(batch, widths, "", "");
    }

    private static Setting setting(int batch, String widths, String more, String gamma) {
        return setting(batch, widths, more, ", seed: 1" + gamma, "");
    }

    private static Setting setting(int batch, String widths, String more, String gamma, String test) {
        return ModelText.sound("""
                name: three-digits
                loss: {kind: network, data: {set: digits, classes: [0, 1, 2], per-class: 20%s,
                  inputs: [11, 13, 19, 20, 21, 22, 27, 28, 29, 30, 35, 36, 37, 38, 43, 44, 45, 46, 51, 53]},
                  layers: [%s], activation: relu, biases: false%s}
                noise: {kind: samples, batch: %d}
                sgd: {learning-rate: 0.1}
                start: {kind: he-normal%s}
                """.formatted(test, widths, more, batch, gamma)).setting();
    }

    @Test
    void varianceFallsWithFlatness() {
        TrainedNetworks networks = TrainedNetworks.of(LABORATORY, setting(10, "20, 8, 8, 3"));
        assertTrue(networks.atZeroError().holds(), networks.atZeroError().toString());
        List<StreamingStatistics> both = networks.over(
                List.of("variance_flatness_exponent", "variance_flatness_exponent_isotropic"), "W2");
        StreamingStatistics psi = both.get(0);
        StreamingStatistics control = both.get(1);
        assertEquals(5, psi.getN());
        assertTrue(psi.getMin() > 1.0, "psi from " + psi.getMin() + " to " + psi.getMax());
        // Far from the least psi of SGD: along directions that are given the control is known well.
        assertTrue(control.getMax() < 0.5, "control from " + control.getMin() + " to " + control.getMax());
    }

    @Test
    void noiseFollowsCurvature() {
        List<Judgement> found = new NetworkNoiseCurvature().judge(LABORATORY, setting(10, "20, 8, 8, 3"));
        assertEquals(6, found.size(), "two bounds for each layer");
        assertTrue(found.stream().noneMatch(j -> j.verdict() == Verdict.REFUTED), found.toString());
        assertTrue(found.stream().anyMatch(j -> j.verdict() == Verdict.CONSISTENT), found.toString());
    }

    /**
     * Uniform directions in the first layer's weights add the sum of all inputs to each unit, and with it the three
     * classes differ: there twenty seeds find a side. No other bound is broken, false alarms 1e-3 each. Where
     * gamma begins with either sign at one start nothing is claimed.
     */
    @Test
    void factorsOfBatchNormalisationHaveASide() {
        NormalisationAsymmetry claim = new NormalisationAsymmetry();
        List<Judgement> found = claim.judge(LABORATORY, setting(20, "20, 16, 3", ", batch-norm: true", ""));
        assertEquals(7, found.size(), "one of uniform gamma, two of all others");
        assertEquals(List.of("N7 A of W1, uniform directions, mean of 20 seeds, lower bound"), found.stream()
                .filter(j -> j.verdict() == Verdict.REFUTED).map(j -> j.claim().id()).toList());
        assertEquals(Verdict.CONSISTENT, found.stream().filter(j -> j.claim().id().contains("along gamma1, uniform"))
                .findFirst().orElseThrow().verdict());
        for (Setting setting : List.of(setting(10, "20, 8, 8, 3"),
                setting(20, "20, 16, 3", ", batch-norm: true", ", gamma: normal"))) {
            assertEquals(List.of(Verdict.NOT_APPLICABLE),
                    claim.judge(LABORATORY, setting).stream().map(Judgement::verdict).toList());
        }
        for (ClaimExperiment other : List.of(new NetworkVarianceFlatness(), new NetworkNoiseCurvature(),
                new SecondMomentIdentity(), new OneStepMoments(), new RescalingInvariance())) {
            List<Judgement> silent = other.judge(LABORATORY, setting(20, "20, 16, 3", ", batch-norm: true", ""));
            assertEquals(Verdict.NOT_APPLICABLE, silent.get(0).verdict(), silent.toString());
            assertTrue(silent.get(0).claim().reasonForSilence().contains("batch normalisation"), silent.toString());
        }
    }

    /**
     * Of twenty starts of their own, factors of either sign have no side: the mean of A is within four standard errors of
     * 0, false alarms 8e-4.
     */
    @Test
    void factorsOfEitherSignHaveNoSideOverStarts() {
        Setting drawn = setting(20, "20, 16, 3", ", batch-norm: true", ", gamma: normal", "");
        List<Judgement> found = new NormalisationAsymmetry().judge(LABORATORY, drawn);
        assertEquals(2, found.size(), found.toString());
        Judgement mean = found.get(0);
        assertEquals(20, mean.measured().samples());
        assertTrue(Math.abs(mean.measured().value()) < 4.0 * mean.measured().standardError(), found.toString());
        assertTrue(found.stream().noneMatch(j -> j.verdict() == Verdict.REFUTED), found.toString());
    }

    /**
     * Weights that become larger have a flat side in more than half of twenty seeds; the theorem is kept wherever it speaks;
     * weights in front of a normalisation are not asked. Without samples to test on both claims are silent.
     */
    @Test
    void makingWeightsLargerIsTheFlatSide() {
        String test = ", test-per-class: 20";
        List<Judgement> found = new ShiftedTestLoss().judge(LABORATORY, setting(10, "20, 8, 8, 3", "", ", seed: 1", test));
        assertEquals(5, found.size(), "three layers, all parameters, the theorem");
        assertTrue(found.stream().noneMatch(j -> j.verdict() == Verdict.REFUTED), found.toString());
        assertTrue(found.subList(0, 4).stream().allMatch(j -> j.measured().value() > 0.5), found.toString());
        List<Judgement> normalised = new ShiftedTestLoss()
                .judge(LABORATORY, setting(20, "20, 16, 3", ", batch-norm: true", ", seed: 1", test));
        assertEquals(List.of("gamma1", "W2", "all parameters"), normalised.stream().limit(3)
                .map(j -> j.claim().id().replaceAll(".* along (.*), of 20 seeds", "$1")).toList());
        List<Judgement> averaged = new AveragedWeights().judge(LABORATORY, setting(10, "20, 8, 8, 3", "", ", seed: 1", test));
        assertEquals(2, averaged.size(), averaged.toString());
        assertTrue(Double.isFinite(averaged.get(0).measured().value()), averaged.toString());
        for (ClaimExperiment claim : List.of(new ShiftedTestLoss(), new AveragedWeights())) {
            List<Judgement> silent = claim.judge(LABORATORY, setting(10, "20, 8, 8, 3"));
            assertEquals(List.of(Verdict.NOT_APPLICABLE), silent.stream().map(Judgement::verdict).toList());
        }
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
