package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.thalweg.trajectory.Agreement.assertAgrees;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * Free diffusion from a reflecting wall at 0 to a target at 1: by reflection the exit of a symmetric walk from (-1, 1).
 *
 * <p>With kicks of standard deviation s, E k s^2 = E S^2 = E (1 + R)^2 (Wald), where the overshoot R of a Gaussian walk
 * has E R = 0.5826 s and E R^2 = (0.5826^2 + 1/4) s^2 (ladder heights, Chang and Peres 1997), up to terms exponentially
 * small in 1/s. As s goes to 0 this is the diffusion's T = 1 / (2 D).
 *
 * <p>Statistical assertions: 3, each with 1e-6 false alarms.
 */
class FirstPassageTest {
    /** -zeta(1/2) / sqrt(2 pi). */
    private static final double OVERSHOOT = 0.5825971579;

    private static final Interval WALLED = new Interval(0.0, 2.0, Boundary.REFLECTING);
    private static final Protocol PATIENT = Protocol.atTime(0).passagesUntil(1_000_000);

    /** C_xx = 1, so that s = eta; the ruler reads 11 at x = 1. */
    private static Setting corridor(double s) {
        return Experiments.withFlatSet(Experiments.plane(WALLED, s), 11.0);
    }

    private static double expectedSteps(double s) {
        double second = (OVERSHOOT * OVERSHOOT + 0.25) * s * s;
        return (1.0 + 2.0 * OVERSHOOT * s + second) / (s * s);
    }

    @Test
    void literalSgdHasTheMeanOfTheDiscreteWalk() {
        Setting setting = corridor(0.1);
        Passages passages = Experiments.run(setting, SgdDynamics.of(setting), PATIENT, 16_384).passages();
        assertEquals(16_384, passages.arrived());
        assertAgrees(0.1 * expectedSteps(0.1), passages.meanTime(), "learning time");
    }

    /** Euler-Maruyama at a step of one learning rate takes the very steps of SGD, but is continuous between them. */
    @Test
    void theSdeArrivesBeforeTheWalk() {
        Setting setting = corridor(0.1);
        Passages passages = Experiments.run(setting, sde(setting, 0.1), PATIENT, 16_384).passages();
        assertAgrees(1.0 / 0.1, passages.meanTime(), "1 / (2 D)");
    }

    private static Dynamics sde(Setting setting, double step) {
        return SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
    }

    /** The block's watch against recorded paths: the first recorded step at which the point is in the flat set. */
    @Test
    void arrivalsAreThoseOfTheRecordedPaths() {
        for (Setting ring : List.of(Experiments.ring(0.05), Experiments.ringWithTwoSharpDirections(0.05))) {
            Setting setting = Experiments.withFlatSet(ring, 1.2);
            ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
            Protocol everything = Protocol.atTime(4000).passagesUntil(4000).recordPaths(40, new TimeGrid(0, 4000, 1));
            EnsembleResult result = Experiments.run(setting, SgdDynamics.of(setting), everything, 40);
            long[] expected = result.paths().stream()
                    .mapToLong(path -> Arrays.stream(path.steps())
                            .filter(step -> shape.flatnessAt(path.theta()[0][(int) step]) >= 1.2)
                            .findFirst().orElse(-1))
                    .filter(step -> step >= 0).toArray();
            assertArrayEquals(expected, result.passages().steps());
            assertTrue(expected.length > 0);
        }
    }

    @Test
    void aStartInsideTheFlatSetArrivesAtStepZero() {
        Setting setting = Experiments.withFlatSet(Experiments.plane(WALLED, 0.1), 10.0);
        Passages passages = Experiments.run(setting, SgdDynamics.of(setting), PATIENT, 300).passages();
        assertArrayEquals(new long[300], passages.steps());
        assertEquals(0.0, passages.meanTime().value());
    }

    @Test
    void arrivingNeitherStopsNorRemoves() {
        Setting plain = Experiments.plane(WALLED, 0.1);
        Setting watched = corridor(0.1);
        Protocol window = Protocol.window(200, 300, 10);
        EnsembleResult unwatched = Experiments.run(plain, SgdDynamics.of(plain), window, 600);
        EnsembleResult result = Experiments.run(watched, SgdDynamics.of(watched), window.passagesUntil(100_000), 600);
        assertEquals(unwatched.quantities(), result.quantities());
        assertEquals(600, result.passages().arrived());
    }

    /** A limit before the end of the averaging ends the watch, not the run; the early arrivals are the same. */
    @Test
    void theLimitOnlyEndsTheWatch() {
        Setting setting = corridor(0.1);
        Dynamics sgd = SgdDynamics.of(setting);
        Protocol run = Protocol.atTime(400);
        EnsembleResult brief = Experiments.run(setting, sgd, run.passagesUntil(50), 600);
        EnsembleResult whole = Experiments.run(setting, sgd, run.passagesUntil(400), 600);
        assertEquals(brief.quantities(), whole.quantities());
        long[] early = Arrays.stream(whole.passages().steps()).filter(k -> k <= 50).toArray();
        assertArrayEquals(early, brief.passages().steps());
        assertEquals(600 - early.length, brief.passages().underWay());
        assertFalse(brief.passages().meanTime().defined());
    }

    @Test
    void withoutAFlatSetNobodyIsWatched() {
        Setting setting = Experiments.plane(WALLED, 0.1);
        Passages passages = Experiments.run(setting, SgdDynamics.of(setting), PATIENT, 10).passages();
        assertEquals(0, passages.particles());
        assertFalse(passages.meanTime().defined());
        assertFalse(passages.restrictedMeanTime().defined());
        assertFalse(passages.convergedFraction().defined());
    }
}
