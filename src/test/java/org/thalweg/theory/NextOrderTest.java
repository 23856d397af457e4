package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;

class NextOrderTest {
    private static final int POINTS = 47;
    private static final int MODES = 7;

    /** The exponents of the diffusion (docs/theory/next-order.md) from the tests' own hierarchy: it is a fair judge. */
    @ParameterizedTest
    @CsvSource({"1, .05, 1.0000", "2, .05, 1.9747", "4, .1, 3.7852", "4, .05, 3.8797", "4, .02, 3.9479",
        "4, .005, 3.9864", "10, .05, 9.3066"})
    void theReferenceReproducesTheRingTable(double kappa, double temperature, double exponent) {
        HermiteReference reference = HermiteReference.of(Valleys.ring(kappa, temperature, 0.01), POINTS, MODES);
        double[] flatness = java.util.Arrays.stream(reference.x()).map(Profiles.RING::value).toArray();
        assertEquals(exponent, SelectionExponent.unweighted(flatness, reference.density()), 1e-4);
    }

    /** Ratio of the L1 errors, leading over next order: 8.9 at eps = .11, 5.2 at .075, 2.7 at .15. */
    @ParameterizedTest
    @CsvSource({"10, .05, .1125, 8.85", "4, .1, .075, 5.18", "4, .2, .15, 2.74", "4, .05, .0375, 10.04"})
    void nextOrderIsCloserThanTheLeadingOneOnTheRing(double kappa, double temperature, double eps, double ratio) {
        PlainSetting setting = Valleys.ring(kappa, temperature, 0.01);
        HermiteReference reference = HermiteReference.of(setting, POINTS, MODES);
        EffectiveLoss leading = EffectiveLoss.of(setting);
        assertEquals(eps, leading.asymptoticParameter(), 1e-9);
        assertEquals(ratio, reference.distance(leading) / reference.distance(NextOrder.of(setting)), 0.1);
    }

    /** The L1 errors on the bump at Delta = .01; more points and modes do not change three digits. */
    @ParameterizedTest
    @CsvSource({"2, 2.02e-3, 6.9e-5", "10, 7.05e-3, 3.0e-4"})
    void nextOrderOnTheBump(double kappa, double leadingError, double nextError) {
        PlainSetting setting = Valleys.bump(kappa, 0.01, 0.01);
        HermiteReference reference = HermiteReference.of(setting, 97, 4);
        assertEquals(leadingError, reference.distance(EffectiveLoss.of(setting)), 0.01 * leadingError);
        assertEquals(nextError, reference.distance(NextOrder.of(setting)), 0.02 * nextError);
    }

    /** On a sloping floor the same order holds: quartering Delta and the floor together divides the error by 16. */
    @Test
    void slopingFloor() {
        double coarse = slopingFloorError(0.04);
        double fine = slopingFloorError(0.01);
        assertTrue(coarse < 2e-3, () -> "error " + coarse);
        assertEquals(16.0, coarse / fine, 4.0);
    }

    private static double slopingFloorError(double temperature) {
        Profile floor = Profiles.of(x -> temperature * (Math.cos(x) + 0.6 * Math.sin(x)),
                x -> temperature * (0.6 * Math.cos(x) - Math.sin(x)),
                x -> -temperature * (Math.cos(x) + 0.6 * Math.sin(x)));
        PlainSetting setting =
                Valleys.setting(floor, Profiles.RING, Valleys.RING, temperature, 4.0, 0.01, 3.0, 1.35);
        return HermiteReference.of(setting, POINTS, MODES).distance(NextOrder.of(setting));
    }

    /** Without reflection symmetry a current flows round the ring; the law stays periodic and as good as elsewhere. */
    @Test
    void ratchet() {
        Profile flatness = Profiles.of(x -> 1.0 + 0.3 * Math.cos(x) + 0.2 * Math.sin(2.0 * x),
                x -> -0.3 * Math.sin(x) + 0.4 * Math.cos(2.0 * x), x -> -0.3 * Math.cos(x) - 0.8 * Math.sin(2.0 * x));
        PlainSetting setting = Valleys.setting(Profiles.LEVEL, flatness, Valleys.RING, 0.03, 4.0, 0.01, 3.0, 1.35);
        NextOrder law = NextOrder.of(setting);
        assertEquals(law.logDensity(-Math.PI), law.logDensity(Math.PI), 1e-9);
        HermiteReference reference = HermiteReference.of(setting, 81, 6);
        double leading = reference.distance(EffectiveLoss.of(setting));
        double next = reference.distance(law);
        assertTrue(next < leading / 8.0, () -> "leading " + leading + ", next " + next);
    }

    @Test
    void isotropicNoiseIsEquilibrium() {
        NextOrder law = NextOrder.of(Valleys.ring(1.0, 0.3, 0.01));
        for (double x = -3.0; x <= 3.0; x += 0.5) {
            assertEquals(Math.log(Profiles.RING.value(x) / 1.5), law.logDensity(x) - law.logDensity(0.0), 1e-9);
        }
    }

    /** Two equal sharp directions at kappa = 1 are an equilibrium too, P ~ F^2. */
    @Test
    void severalDirections() {
        PlainSetting setting = Valleys.setting(Profiles.LEVEL, List.of(Profiles.RING, Profiles.RING),
                Valleys.RING, new AnisotropicNoise(2.0, 2.0, 2.0), 0.1, 3.0, 1.35);
        assertEquals(2.0, NextOrder.of(setting).exponent(Valleys.RING, 512), 1e-4);
    }

    @Test
    void hypothesesFailWhereTheOrderFails() {
        assertTrue(NextOrder.of(Valleys.bump(2.0, 0.01, 0.01)).hypotheses().stream().allMatch(Hypothesis::holds));
        assertFalse(NextOrder.of(Valleys.bump(10.0, 0.5, 0.01)).hypotheses().stream().allMatch(Hypothesis::holds));
    }
}
