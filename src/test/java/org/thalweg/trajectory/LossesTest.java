package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

/**
 * Walls and overflow: nobody leaves uncounted.
 *
 * <p>Statistical assertions: 4 with 1e-6 false alarms each; 128 with 7e-6 (Student's law for 64 groups): 1e-3 in all.
 */
class LossesTest {
    /** eta lambda = 2.5: |y| grows by 1.5 a step and passes 1e100 after about 570. */
    @Test
    void aboveTwoOverTheCurvatureEverybodyDiverges() {
        Setting setting = Experiments.trough(2.5, 1.0);
        EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(1000), 300);
        assertEquals(300, result.diverged());
        assertEquals(0, result.survivors());
        assertFalse(result.quantities().get(Quantity.MEAN_SQUARE_Y).defined());
        EnsembleResult earlier = Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(300), 300);
        assertEquals(0, earlier.diverged());
        assertEquals(300, earlier.survivors());
    }

    /** A diverging y throws x about; on a ring an overflowed x must not come back as a point of the ring. */
    @Test
    void overflowOnARingIsNotFoldedAway() {
        Setting setting = Experiments.withFlatSet(Experiments.ring(5.0), 1.6);
        EnsembleResult result =
                Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(3000).passagesUntil(3000), 300);
        assertEquals(300, result.diverged());
        assertEquals(300, result.passages().diverged());
        assertEquals(0, result.passages().underWay());
        // Lost particles never arrive: they count with the limit.
        assertEquals(3000 * 5.0, result.passages().restrictedMeanTime().value());
        assertEquals(0.0, result.passages().convergedFraction().value());
    }

    /**
     * A walk with kicks s between absorbing ends at +-1 survives like a diffusion between ends at +-(1 + 0.5826 s)
     * =: +-a (Broadie, Glasserman and Kou 1997), up to O(s^2), that is after k kicks with the probability
     * sum_n (-1)^n 4 / ((2n+1) pi) exp(-(2n+1)^2 pi^2 s^2 k / (8 a^2)).
     */
    @Test
    void absorbingEndsTakeTheRightShare() {
        double s = 0.05;
        int particles = 16_384;
        Setting setting = Experiments.plane(new Interval(-1.0, 1.0, Boundary.ABSORBING), s);
        EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(400), particles);
        double a = 1.0 + 0.5826 * s;
        double survival = 0.0;
        for (int n = 0; n < 10; n++) {
            double odd = 2.0 * n + 1.0;
            double rate = odd * odd * Math.PI * Math.PI * s * s / (8.0 * a * a);
            survival += (n % 2 == 0 ? 4.0 : -4.0) / (odd * Math.PI) * Math.exp(-rate * 400);
        }
        assertEquals(particles, result.survivors() + result.absorbed());
        assertEquals(0, result.diverged());
        assertAgrees(survival, Measurement.fraction(result.survivors(), particles), "share of survivors");
        assertEquals(0.0, result.outsideFraction());
    }

    @Test
    void theAbsorbedOfAPassageAreCountedApart() {
        Setting setting = Experiments.withFlatSet(
                Experiments.plane(new Interval(-1.0, 2.0, Boundary.ABSORBING), 0.1), 11.0);
        Protocol patient = Protocol.atTime(0).passagesUntil(100_000);
        Passages passages = Experiments.run(setting, SgdDynamics.of(setting), patient, 4096).passages();
        // Ends at equal distances: half of the particles each way.
        assertAgrees(0.5, passages.convergedFraction(), "converged fraction");
        assertEquals(4096, passages.arrived() + passages.absorbed());
        assertEquals(0, passages.underWay());
        assertFalse(passages.meanTime().defined());
    }

    /** Free diffusion fills a walled box and a ring evenly; the bins' errors come from 64 groups. */
    @Test
    void reflectingAndPeriodicCoordinatesFillEvenly() {
        for (Boundary boundary : new Boundary[] {Boundary.REFLECTING, Boundary.PERIODIC}) {
            Setting setting = Experiments.plane(new Interval(-1.0, 1.0, boundary), 0.2);
            EnsembleResult result =
                    Experiments.run(setting, SgdDynamics.of(setting), Protocol.window(400, 1400, 25), 2048);
            Marginal marginal = result.marginal();
            for (int i = 0; i < marginal.size(); i++) {
                assertAgrees(0.5, new Measurement(marginal.density()[i], marginal.standardError()[i], 64),
                        boundary + " cell " + i);
            }
            assertEquals(0.0, result.outsideFraction());
            assertAgrees(1.0 / 3.0, result.quantities().get(Quantity.VARIANCE_X), boundary + " variance_x");
        }
    }

    @Test
    void openEndsAreNoWalls() {
        Setting setting = Experiments.plane(new Interval(-1.0, 1.0, Boundary.OPEN), 0.2);
        EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), Protocol.atTime(400), 512);
        assertEquals(512, result.survivors());
        // After 400 kicks of 0.2 the spread is 4: four in five are outside.
        assertTrue(result.outsideFraction() > 0.5, "outside " + result.outsideFraction());
        double mass = Arrays.stream(result.marginal().density()).sum() * 2.0 / 64;
        assertEquals(1.0 - result.outsideFraction(), mass, 1e-12);
    }
}
