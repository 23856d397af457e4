package org.thalweg.theory.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.Valleys;

class ConvergenceTimeTest {
    @Test
    void bump() {
        ConvergenceTime time = ConvergenceTime.of(Valleys.bump(10.0, 0.1, 0.05));
        assertEquals(4.839, 0.1 * time.meanTime(), 0.005);
        assertEquals(4.61, 0.1 * time.finiteLearningRate().meanTime(), 0.005);
        // eps = .331; at Delta = .02 it is .066.
        assertFalse(time.hypotheses().stream().allMatch(Hypothesis::holds));
        ConvergenceTime cooler = ConvergenceTime.of(Valleys.bump(10.0, 0.02, 0.05));
        assertTrue(cooler.hypotheses().stream().allMatch(Hypothesis::holds));
    }

    @Test
    void onADegenerateValleyTimeIsInverseToTheTemperature() {
        ConvergenceTime hot = ConvergenceTime.of(Valleys.ring(4.0, 0.1, 0.05));
        ConvergenceTime cold = ConvergenceTime.of(Valleys.ring(4.0, 0.01, 0.05));
        assertEquals(10.0, cold.meanTime() / hot.meanTime(), 1e-9);
        assertEquals(-1.0, hot.temperatureExponent());
        assertEquals(3.8323, 0.1 * hot.meanTime(), 1e-4);
    }

    /** The backward equation in two dimensions gives 485.3 +- .2 and 49.80 +- .03, the floor 483.9 and 48.39. */
    @ParameterizedTest
    @CsvSource({".01, 485.3, .2", ".1, 49.80, .03"})
    void nextOrderMeetsTheBackwardEquation(double temperature, double time, double error) {
        ConvergenceTime floor = ConvergenceTime.of(Valleys.bump(10.0, temperature, 0.05));
        double correction = floor.nextOrder().meanTime() - floor.meanTime();
        // What is left is of second order: eps times the correction, eps = .033 and .33.
        assertEquals(time - floor.meanTime(), correction, 3.31 * temperature * correction + error);
    }

    /**
     * Literal SGD on the bump, simulated once with an independent program: finite learning rate, overshoot and next
     * order together. Tolerance 3.29 standard errors (false alarm 1e-3 each) and, at Delta = .1, the 0.08 by which
     * the next order misses the diffusion itself (49.87 against 49.79).
     */
    @ParameterizedTest
    @CsvSource({".01, .05, 467.9, 2.25, 0", ".1, .05, 48.09, .064, .08", ".1, .0125, 49.61, .135, .08"})
    void allCorrectionsMeetLiteralSgd(
            double temperature, double eta, double time, double error, double secondOrder) {
        ConvergenceTime full = ConvergenceTime.of(Valleys.bump(10.0, temperature, eta))
                .finiteLearningRate().withDiscreteSteps().nextOrder();
        assertEquals(time, full.meanTime(), 3.29 * error + secondOrder);
    }

    /** F constant, L0 = 0: a Brownian motion on [0, l] with a wall at 0; the target is a smooth rise of F near l. */
    @Test
    void brownianMotion() {
        // F = 1 + 1e-12 x^2: flat but for the edge it defines.
        Profile flatness = Profiles.of(x -> 1.0 + 1e-12 * x * x, x -> 2e-12 * x, x -> 2e-12);
        PlainSetting wall = Valleys.setting(Profiles.LEVEL, flatness, new Interval(0.0, 3.0, Boundary.REFLECTING),
                0.2, 4.0,
                0.01, 0.5, 1.0 + 4e-12);
        // T = (l^2 - x^2) / (2 D), D = .05; the edge is as sharp as 1 + 1e-12 x^2 is in double precision.
        assertEquals((4.0 - 0.25) / 0.1, ConvergenceTime.of(wall).meanTime(), 0.02);
    }

