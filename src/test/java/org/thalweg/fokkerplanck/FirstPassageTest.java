package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.noise.PowerNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartLaw;
import org.thalweg.model.surface.Valley;
import org.thalweg.refusal.Refusal;

class FirstPassageTest {
    /** The flatness of the bump at x = 1/2. */
    private static final double HALF = 0.5 + Math.exp(-0.125);

    private static PlainSetting bump(double temperature, double start) {
        return Examples.passage(Examples.bump(10, temperature), start, HALF);
    }

    /** Reference: two independent two-dimensional solutions, 485.3 +- 0.2 and 49.80 +- 0.03. */
    @ParameterizedTest
    @CsvSource({"0.01, 485.3, 0.2", "0.1, 49.80, 0.03"})
    void bumpInTwoDimensions(double temperature, double time, double margin) {
        Measurement found = byVolumes(bump(temperature, 2.5), Resolution.DEFAULT).mean();
        assertEquals(time, found.value(), margin);
        assertTrue(found.standardError() < 1e-3 * found.value(), found.toString());
    }

    /** Reference as above; and the finite volumes within their error. */
    @ParameterizedTest
    @CsvSource({"0.01, 485.18", "0.1, 49.786"})
    void bumpByTheHierarchy(double temperature, double time) {
        Measurement found = byHierarchy(bump(temperature, 2.5), 1e-8).mean();
        assertEquals(time, found.value(), 0.005);
        assertTrue(found.standardError() < 1e-8 * found.value(), found.toString());
        Measurement volumes = byVolumes(bump(temperature, 2.5), Resolution.DEFAULT).mean();
        assertEquals(volumes.value(), found.value(), volumes.standardError());
        Measurement loose = byHierarchy(bump(temperature, 2.5), 1e-4).mean();
        assertEquals(found.value(), loose.value(), loose.standardError());
    }

    /**
     * The start is a distance of 2 from the flat set and of 27 from the far wall: uniform cells are as wide as the
     * valley is, and of their mean square the error stated was a fifth of the true one.
     */
    @Test
    void farFromAWallCellsAreWhereTheStartIs() {
        PlainSetting wide = Examples.passage(Examples.valley(Profiles.LEVEL, Profiles.BUMP,
                new Interval(-30.0, 30.0, Boundary.REFLECTING), 10, 0.02), 2.5, HALF);
        PassageTime better = FirstPassage.by(DensityMethod.HIERARCHY, wide, Resolution.DEFAULT, 1e-8);
        PassageTime found = FirstPassage.by(DensityMethod.FINITE_VOLUME, wide, Resolution.DEFAULT, 1e-8);
        assertEquals(better.mean().value(), found.mean().value(), found.mean().standardError());
        assertEquals(better.variance().value(), found.variance().value(), found.variance().standardError());
        assertTrue(found.mean().standardError() < 1e-3 * found.mean().value(), found.toString());
    }

    /**
     * Refinements agree at the start now and then by accident, here from 8 to 9 modes: the error is what moves along
     * the whole way. Reference: the same to 1e-10, which the finite volumes bear out.
     */
    @ParameterizedTest
    @CsvSource({"0.2, 1e-8", "0.2, 1e-6", "0.1, 1e-7"})
    void errorsOfTheHierarchyCover(double temperature, double tolerance) {
        Measurement better = byHierarchy(bump(temperature, 2.5), 1e-10).mean();
        Measurement found = byHierarchy(bump(temperature, 2.5), tolerance).mean();
        assertEquals(better.value(), found.value(), 3.0 * (found.standardError() + better.standardError()));
        assertTrue(found.standardError() <= tolerance * found.value(), found.toString());
    }

