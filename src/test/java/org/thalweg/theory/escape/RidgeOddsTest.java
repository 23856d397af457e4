package org.thalweg.theory.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelText;

class RidgeOddsTest {
    private static RidgeOdds odds(double flat, double y, double temperature) {
        PlainSetting setting = ModelText.sound(ModelText.of(
                "{kind: published-two-valleys, flat: " + flat + ", at: " + y + "}",
                "{kind: curvature, strength: " + temperature
                        + ", exponent: 1}")).setting().withLearningRate(1.0).effective();
        return RidgeOdds.of(setting).orElseThrow();
    }

    /** Of an independent program: shares by Ito, by the published formula, and isothermal. */
    @ParameterizedTest
    @CsvSource({"5, .001, .9332, .9135, .9021", "5, .003, .7654, .7313, .6829", "2, .003, .6497, .6625, .5505"})
    void sharesOfTheTable(double y, double temperature, double ito, double published, double isothermal) {
        RidgeOdds odds = odds(0.8, y, temperature);
        assertEquals(ito, odds.ito(), 5e-5);
        assertEquals(published, odds.published(), 5e-5);
        assertEquals(isothermal, odds.isothermal(), 5e-5);
        assertTrue(odds.hypotheses().stream().allMatch(h -> h.holds()));
    }

    /** Equal valleys: half each by any law. */
    @Test
    void equalValleysShareEvenly() {
        RidgeOdds odds = odds(0.65, 5.0, 0.003);
        for (double share : List.of(odds.ito(), odds.published(), odds.isothermal())) {
            assertEquals(0.5, share, 1e-15);
        }
        assertTrue(odds.sameNoise().holds());
    }

    /** Far below the barrier the three differ by powers of gamma alone: 1, 1/2 and 0. */
    @Test
    void highBarriersLeavePowersOfGamma() {
        RidgeOdds odds = odds(0.66, 100.0, 0.001);
        double gamma = 0.66 * 0.66 / (0.65 * 0.65);
        double ito = logOdds(odds.ito()) - logOdds(odds.isothermal());
        assertEquals(Math.log(gamma), ito, 1e-9);
        double published = logOdds(odds.published()) - logOdds(odds.isothermal());
        // erfi(a) ~ exp(a^2) / (a sqrt(pi)) (1 + 1 / (2 a^2) + ...), a^2 = 119 here.
        assertEquals(0.5 * Math.log(gamma), published, 2e-4);
    }

    private static double logOdds(double share) {
        return Math.log(share / (1.0 - share));
    }
}
