package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.results.TwoValleyWalks.THREADS;
import static org.thalweg.results.TwoValleyWalks.run;
import static org.thalweg.results.TwoValleyWalks.sde;
import static org.thalweg.results.TwoValleyWalks.setting;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.plan.Horizon;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** Freezing in one of two valleys: trajectories against the quasi-equilibrium and against each other. */
class TwoValleysTest {
    /** P(x &gt; 0 | S = 1), integrated independently with 20001 points; the quadrature's own error is below 1e-8. */
    @ParameterizedTest
    @CsvSource({"1,.2,.986", "1,.25,.953", "1,.3,.909", "1,.4,.832", "1,.5,.786",
        "2,.08,.999", "2,.1,.990", "2,.12,.971", "2,.15,.936", "2,.2,.888"})
    void quasiEquilibrium(double gamma, double sigma, double expected) {
        DensitySolution law = StationaryDensity.solve(
                setting(Double.POSITIVE_INFINITY, gamma, sigma, 1.0), DensityMethod.AUTO, Resolution.DEFAULT);
        assertEquals(expected, law.quantities().get(Quantity.FLAT_FRACTION).value(), 0.002);
    }

    /** A landscape that changes has no stationary density, and the refusal says what to do. */
    @Test
    void aChangingLandscapeHasNoStationaryDensity() {
        Refusal e = assertThrows(Refusal.class, () -> StationaryDensity.solve(
                setting(20.0, 1.0, 0.3, 1.0), DensityMethod.AUTO, Resolution.DEFAULT));
        assertTrue(e.getMessage().contains("slow-time=inf"), e.getMessage());
    }

    /** Schemes of higher order would lose it without a word. */
    @Test
    void onlyEulerMaruyamaTakesExplicitTime() {
        Refusal e = assertThrows(Refusal.class, () -> SdeDynamics.of(
                setting(20.0, 1.0, 0.3, 1.0), Schemes.MILSTEIN, Increments.NORMAL, 0.01));
        assertTrue(e.getMessage().contains("euler-maruyama"), e.getMessage());
    }

    /**
     * The signs of freezing, with 1280 walkers a setting: P(flat) rises with noise by more than half (from .007 to .88:
     * over 50 standard errors), falls again at the largest noise (.88 to .78: 7), and switches only rise. The
     * differences being what they are, a false alarm is less likely than 1e-9.
     */
    @Test
    void noiseDelaysFreezingUntilItSpoilsTheSelection() {
        double[] strengths = {0.15, 0.2, 0.3, 0.5};
        double[] flat = new double[strengths.length];
        double switches = -1.0;
        for (int i = 0; i < strengths.length; i++) {
            PlainSetting setting = setting(20.0, 1.0, strengths[i], 1.0);
            Map<Quantity, Measurement> found = run(setting, sde(setting, 0.02), 1280, 7);
            flat[i] = found.get(Quantity.FLAT_FRACTION).value();
            assertTrue(found.get(Quantity.SWITCHES).value() > switches, "switches at sigma " + strengths[i]);
            switches = found.get(Quantity.SWITCHES).value();
        }
        assertTrue(flat[1] > flat[0] && flat[2] > flat[0] + 0.5, "rises");
        assertTrue(flat[3] < flat[2], "falls again");
    }

    /**
     * SGD of learning rate 0.01 is Euler-Maruyama of step 0.01: two sets of random numbers, z = 4, 6e-5 a comparison.
     */
    @Test
    void literalSgdFreezesAlike() {
        PlainSetting setting = setting(20.0, 1.0, 0.3, 0.01);
        Map<Quantity, Measurement> sgd = run(setting, SgdDynamics.of(setting), 2560, 3);
        Map<Quantity, Measurement> sde = run(setting, sde(setting, 0.01), 2560, 4);
        for (Quantity quantity : List.of(Quantity.FLAT_FRACTION, Quantity.SWITCHES, Quantity.LAST_SWITCH)) {
            Measurement a = sgd.get(quantity);
            Measurement b = sde.get(quantity);
            assertEquals(0.0, a.value() - b.value(), 4.0 * Math.hypot(a.standardError(), b.standardError()),
                    quantity.key());
        }
    }

    /**
     * Long runs at fixed S = 1 against P(x | S) in 64 cells: total variation below 1 %. 512 walkers over times 20 to
     * 60, steps 0.002 as small as the reference has them; sampling alone gives some 0.003.
     */
    @Test
    void longRunsAtFixedScaleMeetTheQuasiEquilibrium() {
        PlainSetting setting = setting(Double.POSITIVE_INFINITY, 1.0, 0.4, 1.0).withStart(1.0);
        Interval range = Horizon.histogramRange(setting).orElseThrow();
        EnsembleResult run = Ensemble.run(setting, sde(setting, 0.002),
                Protocol.window(10_000, 30_000, 50).histogramOver(range), 2048, new Seed(5), THREADS, Progress.NONE);
        Marginal counted = run.marginal();
        Marginal law = StationaryDensity.solve(setting, DensityMethod.AUTO, Resolution.DEFAULT)
                .marginalOn(range, counted.size());
        double variation = 0.0;
        for (int i = 0; i < counted.size(); i++) {
            variation += 0.5 * Math.abs(counted.density()[i] - law.density()[i]) * range.length() / counted.size();
        }
        assertTrue(variation < 0.01, "total variation " + variation);
    }
}