    /** The escape from a quadratic floor over a closed form: F = 1, L0 = x^2/2, two targets at +-b. */
    @Test
    void twoTargetsOnASlopingFloor() {
        double d = 0.25;
        double b = 1.0;
        Profile flatness = Profiles.of(x -> 1.0 + 1e-9 * x * x, x -> 2e-9 * x, x -> 2e-9);
        PlainSetting setting = Valleys.setting(Profiles.parabola(1.0), flatness,
                new Interval(-3.0, 3.0, Boundary.REFLECTING), d, 1.0, 0.01, 0.0, 1.0 + 1e-9);
        // T(0) = (1/D) int_0^b dx exp(x^2/2D) int_0^x dz exp(-z^2/2D), summed as its power series in b^2/D.
        double term = b * b / (2.0 * d);
        double sum = 0.0;
        for (int n = 1; n < 60; n++) {
            sum += term;
            term *= b * b / d * (2.0 * n) / ((2.0 * n + 1.0) * (2.0 * n + 2.0));
        }
        assertEquals(sum, ConvergenceTime.of(setting).meanTime(), 1e-6 * sum);
    }

    @Test
    void overshoot() {
        assertEquals(0.5826 * Math.sqrt(2.0 * 0.01 * 0.05),
                ConvergenceTime.of(Valleys.bump(10.0, 0.1, 0.05)).overshoot(0.5, 1.0), 1e-6);
    }

    @Test
    void startInsideTheFlatSet() {
        PlainSetting setting =
                Valleys.setting(Profiles.LEVEL, Profiles.RING, Valleys.RING, 0.05, 4.0, 0.05, 0.0, 1.35);
        assertEquals(0.0, ConvergenceTime.of(setting).meanTime());
        assertTrue(ConvergenceTime.of(setting).hypotheses().stream().allMatch(Hypothesis::holds));
    }

    /** Times in words are for readers, whose unit is learning time: a tenth of drift time at a momentum of 0.9. */
    @Test
    void wordsAreInLearningTime() {
        PlainSetting plain = Valleys.ring(4.0, 0.05, 0.05);
        PlainSetting heavy = new Setting("heavy", "", plain.surface(), plain.domain(), plain.noise(),
                new Sgd(0.005).withMomentum(0.9), plain.start(), plain.flatSet()).effective();
        ConvergenceTime time = ConvergenceTime.of(heavy);
        assertEquals(ConvergenceTime.of(plain).meanTime(), time.meanTime(), 1e-9 * time.meanTime());
        assertEquals("76.6", ConvergenceTime.of(plain).inWords());
        assertEquals("7.66", time.inWords());
        assertEquals("T = 7.66", time.hypotheses().get(0).found());
    }

    @Test
    void unreachableFlatSet() {
        PlainSetting setting =
                Valleys.setting(Profiles.LEVEL, Profiles.RING, Valleys.RING, 0.05, 4.0, 0.05, 3.0, 1.6);
        ConvergenceTime time = ConvergenceTime.of(setting);
        assertEquals(Double.POSITIVE_INFINITY, time.meanTime());
        assertFalse(time.hypotheses().stream().allMatch(Hypothesis::holds));
    }

    @Test
    void openLine() {
        PlainSetting confined = Valleys.setting(
                Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 0.05, 4.0, 0.01, 0.0, 1.5);
        assertTrue(Double.isFinite(ConvergenceTime.of(confined).meanTime()));
        // The target lies to the left only: F falls to the right, and nothing brings the walker back from there.
        Profile falling = Profiles.of(x -> 1.5 - 0.5 * Math.tanh(x), x -> -0.5 / Math.pow(Math.cosh(x), 2),
                x -> Math.tanh(x) / Math.pow(Math.cosh(x), 2));
        PlainSetting escaping =
                Valleys.setting(Profiles.LEVEL, falling, Interval.LINE, 0.05, 4.0, 0.01, 2.0, 1.5);
        assertEquals(Double.POSITIVE_INFINITY, ConvergenceTime.of(escaping).meanTime());
    }

    @Test
    void noFloorToWalkOn() {
        assertTrue(Double.isNaN(ConvergenceTime.of(Valleys.ring(4.0, 0.05, 0.6)).finiteLearningRate().meanTime()));
    }

    @Test
    void withoutAFlatSetThereIsNoQuestion() {
        PlainSetting with = Valleys.ring(4.0, 0.05, 0.05);
        PlainSetting without = new Setting("aimless", "", with.surface(), with.domain(), with.noise(), with.sgd(),
                with.start(), Optional.empty()).effective();
        Refusal refused =
                assertThrows(Refusal.class, () -> ConvergenceTime.of(without));
        assertTrue(refused.getMessage().contains("'aimless' has no flat set"));
    }
}