    /**
     * Past a sharp place, where P falls by e^-21 or e^-42: coarse grids have less of a barrier, and the time grows by
     * orders of magnitude as they are refined. Of three grids that were extrapolated as they were the time was a
     * thirteenth, and its error three quarters of that; at kappa = 30 the error says that 192 cells know nothing.
     * Reference: the floor, in error by about max Delta kappa F'^2 = .002 of the barrier.
     */
    @ParameterizedTest
    @CsvSource({"15", "30"})
    void overABarrierTheVolumesCover(double kappa) {
        Profile flatness = FormulaProfile.of(
                Formula.parse("exp(0.01*x - 1.4*exp(-x^2))", List.of("x"), Map.of()));
        PlainSetting past = Examples.passage(Examples.valley(Profiles.LEVEL, flatness,
                new Interval(-3.0, 3.0, Boundary.REFLECTING), kappa, 2e-4), -2.0, Math.exp(0.01));
        double floor = FirstPassage.onFloor(past).mean().value();
        Measurement found = byVolumes(past, Resolution.DEFAULT).mean();
        assertEquals(floor, found.value(), 3.0 * found.standardError() + 0.002 * kappa * floor, found.toString());
        assertEquals(kappa < 20, found.standardError() < found.value(), found.toString());
    }

    /** Half way between two edges: as between a wall there and one of them. And both sides of the formula at once. */
    @Test
    void varianceBetweenTwoEdges() {
        Profile faint = Profiles.of(x -> 1 + 1e-9 * x * x, x -> 2e-9 * x, x -> 2e-9);
        PlainSetting line = Examples.valley(Profiles.LEVEL, faint, new Interval(-2, 2, Boundary.REFLECTING), 2.0, 0.1);
        PlainSetting setting = Examples.passage(line, 0.0, 1 + 1e-9);
        PassageTime found = FirstPassage.onFloor(setting);
        assertEquals(1.0 / (2 * 0.05), found.mean().value(), 1e-5);
        assertEquals(1.0 / (6 * 0.05 * 0.05), found.variance().value(), 1e-3);
        // T(x) = (1 - x^2) / (2 D); its variance (1 - x^4) / (6 D^2) from any start.
        PassageTime aside = FirstPassage.onFloor(setting.withStart(0.6, 0.0));
        assertEquals((1 - Math.pow(0.6, 4)) / (6 * 0.05 * 0.05), aside.variance().value(), 1e-3);
    }

    /** Three methods, one variance. */
    @Test
    void varianceOfTheBump() {
        PassageTime hierarchy = byHierarchy(bump(0.1, 2.5), 1e-8);
        PassageTime volumes = byVolumes(bump(0.1, 2.5), Resolution.DEFAULT);
        assertEquals(volumes.variance().value(), hierarchy.variance().value(), volumes.variance().standardError());
        assertTrue(volumes.variance().standardError() < 1e-3 * volumes.variance().value(), volumes.toString());
        // The floor is right to its order: some percent at this temperature.
        assertEquals(1.0, FirstPassage.onFloor(bump(0.1, 2.5)).variance().value() / hierarchy.variance().value(), 0.1);
    }

    /** Between two edges of the flat set, from a start off the floor, with noise that varies along the ring. */
    @Test
    void theHierarchyStartsAnywhere() {
        PlainSetting ring = Examples.passage(Examples.ring(4, 0.16), 3.0, 1.35).withStart(3.0, 0.4);
        PowerNoise labels = new PowerNoise(ring.surface().geometry().shape().orElseThrow(), 2.0, 1, 4);
        for (PlainSetting setting : List.of(ring, ring.withNoise(labels))) {
            Measurement found = byHierarchy(setting, 1e-8).mean();
            Measurement volumes = byVolumes(setting, Resolution.DEFAULT).mean();
            assertEquals(volumes.value(), found.value(), volumes.standardError());
            assertTrue(volumes.standardError() < 1e-4 * volumes.value(), volumes.toString());
        }
    }

