package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.theory.law.MarginalLaw;

/**
 * How the leading and the next order close in on the diffusion as Delta falls, on the ring and on the bump; the
 * diffusion by the engine's hierarchy, which NextOrderTest holds against the tests' own. Text in
 * docs/theory/next-order.md.
 */
class AsymptoticOrdersTest {
    private static final int CELLS = 256;

    /** Largest F'^2: sin^2(x)/4 on the ring, x^2 exp(-x^2) on the bump. */
    private static final double STEEPEST_RING = 0.25;
    private static final double STEEPEST_BUMP = Math.exp(-1.0);

    private static PlainSetting valley(double kappa, double temperature, boolean ring) {
        return ring ? Valleys.ring(kappa, temperature, 0.01) : Valleys.bump(kappa, temperature, 0.01);
    }

    private static DensitySolution diffusion(PlainSetting setting) {
        // Below a thousandth of the smallest distance that is looked at.
        return StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-9);
    }

    /** The L1 distance of a law from the diffusion. */
    private static double distance(DensitySolution diffusion, MarginalLaw law) {
        Interval range = law.floor().domain();
        double[] reference = diffusion.marginalOn(range, CELLS).density();
        double[] density = law.on(range, CELLS).density();
        double sum = 0.0;
        for (int i = 0; i < CELLS; i++) {
            sum += Math.abs(density[i] - reference[i]) * range.length() / CELLS;
        }
        return sum;
    }

    private static double ringExponentGap(double kappa, double temperature) {
        return kappa - diffusion(valley(kappa, temperature, true)).quantities()
                .get(Quantity.SELECTION_EXPONENT).value();
    }

    /**
     * kappa - e and the L1 error of the leading order are halved with Delta; what is left of the next order, quartered.
     */
    @ParameterizedTest
    @ValueSource(doubles = {2.0, 4.0, 10.0})
    void theGapToTheLeadingOrderFallsLinearlyInTheTemperature(double kappa) {
        double hot = 0.01 / (kappa - 1.0);
        // The relative remainder is of the order of Delta: a few percent at the hotter of the two.
        assertEquals(2.0, ringExponentGap(kappa, hot) / ringExponentGap(kappa, 0.5 * hot), 0.05);
        for (boolean ring : new boolean[] {true, false}) {
            PlainSetting hotter = valley(kappa, hot, ring);
            PlainSetting colder = valley(kappa, 0.5 * hot, ring);
            DensitySolution hotDensity = diffusion(hotter);
            DensitySolution coldDensity = diffusion(colder);
            assertEquals(2.0, distance(hotDensity, EffectiveLoss.of(hotter))
                    / distance(coldDensity, EffectiveLoss.of(colder)), 0.08, ring ? "ring" : "bump");
            assertEquals(4.0, distance(hotDensity, NextOrder.of(hotter))
                    / distance(coldDensity, NextOrder.of(colder)), 0.25, ring ? "ring" : "bump");
        }
    }

    /**
     * Five times as close or more, where eps = Delta |kappa - 1| F'^2 &lt;= 0.1 and Delta F'^2 &lt;= 1/60. At strong
     * anisotropy the first says more, at weak the second.
     */
    @ParameterizedTest
    @ValueSource(doubles = {2.0, 4.0, 7.0, 10.0, 20.0})
    void theNextOrderIsFiveTimesAsClose(double kappa) {
        for (boolean ring : new boolean[] {true, false}) {
            double largest = Math.min(0.1 / (kappa - 1.0), 1.0 / 60.0) / (ring ? STEEPEST_RING : STEEPEST_BUMP);
            for (double temperature = largest; temperature > 0.1 * largest; temperature *= 0.5) {
                double found = gain(kappa, temperature, ring);
                assertTrue(found >= 5.0, (ring ? "ring" : "bump") + ", Delta = " + temperature + ": " + found);
            }
        }
    }

    /** eps &lt;= 0.1 alone is not enough: the gain falls as 1/Delta, nearly whatever the anisotropy. */
    @ParameterizedTest
    @CsvSource({"2, true, 1.50", "4, true, 3.97", "10, true, 9.9",
        "2, false, 1.30", "4, false, 3.40", "10, false, 8.1"})
    void atEpsOneTenth(double kappa, boolean ring, double expected) {
        double temperature = 0.1 / (kappa - 1.0) / (ring ? STEEPEST_RING : STEEPEST_BUMP);
        assertEquals(expected, gain(kappa, temperature, ring), 0.03 * expected);
    }

    private static double gain(double kappa, double temperature, boolean ring) {
        PlainSetting setting = valley(kappa, temperature, ring);
        DensitySolution diffusion = diffusion(setting);
        return distance(diffusion, EffectiveLoss.of(setting)) / distance(diffusion, NextOrder.of(setting));
    }

    /** Whatever is measured: neither order is claimed at Delta = 1/2, kappa = 10. */
    @Test
    void bothAreSilentWhereTheyFail() {
        for (PlainSetting setting : List.of(Valleys.ring(10.0, 0.5, 0.01), Valleys.bump(10.0, 0.5, 0.01))) {
            for (MarginalLaw law : List.of(EffectiveLoss.of(setting), NextOrder.of(setting))) {
                Claim claim = new Claim("exponent", "P ~ F^e", law.hypotheses(),
                        new Prediction.Equals(law.exponent(setting.domain().along(), 256), 1.0));
                assertFalse(claim.applies());
                assertEquals(Verdict.NOT_APPLICABLE, claim.judge(Measurement.exact(5.0), ErrorBudget.EMPTY).verdict());
            }
        }
    }
}
