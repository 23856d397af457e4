package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

class EffectiveLossTest {
    private static boolean allHold(List<Hypothesis> hypotheses) {
        return hypotheses.stream().allMatch(Hypothesis::holds);
    }

    @Test
    void slopeIsTemperatureTimesOneMinusKappa() {
        EffectiveLoss law = EffectiveLoss.of(Valleys.ring(4.0, 0.05, 0.05));
        assertEquals(4.0, law.exponent(), 1e-15);
        double rise = sgdLoss(law, 0.0) - sgdLoss(law, 3.0);
        double stretch = Math.log(Profiles.RING.value(0.0) / Profiles.RING.value(3.0));
        assertEquals(-0.15, rise / stretch, 1e-14);
    }

    @Test
    void isotropicNoiseHasNoSgdLoss() {
        EffectiveLoss law = EffectiveLoss.of(Valleys.ring(1.0, 0.05, 0.05));
        assertEquals(0.0, law.asymptoticParameter());
        assertEquals(0.0, sgdLoss(law, 2.0), 1e-15);
    }

    /** L_SGD = -Delta ln P(x, 0) - L with P(x, 0) = P(x) / F(x), up to a constant. */
    private static double sgdLoss(EffectiveLoss law, double x) {
        double flatness = law.floor().shape().flatness().get(0).value(x);
        return -law.temperature() * (law.logDensity(x) - Math.log(flatness)) - law.floor().shape().floor().value(x);
    }

    /** L_SGD is what is published: Delta (1 - kappa) ln F + (kappa - 1) L0. */
    @Test
    void sgdLossIsThePublishedOne() {
        double temperature = 0.03;
        EffectiveLoss law = EffectiveLoss.of(Valleys.setting(
                Profiles.parabola(0.1), Profiles.BUMP, Valleys.BUMP, temperature, 3.0, 0.01, 2.5, 1.3));
        double constant = Double.NaN;
        for (double x = -2.5; x <= 2.5; x += 0.25) {
            double published = temperature * (1.0 - 3.0) * Math.log(Profiles.BUMP.value(x))
                    + (3.0 - 1.0) * 0.05 * x * x;
            double difference = published - sgdLoss(law, x);
            constant = Double.isNaN(constant) ? difference : constant;
            assertEquals(constant, difference, 1e-14);
        }
    }

    @Test
    void cellsHoldAllTheProbability() {
        EffectiveLoss law = EffectiveLoss.of(Valleys.ring(4.0, 0.05, 0.05));
        Marginal marginal = law.on(Valleys.RING, 64);
        assertEquals(1.0, Arrays.stream(marginal.density()).sum() * 2.0 * Math.PI / 64, 1e-13);
        // Means over cells instead of values at centres: second order in the cell width.
        assertEquals(4.0, law.exponent(Valleys.RING, 64), 1e-2);
        assertEquals(4.0, law.exponent(Valleys.RING, 1024), 1e-4);
        double[] error = marginal.density().clone();
        Marginal measured = new Marginal(marginal.x(), marginal.flatness(), marginal.density(), error);
        assertEquals(law.exponent(Valleys.RING, 64), law.exponent(measured), 1e-12);
    }

    /** A floor a thousand temperatures deep: nothing overflows, nothing is lost. */
    @Test
    void deepFloor() {
        EffectiveLoss law = EffectiveLoss.of(Valleys.setting(
                Profiles.parabola(1.0), Profiles.BUMP, Valleys.BUMP, 1e-3, 10.0, 0.01, 2.5, 1.3));
        double mass = Arrays.stream(law.on(Valleys.BUMP, 512).density()).sum() * 6.0 / 512;
        assertEquals(1.0, mass, 1e-12);
    }

    @Test
    void severalDirectionsMultiply() {
        PlainSetting setting = Valleys.setting(Profiles.LEVEL, List.of(Profiles.RING, Profiles.RING),
                Valleys.RING, new AnisotropicNoise(0.5, 2.0, 1.0), 0.05, 3.0, 1.35);
        EffectiveLoss law = EffectiveLoss.of(setting);
        assertTrue(Double.isNaN(law.exponent()));
        assertEquals(6.0, law.exponent(Valleys.RING, 1024), 1e-3);
        PlainSetting equal = setting.withNoise(new AnisotropicNoise(0.5, 2.0, 2.0));
        assertEquals(8.0, EffectiveLoss.of(equal).exponent(), 1e-15);
    }

    @Test
    void hypothesesDecideWhatMayBeClaimed() {
        assertTrue(allHold(EffectiveLoss.of(Valleys.ring(4.0, 0.05, 0.02)).hypotheses()));
        assertTrue(allHold(EffectiveLoss.of(Valleys.ring(4.0, 0.05, 0.02)).hypothesesForSgd()));
        // eta/(2 F^2) = 0.1 at the sharpest point.
        assertFalse(allHold(EffectiveLoss.of(Valleys.ring(4.0, 0.05, 0.05)).hypothesesForSgd()));
        // eps = 0.1125.
        assertFalse(allHold(EffectiveLoss.of(Valleys.ring(10.0, 0.05, 0.02)).hypotheses()));
        PlainSetting absorbing = Valleys.setting(Profiles.LEVEL, Profiles.BUMP,
                new Interval(-3.0, 3.0, Boundary.ABSORBING), 0.01, 2.0, 0.01, 2.5, 1.3);
        assertFalse(allHold(EffectiveLoss.of(absorbing).hypotheses()));
    }
}
