package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.results.plan.RunPlanner;
import org.thalweg.theory.Valleys;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.trajectory.Protocol;

/** How long ensembles run. */
class RunPlanTest {
    private static RunPlan plan(PlainSetting setting, OptionalDouble timeLimit) {
        return new Laboratory(1, Seed.DEFAULT, 1, Laboratory.SHORT_WINDOW, timeLimit).plan(setting);
    }

    /** The window is averaged in intervals of an eighth of a relaxation time, rounded down to whole steps. */
    @ParameterizedTest
    @CsvSource({"10, 0.01", "10, 0.3", "57, 0.05", "1, 0.125"})
    void withoutAFlatSetAllAreAveragedOverTheWindow(double relaxation, double step) {
        Protocol protocol = new RunPlan(relaxation, 14.0, 0.0, Interval.LINE).protocol(step, 2048);
        TimeGrid averaging = protocol.averaging();
        assertEquals(2048, protocol.averagedParticles());
        assertEquals(8 * 14 + 1, averaging.size());
        assertTrue(averaging.every() * step <= relaxation / 8.0);
        assertTrue((averaging.every() + 1) * step > relaxation / 8.0);
    }

    /** Six relaxation times, however many are averaged. */
    @ParameterizedTest
    @CsvSource({"2, 2048, 0", "2, 2048, 100", "12, 4096, 100", "2, 64, 100", "3, 512, 100"})
    void theStartIsForgotten(double window, int particles, double limit) {
        Protocol protocol = new RunPlan(1.0, window, limit, Interval.LINE).protocol(1e-3, particles);
        assertEquals(6000, protocol.averaging().from());
    }

    /**
     * On a parabola, 1e6 times as far away as its law is wide, the drift alone takes ln(1e6) = 14 relaxation times; a
     * third of that is longer than one.
     */
    @Test
    void whoStartsFarAwayIsWaitedForLonger() {
        PlainSetting near = Valleys.setting(Profiles.parabola(0.1), Profile.constant(1.0), Interval.LINE, 0.1, 1.0,
                0.05, 0.5, 2.0).withoutFlatSet();
        PlainSetting far = near.withStart(new double[] {1e6, 0.0});
        assertEquals(10.0, plan(near, OptionalDouble.empty()).relaxationTime(), 1e-3);
        Interval law = plan(near, OptionalDouble.empty()).histogramRange();
        assertEquals(10.0 / 3.0 * Math.log(1e6 / law.to()), plan(far, OptionalDouble.empty()).relaxationTime(), 4.0);
    }

    /**
     * Down a slope v between walls the law is a layer D / v thick at the lower one, and its slowest mode as fast as v^2
     * / (4 D), 400 times as fast as the way there.
     */
    @Test
    void downASlopeTheWayIsLongerThanAnyMode() {
        PlainSetting slope = Valleys.setting(Profiles.formula("-0.1*x"), Profile.constant(0.19),
                new Interval(0.0, 10.0, Boundary.REFLECTING), 1e-4, 1.0, 0.05, 0.0, 2.0).withoutFlatSet();
        double mode = 1.0 / (0.01 / 4e-4);
        assertEquals(10.0 / 0.1 / 3.0, plan(slope, OptionalDouble.empty()).relaxationTime(), 0.1);
        assertEquals(mode, plan(slope.withStart(new double[] {9.999, 0.0}), OptionalDouble.empty()).relaxationTime(),
                0.01 * mode);
    }

    /** Fewer are averaged where passages are watched, over as long as makes the average as precise. */
    @ParameterizedTest
    @CsvSource({"2, 2048, 256", "2, 16384, 1024", "12, 4096, 1024", "2, 512, 256", "2, 256, 256", "2, 10, 10"})
    void someBlocksOfParticlesAreAveragedForLonger(double window, int particles, int averaged) {
        Protocol protocol = new RunPlan(1.0, window, 100.0, Interval.LINE).protocol(1e-3, particles);
        double length = (protocol.averaging().to() - protocol.averaging().from()) * 1e-3;
        assertEquals(averaged, protocol.averagedParticles());
        double expected = meanVariance(window) / particles;
        double actual = meanVariance(length) / averaged;
        assertTrue(actual <= 1.0001 * expected && actual > 0.97 * expected, actual + " for " + expected);
    }

