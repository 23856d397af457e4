package org.thalweg.fokkerplanck.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

class ValleyFloorTest {
    private static Map<Quantity, Measurement> floor(PlainSetting setting) {
        return StationaryDensity.solve(setting, DensityMethod.QUADRATURE, Resolution.DEFAULT).quantities();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 1.0})
    void theDegenerateValleyHasThePlainPowerLaw(double temperature) {
        for (double kappa : new double[] {0.5, 1, 4, 40}) {
            assertEquals(kappa, floor(Examples.ring(kappa, temperature)).get(Quantity.SELECTION_EXPONENT).value(),
                    1e-10 * kappa);
        }
        // <F> with P ~ F^4 on the ring, F = 1 + cos(x)/2: moments of 1 + a cos x are 1 + 3 a^2 + 3 a^4/8 (4th) and
        // 1 + 5 a^2 + 15 a^4/8 (5th).
        assertEquals((1 + 1.25 + 15.0 / 128) / (1 + 0.75 + 3.0 / 128),
                floor(Examples.ring(4, temperature)).get(Quantity.MEAN_FLATNESS).value(), 1e-12);
    }

    @Test
    void nothingOverflowsAtATinyTemperature() {
        double temperature = 1e-6;
        PlainSetting setting = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING,
                new Interval(-3, 3, Boundary.REFLECTING), 10,
                temperature);
        Map<Quantity, Measurement> found = floor(setting);
        // Gaussian up to terms of relative size Delta: variance Delta / (kappa (epsilon - Delta)).
        assertEquals(1.0, found.get(Quantity.VARIANCE_X).value() / (temperature / (10 * 0.1)), 1e-4);
        ValleyFloor floor = ValleyFloor.of(setting);
        assertEquals(-10 * (0.45 / temperature)
                + 10 * 0.5 * Math.log(10), floor.logDensity(3) - floor.logDensity(0), 1e-4);
        PlainSetting open = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 10, temperature);
        assertEquals(found.get(Quantity.VARIANCE_X).value(), floor(open).get(Quantity.VARIANCE_X).value(),
                1e-9 * temperature);
    }

    /** L0 = (eps/2) ln(1 + x^2), F = sqrt(1 + x^2): a stationary state iff Delta &lt; eps kappa / (kappa + 1). */
    @ParameterizedTest
    @CsvSource({"1", "4", "10"})
    void theLogWalledValleyLosesItsStationaryState(double kappa) {
        double epsilon = 0.2;
        double limit = epsilon * kappa / (kappa + 1);
        assertFalse(floor(logWalled(epsilon, kappa, 0.999 * limit)).isEmpty());
        for (DensityMethod method : DensityMethod.values()) {
            String message = assertThrows(NoStationaryStateException.class, () -> StationaryDensity.solve(
                    logWalled(epsilon, kappa, 1.001 * limit), method, Resolution.DEFAULT)).getMessage();
            assertTrue(message.contains("no stationary state"), message);
        }
    }

    @Test
    void meansWithoutAValueAreUndefined() {
        // <F> is finite iff Delta < eps kappa / (kappa + 2).
        double epsilon = 0.2;
        double kappa = 4;
        double limit = epsilon * kappa / (kappa + 2);
        Measurement below = floor(logWalled(epsilon, kappa, 0.9 * limit)).get(Quantity.MEAN_FLATNESS);
        // P ~ (1 + x^2)^(-p/2), p = kappa (eps/Delta - 1): <F> = B(1/2, (p-2)/2) / B(1/2, (p-1)/2).
        double p = kappa * (epsilon / (0.9 * limit) - 1);
        double exact = Math.exp(org.hipparchus.special.Beta.logBeta(0.5, (p - 2) / 2)
                - org.hipparchus.special.Beta.logBeta(0.5, (p - 1) / 2));
        assertEquals(exact, below.value(), 1e-3 * exact, "the tail beyond 1e9 still holds 1e-4");
        assertFalse(floor(logWalled(epsilon, kappa, 1.01 * limit)).get(Quantity.MEAN_FLATNESS).defined());
    }

    private static PlainSetting logWalled(double epsilon, double kappa, double temperature) {
        return Examples.valley(Profiles.logWall(epsilon), Profiles.OPENING, Interval.LINE, kappa, temperature);
    }

    /** L0 = eps x^2/2, F = sqrt(1 + x^2): F*\/F0 = sqrt(Delta / Delta_c) above Delta_c = eps, 1 below. */
    @ParameterizedTest
    @CsvSource({"0.5, 1.0", "1.0, 1.0", "2.0, 1.41421356", "4.0, 2.0"})
    void selectionBifurcates(double relativeTemperature, double flatness) {
        double epsilon = 0.05;
        PlainSetting setting = Examples.valley(Profiles.parabola(epsilon), Profiles.OPENING, Interval.LINE, 4,
                epsilon * relativeTemperature);
        ValleyFloor floor = ValleyFloor.of(setting);
        double most = Math.sqrt(flatness * flatness - 1.0);
        for (double step : new double[] {-0.5, -0.01, 0.01, 0.5}) {
            assertTrue(floor.logDensity(most) > floor.logDensity(most + step), "step " + step);
        }
        // U = L0 - Delta ln F, and P ~ exp(-kappa U / Delta).
        double temperature = epsilon * relativeTemperature;
        double difference = 0.5 * epsilon - temperature * 0.5 * Math.log(2);
        assertEquals(-4.0 / temperature * difference, floor.logDensity(1) - floor.logDensity(0), 1e-10);
    }

    @Test
    void twoDimensionsShowTheBifurcationToo() {
        double epsilon = 0.05;
        PlainSetting setting = Examples.valley(Profiles.parabola(epsilon), Profiles.OPENING, Interval.LINE, 1,
                2 * epsilon);
        DensitySolution solution = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT);
        // kappa = 1 is exact: P ~ F exp(-L0 / Delta), highest at |x| = 1, and 1 / P(0) known.
        var marginal = solution.marginalOn(new Interval(-2, 2, Boundary.OPEN), 401);
        int highest = 0;
        for (int b = 0; b < 401; b++) {
            highest = marginal.density()[b] > marginal.density()[highest] ? b : highest;
        }
        assertEquals(1.0, Math.abs(marginal.x()[highest]), 0.05);
    }

    @Test
    void effectiveRangeHoldsAllButTheMassAsked() {
        PlainSetting setting = Examples.valley(Profiles.parabola(0.1), Profile.constant(1.0), Interval.LINE,
                1, 0.1);
        Interval range = ValleyFloor.of(setting).effectiveRange(2 * 0.15865525);
        // One standard deviation, rounded outwards to a cell.
        assertEquals(-1.0, range.from(), 0.25);
        assertEquals(1.0, range.to(), 0.25);
        assertTrue(range.from() <= -1.0 && range.to() >= 1.0);
        assertEquals(-3.0, ValleyFloor.of(Examples.bump(1, 0.1)).effectiveRange(0.1).from());
    }

    @Test
    void aCurrentAroundTheRingIsRefused() {
        var tilted = Profiles.of(x -> 0.1 * x, x -> 0.1, x -> 0.0);
        PlainSetting setting = Examples.valley(tilted, Profiles.RING, new Interval(-Math.PI, Math.PI,
                Boundary.PERIODIC), 4,
                0.05);
        assertTrue(assertThrows(Refusal.class, () -> ValleyFloor.of(setting)).getMessage()
                .contains("current"));
    }
}