    /** The cut of an open valley widens the error; the closed one agrees within it. */
    @Test
    void theHierarchyCutsAnOpenValley() {
        PlainSetting open = Examples.passage(Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 4,
                0.05), 0.0, 1.5);
        PlainSetting closed = open.withDomain(new Domain(List.of(new Interval(-8, 8, Boundary.REFLECTING),
                Interval.LINE)));
        Measurement found = byHierarchy(open, 1e-8).mean();
        assertEquals(byHierarchy(closed, 1e-8).mean().value(), found.value(), 1e-7 * found.value());
    }

    @ParameterizedTest
    @CsvSource({"1e-6", "0.01", "1.0"})
    void bumpOnTheFloorScalesExactly(double temperature) {
        Measurement found = FirstPassage.onFloor(bump(temperature, 2.5)).mean();
        assertEquals(4.8394565, found.value() * temperature, 1e-6);
    }

    @Test
    void ringTimesRiseWithTemperatureFromTheFloorValue() {
        double floor = 0.01 * FirstPassage.onFloor(Examples.passage(Examples.ring(4, 0.01), 3.0, 1.35)).mean().value();
        assertEquals(3.832, floor, 1e-3);
        double[][] reference = {{0.01, 3.84}, {0.16, 3.95}, {0.8, 4.32}};
        for (double[] row : reference) {
            Measurement found = byVolumes(Examples.passage(Examples.ring(4, row[0]), 3.0, 1.35),
                    Resolution.DEFAULT).mean();
            assertEquals(row[1], row[0] * found.value(), 0.015);
            assertTrue(row[0] * found.value() > floor);
        }
    }

    @Test
    void startsAreFoundOnEveryTurnOfTheRing() {
        PlainSetting ring = Examples.ring(4, 0.05);
        double from3 = byVolumes(Examples.passage(ring, 3.0, 1.35), Resolution.DEFAULT).mean().value();
        double fromMinus3 = byVolumes(Examples.passage(ring, -3.0, 1.35),
                Resolution.DEFAULT).mean().value();
        assertEquals(from3, fromMinus3, 1e-9 * from3);
    }

    @Test
    void freeDiffusionBetweenAWallAndAnEdge() {
        // F rises with x and hardly matters: T(s) = ((e + a)^2 - (s + a)^2) / (2 D) for a wall at -a.
        Profile faint = Profiles.of(x -> 1 + 1e-9 * x, x -> 1e-9, x -> 0.0);
        PlainSetting box = Examples.valley(Profiles.LEVEL, faint, new Interval(-1, 2, Boundary.REFLECTING), 2.0, 0.1);
        double edge = 0.7;
        for (double start : new double[] {-1.0, -0.2, 0.69}) {
            PlainSetting setting = Examples.passage(box, start, 1 + 1e-9 * edge);
            double exact = (Math.pow(edge + 1, 2) - Math.pow(start + 1, 2)) / (2 * 0.05);
            // The edge itself is found to rounding / 1e-9 in x.
            double variance = (Math.pow(edge + 1, 4) - Math.pow(start + 1, 4)) / (6 * 0.05 * 0.05);
            for (PassageTime found : List.of(
                    FirstPassage.onFloor(setting), byVolumes(setting, Resolution.DEFAULT))) {
                assertEquals(exact, found.mean().value(), 1e-4 + 1e-6 * exact);
                assertEquals(variance, found.variance().value(), 1e-3 + 1e-5 * variance);
            }
        }
    }

    @Test
    void barrierOfMoreThanAHundredTemperatures() {
        // From the bottom of L0 = x^2/2 to |x| = 1.5 at Delta = 0.01: against T ~ sqrt(2 pi Delta)/(2 * 1.5)
        // e^(V/Delta),
        // exact as Delta / V -> 0, next term of relative size Delta / 1.5^2.
        Profile faint = Profiles.of(x -> 1 + 1e-9 * x * x, x -> 2e-9 * x, x -> 2e-9);
        PlainSetting well = Examples.valley(Profiles.parabola(1.0), faint, new Interval(-3, 3, Boundary.REFLECTING),
                1.0,
                0.01);
        PlainSetting setting = Examples.passage(well, 0.0, 1 + 1e-9 * 2.25);
        double asymptotic = Math.sqrt(2 * Math.PI * 0.01) / 3.0 * Math.exp(1.125 / 0.01);
        double floor = FirstPassage.onFloor(setting).mean().value();
        assertEquals(1.0, floor / asymptotic, 0.01);
        // An escape is forgotten between attempts: its time is exponential.
        assertEquals(1.0, FirstPassage.onFloor(setting).variance().value() / (floor * floor), 1e-10);
        assertEquals(1.0, byVolumes(setting, Resolution.DEFAULT).mean().value() / floor, 1e-2);
    }

    @Test
    void severalSharpDirectionsActAsTheSumOfTheirPulls() {
        // Two directions with the same F at half the noise each pull like one.
        PlainSetting one = Examples.passage(Examples.bump(10, 0.1), 2.5, HALF);
        double eta = one.sgd().learningRate();
        PlainSetting two = new Setting("two", "",
                new Valley(new ValleyShape(Profiles.LEVEL, List.of(Profiles.BUMP, Profiles.BUMP))),
                new Domain(List.of(one.domain().along(), Interval.LINE, Interval.LINE)),
                new AnisotropicNoise(0.02 / eta, 0.1 / eta, 0.1 / eta), one.sgd(), new double[] {2.5, 0, 0},
                        one.flatSet()).effective();
        assertEquals(FirstPassage.onFloor(one).mean().value(), FirstPassage.onFloor(two).mean().value(), 1e-9);
        assertThrows(Refusal.class, () -> byVolumes(two, Resolution.DEFAULT));
    }

    @Test
    void aStartInsideTheFlatSetTakesNoTime() {
        assertEquals(PassageTime.NONE, byVolumes(bump(0.1, 0.3), Resolution.DEFAULT));
        assertEquals(PassageTime.NONE, FirstPassage.onFloor(bump(0.1, 0.3)));
    }

    @Test
    void flatSetsNobodyReachesAreRefused() {
        PlainSetting never = Examples.passage(Examples.bump(10, 0.1), 2.5, 1.6);
        assertTrue(assertThrows(Refusal.class, () -> FirstPassage.onFloor(never)).getMessage()
                .contains("converged.flatness"));
        assertThrows(Refusal.class, () -> FirstPassage.onFloor(Examples.bump(10, 0.1)));
    }

    @Test
    void openValleysAreFollowedOutwards() {
        // From the sharp bottom to either arm: both edges are found on an infinite domain.
        PlainSetting arms = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 1.0, 0.05);
        Measurement floor = FirstPassage.onFloor(Examples.passage(arms, 0.0, 2.0)).mean();
        Measurement plane = byVolumes(Examples.passage(arms, 0.0, 2.0), Resolution.DEFAULT).mean();
        assertEquals(1.0, plane.value() / floor.value(), 0.1);
        // Inwards, to a bump at 0, from an arm that ends only where the floor rises.
        PlainSetting inwards = Examples.valley(Profiles.parabola(0.1), Profiles.BUMP, Interval.LINE, 4.0, 0.05);
        double in = FirstPassage.onFloor(Examples.passage(inwards, 2.5, HALF)).mean().value();
        double onGrid = byVolumes(Examples.passage(inwards, 2.5, HALF), Resolution.DEFAULT).mean().value();
        assertEquals(1.0, onGrid / in, 0.1);
        PlainSetting lost = Examples.valley(Profiles.LEVEL, Profiles.BUMP, Interval.LINE, 4.0, 0.05);
        assertTrue(assertThrows(NumericsException.class,
                () -> FirstPassage.onFloor(Examples.passage(lost, 2.5, HALF)))
                .getMessage().contains("infinite"));
    }

    /** The mean over the starts: by a sum over many points. From 0.5 on, some begin in the flat set. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.1})
    void fromADistributionItIsTheMeanOverIt(double from) {
        PlainSetting setting = Examples.passage(Examples.ring(4, 0.1), 2.0, 1.35);
        double length = 3.0 - from;
        double sum = 0.0;
        for (int k = 0; k < 200; k++) {
            sum += FirstPassage.onFloor(setting.withStart(from + length * (k + 0.5) / 200, 0.0)).mean().value() / 200;
        }
        Measurement found = FirstPassage.onFloor(setting.withStart(new IndependentStarts(
                List.of(new StartLaw.Uniform(from, 3.0), new StartLaw.Point(0.0))))).mean();
        // The sum is of second order in the distance of its points.
        assertEquals(sum, found.value(), found.standardError() + 2e-6 * sum);
        assertTrue(found.standardError() < 2e-3 * sum);
    }

    private static PassageTime byVolumes(PlainSetting setting, Resolution resolution) {
        return FirstPassage.by(DensityMethod.FINITE_VOLUME, setting, resolution, 0.0);
    }

    private static PassageTime byHierarchy(PlainSetting setting, double tolerance) {
        return FirstPassage.by(DensityMethod.HIERARCHY, setting, Resolution.DEFAULT, tolerance);
    }
}
