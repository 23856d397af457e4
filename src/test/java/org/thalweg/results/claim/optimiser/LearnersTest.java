package org.thalweg.results.claim.optimiser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.random.Seed;
import org.thalweg.theory.OptimiserSelection;

/**
 * Sixteen learners on a ring: their spread, the smoothing of a rough loss, and what that does to learning rates. Seed
 * 4; each of the 9 statistical assertions has the tolerance it names and, where it names six standard errors, 1e-6
 * false alarms (of 16 groups Student's law: 3e-5).
 */
class LearnersTest {
    private static final Seed SEED = new Seed(4);
    private static final Decentralised RING = new Decentralised(16, Mixing.RING, GradientDescent.PLAIN);
    private static final double WAVE = 8.0;

    private static Setting rough(double rate, double lambda, double amplitude) {
        return ModelText.sound("""
                name: rough
                loss: {kind: formula, value: "%s*x^2/2 + %s*(1 - cos(%s*x)) + y^2/2"}
                domain: {x: {boundary: open}}
                noise: {kind: formula, covariance: {xx: "1", xy: "0", yy: "1e-12"}}
                sgd: {learning-rate: %s}
                optimiser: {kind: decentralised, learners: 16, mixing: ring}
                start: {x: 0, y: 0}
                """.formatted(lambda, amplitude, WAVE, rate)).setting();
    }

    private static void within(double expected, Measurement found, double share, String what) {
        assertEquals(expected, found.value(), share * expected, what + ": " + found);
        assertTrue(6.0 * found.standardError() < 2.0 * share * expected, what + " is not known well enough: " + found);
    }

    /** n = 16, eta = .1, s = lambda = 1: sigma_w^2 = .01474 and Var w = .00329, within three per cent. */
    @Test
    void spreadOnAParabola() {
        Setting setting = Parabola.of(1.0, 1.0, new Sgd(0.1).withRule(RING));
        LearnerStatistics found = LearnerStatistics.of(setting, 1, 128, 200, 4000, SEED);
        double spread = OptimiserSelection.spread(RING, 0.1, 1.0, 1.0);
        assertEquals(0.01474, spread, 5e-6);
        within(spread, found.spread(), 0.03, "sigma_w^2");
        within(0.01 / 16.0 / (1.0 - 0.81), found.meanSquare(), 0.03, "Var w");
        assertEquals(0.00329, 0.01 / 16.0 / (1.0 - 0.81), 5e-6);
    }

    /**
     * eta = .3, lambda = .2, A = .05, k = 8: at sigma_w^2 = .160 the amplitude A k = .4 of the roughness is smoothed to
     * .4 exp(-k^2 sigma_w^2 / 2) = .0024, to ten per cent; the slope stays .200, and at w = .196, where the roughness
     * is steepest, the effective learning rate is .09 of eta, both to three.
     */
    @Test
    void roughnessIsSmoothedAway() {
        Setting setting = rough(0.3, 0.2, 0.05);
        LearnerStatistics spread = LearnerStatistics.of(setting, 0, 128, 500, 4000, SEED);
        within(0.160, spread.spread(), 0.03, "sigma_w^2");
        MeanGradient found = MeanGradient.of(setting, WAVE, 0.196, 256, 500, 8000, SEED);
        assertEquals(0.0024, found.amplitude().value(), 0.00024, "amplitude " + found.amplitude());
        within(0.2, found.slope(), 0.03, "slope");
        assertEquals(0.09, found.effective().value(), 0.005, "to the digits given: " + found.effective());
        double expected = (0.2 * 0.196 + 0.0024) / (0.2 * 0.196 + 0.4 * Math.sin(WAVE * 0.196));
        within(expected, found.effective(), 0.03, "eta_e / eta");
    }

    /** Without roughness the mean gradient is that at the average: eta_e = eta, to rounding. */
    @Test
    void withoutRoughnessTheLearningRateIsWhole() {
        MeanGradient found = MeanGradient.of(rough(0.3, 0.2, 0.0), WAVE, 0.196, 256, 100, 200, SEED);
        assertEquals(1.0, found.effective().value(), 1e-10);
    }
}
