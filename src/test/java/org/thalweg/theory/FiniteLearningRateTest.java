package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.theory.floor.FloorEquation;

class FiniteLearningRateTest {
    /** (F^2 - eta/2)^(kappa/2). */
    @Test
    void closedForm() {
        FiniteLearningRate law = FiniteLearningRate.of(Valleys.ring(4.0, 0.05, 0.05));
        for (double x = -3.0; x <= 3.0; x += 0.5) {
            double f = Profiles.RING.value(x);
            double expected = 2.0 * Math.log((f * f - 0.025) / (2.25 - 0.025));
            assertEquals(expected, law.logDensity(x) - law.logDensity(0.0), 1e-13);
        }
    }

    /** The recursion y' = (1 - eta/F^2) y + noise leaves Var(y | x) where it is. */
    @Test
    void varianceIsAFixedPointOfTheRecursion() {
        double eta = 0.3;
        FloorEquation floor = new FloorEquation(FloorDiffusion.of(Valleys.ring(4.0, 0.05, eta)), eta, 1.0);
        double f = Profiles.RING.value(2.0);
        double variance = floor.varianceAcross(0, 2.0);
        double contraction = 1.0 - eta / (f * f);
        assertEquals(variance, contraction * contraction * variance + 2.0 * 0.05 * eta, 1e-15);
    }

    /**
     * Against literal SGD, simulated once with an independent program (fitted exponents over 64 bins with their
     * standard errors). Tolerance: 3.29 standard errors (false alarm 1e-3) and the second order in eps, which on the
     * ring at eta = 0 is the difference between next order and diffusion: 0.014 at kappa = 4, Delta = .05; 0 at kappa
     * = 1; 5e-4 at Delta = .01.
     */
    @ParameterizedTest
    @CsvSource({"1, .05, .05, 1.0380, .0032, 0",
        "4, .05, .05, 4.0211, .0069, .014", "4, .01, .375, 5.8579, .0185, .0005"})
    void nextOrderMeetsLiteralSgd(
            double kappa, double temperature, double eta, double simulated, double error, double secondOrder) {
        FiniteLearningRate law = FiniteLearningRate.of(Valleys.ring(kappa, temperature, eta)).nextOrder();
        assertEquals(simulated, law.exponent(Valleys.RING, 512), 3.29 * error + secondOrder);
    }

    @ParameterizedTest
    @CsvSource({"1, .05, .05, 1.0392", "4, .05, .05, 4.1566", "4, .01, .375, 5.9179"})
    void exponentOfTheLaw(double kappa, double temperature, double eta, double exponent) {
        FiniteLearningRate law = FiniteLearningRate.of(Valleys.ring(kappa, temperature, eta));
        assertEquals(exponent, law.exponent(Valleys.RING, 512), 2e-4);
    }

    @Test
    void vanishingLearningRateIsTheDiffusion() {
        PlainSetting setting = Valleys.ring(4.0, 0.05, 1e-6);
        double diffusion = NextOrder.of(setting).exponent(Valleys.RING, 256);
        assertEquals(diffusion, FiniteLearningRate.of(setting).nextOrder().exponent(Valleys.RING, 256), 1e-4);
    }

    /** In one dimension the step correction is that of the Euler chain: Var x of a quadratic floor is right. */
    @Test
    void quadraticFloorHasTheVarianceOfTheRecursion() {
        double eta = 0.01;
        double curvature = 0.8;
        double along = 0.02;
        PlainSetting setting = Valleys.setting(Profiles.parabola(curvature),
                org.thalweg.model.profile.Profile.constant(0.5),
                new org.thalweg.model.space.Interval(-3.0, 3.0, org.thalweg.model.space.Boundary.REFLECTING),
                along, 1.0, eta, 0.0, 1.0);
        FiniteLearningRate law = FiniteLearningRate.of(setting).nextOrder();
        double variance = 1.0 / (-2.0 * (law.logDensity(1.0) - law.logDensity(0.0)));
        // Exact: (D/c) / (1 - eta c / 2); the law is first order in eta c.
        assertEquals(along / curvature / (1.0 - 0.5 * eta * curvature), variance, 1e-6 * variance + 2e-5 * along);
    }

    @Test
    void unstablePartIsEmptyAndSaidToBe() {
        FiniteLearningRate law = FiniteLearningRate.of(Valleys.ring(4.0, 0.01, 0.6));
        assertEquals(Double.NEGATIVE_INFINITY, law.logDensity(3.1));
        assertTrue(Double.isNaN(new FloorEquation(law.floor(), 0.6, 1.0).drift(3.1)));
        assertFalse(law.hypotheses().stream().allMatch(Hypothesis::holds));
        FiniteLearningRate stable = FiniteLearningRate.of(Valleys.ring(4.0, 0.01, 0.3));
        assertTrue(stable.hypotheses().stream().allMatch(Hypothesis::holds));
    }
}
