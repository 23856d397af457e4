package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.theory.floor.FloorEquation;
import org.thalweg.theory.quadrature.Antiderivative;

class GeneralNoiseTest {
    private static PlainSetting ring(double strength, double power, double kappa, double eta) {
        return Valleys.setting(Profiles.LEVEL, List.of(Profiles.RING), Valleys.RING,
                new CurvatureNoise(Profiles.RING, strength, power, kappa), eta, 3.0, 1.35);
    }

    /** U = L0 + (eta s / 4p) lambda^p, up to a constant. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 2.0, 0.5})
    void driftPotentialOfCurvatureNoise(double power) {
        double eta = 0.05;
        double strength = 1.5;
        GeneralNoise law = GeneralNoise.of(ring(strength, power, 4.0, eta));
        FloorEquation equation = new FloorEquation(law.floor(), 0.0, 1.0);
        Antiderivative potential = Antiderivative.of(x -> -equation.drift(x), law.floor().domain());
        for (double x = -3.0; x <= 3.0; x += 0.3) {
            double expected = eta * strength / (4.0 * power) * (lambda(x, power) - lambda(0.0, power));
            assertEquals(expected, potential.applyAsDouble(x) - potential.applyAsDouble(0.0), 1e-10);
        }
    }

    private static double lambda(double x, double power) {
        return Math.pow(Profiles.RING.value(x), -2.0 * power);
    }

    /** P ~ F^(kappa + 2p): label noise at kappa = 4 gives 6. */
    @Test
    void labelNoiseExponent() {
        GeneralNoise law = GeneralNoise.of(ring(1.0, 1.0, 4.0, 0.02));
        assertEquals(6.0, law.exponent(Valleys.RING, 1024), 1e-3);
    }

    @Test
    void constantNoiseIsTheEffectiveLoss() {
        GeneralNoise law = GeneralNoise.of(Valleys.ring(4.0, 0.05, 0.02));
        assertEquals(4.0, law.exponent(Valleys.RING, 1024), 1e-3);
    }

    /** A drive round the ring: the density stays periodic and obeys A P - (D P)' = constant. */
    @Test
    void netDriveMakesACurrent() {
        Profile other = Profiles.of(x -> 1.0 + 0.3 * Math.sin(x), x -> 0.3 * Math.cos(x), x -> -0.3 * Math.sin(x));
        Profile level = Profiles.of(x -> 0.02 * Math.cos(x), x -> -0.02 * Math.sin(x), x -> -0.02 * Math.cos(x));
        PlainSetting setting = Valleys.setting(level, List.of(Profiles.RING), Valleys.RING,
                new CurvatureNoise(other, 2.0, 1.0, 4.0), 0.02, 3.0, 1.35);
        GeneralNoise law = GeneralNoise.of(setting);
        FloorEquation equation = new FloorEquation(law.floor(), 0.0, 1.0);
        assertTrue(Math.abs(equation.gain()) > 1e-3);
        assertEquals(law.logDensity(-Math.PI), law.logDensity(Math.PI), 1e-12);
        double first = flux(law, equation, -2.5);
        for (double x = -2.0; x <= 2.5; x += 0.5) {
            assertEquals(first, flux(law, equation, x), 1e-6 * Math.abs(first) + 1e-9);
        }
    }

    private static double flux(GeneralNoise law, FloorEquation equation, double x) {
        double h = 1e-4;
        double right = equation.diffusion(x + h) * Math.exp(law.logDensity(x + h));
        double left = equation.diffusion(x - h) * Math.exp(law.logDensity(x - h));
        return equation.drift(x) * Math.exp(law.logDensity(x)) - (right - left) / (2.0 * h);
    }

    @Test
    void effectiveLossIsSilentAboutVaryingNoise() {
        PlainSetting setting = ring(1.0, 1.0, 4.0, 0.02);
        assertFalse(EffectiveLoss.of(setting).hypotheses().stream().allMatch(Hypothesis::holds));
        assertTrue(GeneralNoise.of(setting).hypotheses().stream().allMatch(Hypothesis::holds));
    }
}