    /**
     * Of the mean of a process with variance 1 and correlation exp(-t) over a time: int int exp(-|t - s|) dt ds / w^2.
     */
    private static double meanVariance(double window) {
        return 2.0 * (window - 1.0 + Math.exp(-window)) / (window * window);
    }

    /** A step longer than the relaxation time is taken as it is: one record a step. */
    @Test
    void recordsAreAtLeastAStepApart() {
        TimeGrid averaging = new RunPlan(0.001, 14.0, 0.0, Interval.LINE).protocol(0.5, 64).averaging();
        assertEquals(new TimeGrid(1, 113, 1), averaging);
    }

    @Test
    void thePlanBecomesAProtocol() {
        Interval range = Ring.shipped().domain().along();
        Protocol protocol = new RunPlan(10.0, 2.0, 100.01, range).protocol(0.5, 64);
        assertEquals(201, protocol.passageLimit());
        assertEquals(range, protocol.histogramRange());
        assertEquals(0, protocol.recordedPaths());
    }

    /** On the ring: the reference rate 0.01761 of the valley floor, and 25 predicted mean times to watch. */
    @Test
    void theRingIsPlannedByItsTimeScales() {
        PlainSetting ring = Ring.shipped();
        RunPlan plan = plan(ring, OptionalDouble.empty());
        assertEquals(1.0 / 0.01761, plan.relaxationTime(), 0.1);
        assertEquals(Laboratory.SHORT_WINDOW, plan.window());
        assertEquals(25.0 * ConvergenceTime.of(ring).meanTime(), plan.passageLimit());
        assertEquals(ring.domain().along(), plan.histogramRange());
    }

    @Test
    void theUsersLimitIsTaken() {
        assertEquals(12.5, plan(Ring.shipped(), OptionalDouble.of(12.5)).passageLimit());
    }

    /** Learning time is a tenth of drift time at a momentum of 0.9: of 12.5 of it, as many iterations are watched. */
    @Test
    void theUsersLimitIsInLearningTime() {
        Setting ring = Ring.shipped().literal();
        double eta = ring.sgd().learningRate();
        PlainSetting heavy = ring.withSgd(new Sgd(0.1 * eta).withMomentum(0.9)).effective();
        Protocol protocol = plan(heavy, OptionalDouble.of(12.5)).protocol(heavy.sgd().learningRate(), 64);
        assertEquals(Math.round(12.5 / (0.1 * eta)), protocol.passageLimit());
    }

    @Test
    void withoutAFlatSetNobodyIsWatched() {
        assertEquals(0.0, plan(Ring.shipped().withoutFlatSet(), OptionalDouble.of(12.5)).passageLimit());
    }

    /** An open valley is counted where its mass is: all but 1e-3 of it. */
    @Test
    void anOpenValleyIsCountedWhereItsMassIs() {
        PlainSetting valley = Ring.model(Path.of("models", "near-degenerate-valley.yaml"), Map.of());
        PlainSetting open = valley.withDomain(new Domain(List.of(Interval.LINE, Interval.LINE)));
        Interval range = plan(open, OptionalDouble.empty()).histogramRange();
        assertTrue(range.bounded() && range.from() < 0.0 && range.to() > 0.0, range.toString());
    }

    /** Delta = 0.5 beyond the bound 0.4 of the log-walled valley: nothing is stationary, yet passages are watched. */
    @Test
    void withoutAStationaryStateOnlyPassagesAreWatched() {
        PlainSetting runaway = Ring.model(Path.of("models", "log-walled-valley.yaml"),
                Map.of("sgd.learning-rate", "0.025", "noise.batch-variance", "40"));
        RunPlan plan = plan(runaway, OptionalDouble.of(10.0));
        assertTrue(!plan.stationary() && plan(Ring.shipped(), OptionalDouble.empty()).stationary());
        Protocol protocol = plan.protocol(0.025, 64);
        assertEquals(TimeGrid.at(1), protocol.averaging());
        assertEquals(400, protocol.passageLimit());
    }

