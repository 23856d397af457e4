package org.thalweg.theory.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.noise.LandscapeNoise;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.TwoValleys;

/** Rates out of two valleys: limits that are known without a simulation. */
class SwitchingRatesTest {
    private static SwitchingRates rates(double tilt, double gamma, double sigma) {
        TwoValleys valleys = new TwoValleys(tilt, Double.POSITIVE_INFINITY, 1.0);
        return SwitchingRates.of(new Setting("two-valleys", "a test", valleys, new Domain(List.of(Interval.LINE)),
                new LandscapeNoise(valleys, sigma, gamma), new Sgd(1.0), new double[] {-1.0},
                        Optional.empty()).effective())
                .orElseThrow();
    }

    /** Kramers becomes flux over population as the barrier grows: the error falls as one over its height. */
    @Test
    void kramersIsTheLimitOfHighBarriers() {
        double previous = 1.0;
        for (double sigma : new double[] {0.2, 0.1, 0.05}) {
            SwitchingRates rates = rates(0.5, 1.0, sigma);
            double error = Math.abs(rates.fromSharp() / rates.fluxFromSharp() - 1.0);
            assertTrue(error < 0.35 * previous, "sigma " + sigma + ": " + error);
            previous = error;
        }
        assertEquals(0.0, previous, 0.01);
    }

    /**
     * Without a tilt the valleys are alike, phi(v) = 2/sigma^2 at gamma = 0 and the rate is sqrt(8 4)/(2 pi) e^-phi.
     */
    @Test
    void withoutTiltItIsTheTextbook() {
        SwitchingRates rates = rates(0.0, 0.0, 0.5);
        assertEquals(8.0, rates.heightFromSharp(), 1e-5);
        assertEquals(rates.fromSharp(), rates.fromFlat(), 1e-6 * rates.fromFlat());
        assertEquals(Math.sqrt(32.0) / (2.0 * Math.PI) * Math.exp(-8.0), rates.fromSharp(), 1e-5 * rates.fromSharp());
    }

    /** Flux over population balances the two valleys: P(flat) = k_s/(k_s + k_f), here .909 and .936 of quadrature. */
    @Test
    void ratesBalanceToTheQuasiEquilibrium() {
        SwitchingRates one = rates(0.5, 1.0, 0.3);
        assertEquals(0.909, one.fluxFromSharp() / (one.fluxFromSharp() + one.fluxFromFlat()), 0.01);
        SwitchingRates two = rates(0.5, 2.0, 0.15);
        assertEquals(0.936, two.fluxFromSharp() / (two.fluxFromSharp() + two.fluxFromFlat()), 0.01);
    }

    /** The noise of the bottom for all of the way exaggerates: the noise is weaker on top of the barrier. */
    @Test
    void theNoiseOfTheBottomIsNotThatOfTheWay() {
        SwitchingRates rates = rates(0.5, 1.0, 0.2);
        TwoValleys valleys = new TwoValleys(0.5, Double.POSITIVE_INFINITY, 1.0);
        LandscapeNoise noise = new LandscapeNoise(valleys, 0.2, 1.0);
        assertTrue(withNoiseOfTheBottom(valleys, noise, -1.0) > 2.0 * rates.fluxFromSharp());
        assertTrue(withNoiseOfTheBottom(valleys, noise, 1.0) < 0.5 * rates.fluxFromFlat());
    }

    /** sqrt(L''_v |L''_b|)/(2 pi) exp(-(L_b - L_v)/D_v) with D_v = C_v / 2, right only where noise does not vary. */
    private static double withNoiseOfTheBottom(TwoValleys valleys, LandscapeNoise noise, double valley) {
        double climb = valleys.value(new double[] {valleys.barrier()}) - valleys.value(new double[] {valley});
        return Math.sqrt(curvature(valleys, valley) * -curvature(valleys, valleys.barrier())) / (2.0 * Math.PI)
                * Math.exp(-climb / (0.5 * noise.variance(0, new double[] {valley})));
    }

    private static double curvature(TwoValleys valleys, double x) {
        double[][] hessian = new double[1][1];
        valleys.hessian(new double[] {x}, hessian);
        return hessian[0][0];
    }

    /** Few switches at first, k_s t, and both rates in turn later, 2 k_s k_f t/(k_s + k_f). */
    @Test
    void switchesOfTwoStates() {
        assertEquals(0.2e-3, SwitchingRates.switches(0.2, 0.05, 1e-3), 1e-7);
        assertEquals(2.0 * 0.2 * 0.05 / 0.25, SwitchingRates.switches(0.2, 0.05, 1e4) / 1e4, 1e-4);
    }

    /** At weak noise the barriers are high, at strong noise there are none to speak of, and it says so. */
    @Test
    void silentWhereBarriersAreLow() {
        assertTrue(rates(0.5, 1.0, 0.15).high().holds());
        assertFalse(rates(0.5, 1.0, 0.3).high().holds());
    }
}