    /** At the bound itself, Delta = 0.4, rounding leaves a state that takes 1e18 to reach; at 0.35 it is 5e10 steps. */
    @ParameterizedTest
    @ValueSource(strings = {"28", "32"})
    void aStationaryStateOutOfReachIsNotWaitedFor(String batchVariance) {
        PlainSetting slow = Ring.model(Path.of("models", "log-walled-valley.yaml"),
                Map.of("sgd.learning-rate", "0.025", "noise.batch-variance", batchVariance));
        RunPlan plan = plan(slow, OptionalDouble.of(10.0));
        assertTrue(!plan.stationary());
        assertEquals(400, plan.protocol(0.025, 64).passageLimit());
    }

    /**
     * With 500 times the noise x forgets in a tenth of the time that y takes, F^2 = 2.25 where the ring is flattest: an
     * ensemble that waits for x alone has hardly left y = 0. As shipped x is the slower one by far.
     */
    @Test
    void yIsWaitedForWhereXIsFaster() {
        assertEquals(2.25, plan(Ring.of(0.05, 1000.0, 4.0), OptionalDouble.empty()).relaxationTime(), 1e-9);
    }

    /**
     * F = 1 + x^2 over a parabola: between walls at 20, F^2 = 1.6e5 there, all but a thousandth of the mass is within
     * 3/4 of the origin, F^2 = 2.44, and the floor's own time is 1.106. A wall where nobody comes changes nothing but
     * the edges of cells to which the 3/4 is rounded.
     */
    @Test
    void nobodyWaitsForPlacesWithoutMass() {
        double wide = plan(bowl(new Interval(-20.0, 20.0, Boundary.REFLECTING)), OptionalDouble.empty())
                .relaxationTime();
        double narrow = plan(bowl(new Interval(-2.0, 2.0, Boundary.REFLECTING)), OptionalDouble.empty())
                .relaxationTime();
        assertTrue(wide >= 1.106 && wide <= 2.44, "relaxation time " + wide);
        assertEquals(narrow, wide, 0.1 * narrow);
    }

    /** On a ring with a well the flattest place is on the other side: F^2 = 81 where the density is exp(-100). */
    @Test
    void nobodyWaitsForTheOtherSideOfARing() {
        PlainSetting ring = Valleys.setting(Profiles.formula("-cos(x)"), Profiles.formula("5 - 4*cos(x)"),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 0.02, 1.0, 0.01, 0.0, 2.0).withoutFlatSet();
        double time = plan(ring, OptionalDouble.empty()).relaxationTime();
        assertTrue(time > 0.5 && time < 3.0, "relaxation time " + time);
    }

    /** A current passes all places of a ring: with a tilted floor y is waited for at F^2 = 2.25. */
    @Test
    void aRingWithACurrentIsWaitedForAtItsFlattest() {
        PlainSetting turning = Valleys.setting(Profiles.formula("-100*x"), Profiles.RING, Valleys.RING, 1.0, 4.0, 0.05,
                3.0, 1.35).withoutFlatSet();
        assertEquals(2.25, plan(turning, OptionalDouble.empty()).relaxationTime(), 1e-9);
    }

    /** A surface of one parameter has nothing across. */
    @Test
    void oneParameterIsPlannedToo() {
        PlainSetting line = Ring.model(Path.of("models", "asymmetric-valley.yaml"), Map.of()).atFirstOrder();
        RunPlan plan = RunPlanner.plan(line, 14.0, OptionalDouble.empty());
        assertTrue(plan.stationary(), plan.toString());
    }

    private static PlainSetting bowl(Interval along) {
        return Valleys.setting(Profiles.formula("x^2/2"), Profiles.formula("1 + x^2"), along, 0.05, 1.0, 0.05, 0.0,
                2.0).withoutFlatSet();
    }

    /** Half the temperature, twice the time: a degenerate valley has no time scale but that of its noise. */
    @Test
    void colderSettingsRunLonger() {
        RunPlan hot = plan(Ring.of(0.05, 2.0, 4.0), OptionalDouble.empty());
        RunPlan cold = plan(Ring.of(0.05, 1.0, 4.0), OptionalDouble.empty());
        // Rounding of an eigenvalue and of a quadrature.
        assertEquals(2.0, cold.relaxationTime() / hot.relaxationTime(), 1e-8);
        assertEquals(2.0, cold.passageLimit() / hot.passageLimit(), 1e-8);
    }
}
