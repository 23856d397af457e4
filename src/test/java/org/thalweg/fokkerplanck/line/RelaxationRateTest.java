package org.thalweg.fokkerplanck.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaProfile;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** Every rate lies within three of its own error estimates of what is known. */
class RelaxationRateTest {
    private static final double PROMISED = 1e-3;
    private static final double ERRORS = 3.0;

    private static void assertCovers(double expected, double knownTo, RelaxationRate rate) {
        assertEquals(Math.log(expected), rate.log(), knownTo + ERRORS * rate.relativeError());
        assertTrue(rate.relativeError() < 1e-3, "error " + rate.relativeError());
    }

    /** F = 1 + cos(x)/2: slowest rates of the valley-floor operator by an independent solution, 4 digits. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.01761", "4, 0.1, 0.03522", "8, 0.05, 0.01641"})
    void theRingRelaxesAsTheReferenceDoes(double kappa, double temperature, double rate) {
        assertCovers(rate, 0.5e-5 / rate, RelaxationRate.onFloor(Examples.ring(kappa, temperature)));
    }

    /** Free diffusion with D = Delta / kappa: D (2 pi / length)^2 on a ring, D (pi / length)^2 between walls. */
    @Test
    void freeDiffusionRelaxesAtTheRateOfItsLongestWave() {
        double diffusion = 0.05 / 4;
        assertCovers(diffusion, 1e-12, RelaxationRate.onFloor(flat(Boundary.PERIODIC)));
        assertCovers(0.25 * diffusion, 1e-12, RelaxationRate.onFloor(flat(Boundary.REFLECTING)));
        assertCovers(0.25 * diffusion, 1e-12, RelaxationRate.ofDecay(flat(Boundary.ABSORBING)));
        assertThrows(Refusal.class, () -> RelaxationRate.ofDecay(flat(Boundary.REFLECTING)));
    }

    private static PlainSetting flat(Boundary boundary) {
        Interval along = new Interval(-Math.PI, Math.PI, boundary);
        return Examples.valley(Profiles.LEVEL, Profile.constant(1.0), along, 4, 0.05);
    }

    /** Ornstein-Uhlenbeck on an open line: the rate is the stiffness of the floor, whatever the noise. */
    @ParameterizedTest
    @CsvSource({"0.02, 4", "0.5, 1", "2e-8, 4"})
    void aParabolicFloorRelaxesAtItsStiffness(double temperature, double kappa) {
        PlainSetting setting = Examples.valley(
                Profiles.parabola(0.3), Profile.constant(1.0), Interval.LINE, kappa, temperature);
        assertCovers(0.3, 1e-9, RelaxationRate.onFloor(setting));
    }

    /** On a degenerate floor time scales with the temperature: the rate is exactly proportional to it. */
    @Test
    void theRateOfADegenerateFloorIsProportionalToTheTemperature() {
        double cold = RelaxationRate.onFloor(Examples.ring(4, 0.001)).rate().value();
        assertEquals(50 * cold, RelaxationRate.onFloor(Examples.ring(4, 0.05)).rate().value(), 1e-9 * cold);
    }

    @Test
    void withoutAStationaryStateThereIsNoRate() {
        PlainSetting runaway = Examples.valley(Profiles.LEVEL, Profiles.OPENING, Interval.LINE, 4, 0.05);
        assertThrows(NoStationaryStateException.class, () -> RelaxationRate.onFloor(runaway));
    }

    /**
     * The near-degenerate valley, F = sqrt(1 + x^2) / 2 and L0 = 0.01 x^2 on [-6, 6], colder and colder: the density
     * at the walls is e^-3.6e4 at the coldest. Times by a symmetrised eigenproblem, in five digits; where it is cold on
     * the part of [-6, 6] where the density is above e^-390 of its largest value.
     */
    @ParameterizedTest
    @CsvSource({"4e-5, 50.1000", "2e-4, 50.5012", "0.005, 63.091", "0.01, 76.914", "0.08, 307.63"})
    void aColdValleyRelaxesAsSlowlyAsItDoes(double temperature, double time) {
        assertCovers(1.0 / time, 1e-5, RelaxationRate.onFloor(nearDegenerate(temperature)));
    }

    private static PlainSetting nearDegenerate(double temperature) {
        return Examples.valley(profile("0.01*x^2"), profile("0.5*sqrt(1 + x^2)"),
                new Interval(-6.0, 6.0, Boundary.REFLECTING), 4, temperature);
    }

    /** All but the walls' own rows of a symmetrised generator by differences, extrapolated: an independent solution. */
    @ParameterizedTest
    @CsvSource({"REFLECTING, 5, 0", "REFLECTING, 5, 0.3", "REFLECTING, 12, -0.4", "ABSORBING, 2, 0.3"})
    void aDoubleWellRelaxesAsADenseEigenproblemSays(Boundary boundary, double barrier, double tilt) {
        PlainSetting setting = doubleWell(boundary, barrier, tilt);
        RelaxationRate rate = boundary == Boundary.ABSORBING
                ? RelaxationRate.ofDecay(setting) : RelaxationRate.onFloor(setting);
        Line line = Line.of(setting);
        double coarse = dense(line, 250);
        double fine = dense(line, 500);
        assertCovers((4.0 * fine - coarse) / 3.0, Math.abs(fine / coarse - 1.0), rate);
    }

    /** Barrier in temperatures, height of the right well in barriers; minima at -1 and 1. */
    private static PlainSetting doubleWell(Boundary boundary, double barrier, double tilt) {
        return Examples.valley(profile("(x^2 - 1)^2 + " + tilt + "*(x + 2)/2"), profile("1"),
                new Interval(-2.0, 2.0, boundary), 1, 1.0 / barrier);
    }

    /** The second eigenvalue, or the first between absorbing ends, of points at the centres of cells. */
    private static double dense(Line line, int cells) {
        Interval range = line.interval();
        boolean ring = range.boundary() == Boundary.PERIODIC;
        double h = range.length() / cells;
        RealMatrix matrix = MatrixUtils.createRealMatrix(cells, cells);
        for (int face = 0; face <= cells; face++) {
            double x = range.from() + face * h;
            double half = 0.25 * h * line.drift(x) / line.diffusion(x);
            double exchange = line.diffusion(x) / (h * h);
            int left = face - 1;
            int right = face;
            if (ring && face == 0) {
                continue;
            }
            if (face > 0 && (face < cells || ring)) {
                right = face % cells;
                matrix.addToEntry(left, left, exchange * Math.exp(2.0 * half));
                matrix.addToEntry(right, right, exchange * Math.exp(-2.0 * half));
                matrix.addToEntry(left, right, -exchange);
                matrix.addToEntry(right, left, -exchange);
            } else if (range.boundary() == Boundary.ABSORBING) {
                // The end is half a cell away.
                matrix.addToEntry(face == 0 ? right : left, face == 0 ? right : left,
                        2.0 * exchange * Math.exp(face == 0 ? -half : half));
            }
        }
        double[] values = new EigenDecompositionSymmetric(matrix, 1e-14, false).getEigenvalues();
        return values[range.boundary() == Boundary.ABSORBING ? 0 : 1];
    }

    /**
     * High barriers: two states, left at the inverses of the mean first-passage times from one minimum to the other;
     * the next correction is e^-barrier. The longest time is 1e2600.
     */
    @ParameterizedTest
    @CsvSource({"40, 0", "150, 0.2", "300, -0.5", "600, 0.01", "6000, 0.1"})
    void highBarriersAreLeftAsFirstPassagesSay(double barrier, double tilt) {
        PlainSetting setting = doubleWell(Boundary.REFLECTING, barrier, tilt);
        Line line = Line.of(setting);
        double there = LinePassage.logMoments(line, new Approach(-2.0, 1.0, Boundary.REFLECTING, Boundary.ABSORBING),
                -1.0, Double.POSITIVE_INFINITY, 2).mean();
        double back = LinePassage.logMoments(line, new Approach(-1.0, 2.0, Boundary.ABSORBING, Boundary.REFLECTING),
                1.0, Double.POSITIVE_INFINITY, 2).mean();
        RelaxationRate rate = RelaxationRate.onFloor(setting);
        assertEquals(LogIntegral.add(-there, -back), rate.log(), 1e-9 + ERRORS * rate.relativeError());
        assertTrue(rate.relativeError() < 1e-6);
    }

    /** Rings of no symmetry: against dense eigenproblems, and cold against two barriers side by side. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 0.08})
    void aRingWithoutSymmetryRelaxesAsADenseEigenproblemSays(double temperature) {
        Line line = Line.of(lopsided(temperature));
        double coarse = dense(line, 200);
        double fine = dense(line, 400);
        assertCovers((4.0 * fine - coarse) / 3.0, Math.abs(fine / coarse - 1.0),
                RelaxationRate.onFloor(lopsided(temperature)));
    }

    private static PlainSetting lopsided(double temperature) {
        return Examples.valley(profile("cos(2*x) + 0.3*sin(x) + 0.2*cos(x)"), profile("1"),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 1, temperature);
    }

    /**
     * Rings of several wells, two of whose slowest modes lie close, where a search among the places of a grid stays at
     * places that are not the least. By finite volumes in 90 digits, mpmath 1.3.0: the first on 500, 1000 and 2000
     * cells, the second on 500.
     */
    @ParameterizedTest
    @CsvSource({"cos(7*x) + 0.4*sin(4*x) + 0.3*cos(x), 1, 0.02, -122.91168887219",
        "cos(3*x) + 0.5*sin(5*x) + 0.3*cos(x), 1 + 0.2*cos(x), 0.05, -40.923462393"})
    void manyWellsAroundARingRelaxAsManyDigitsSay(String floor, String flatness, double temperature, double log) {
        RelaxationRate rate = RelaxationRate.onFloor(Examples.valley(profile(floor), profile(flatness),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 1, temperature));
        assertEquals(log, rate.log(), 1e-9 + ERRORS * rate.relativeError());
        assertTrue(rate.relativeError() < 1e-8, "error " + rate.relativeError());
    }

    /**
     * Without drift and with D = 1 / (1 + a cos(x - 1)) the backward equation is Mathieu's, f'' + rate (1 + a cos) f =
     * 0: four times the rate is the characteristic value b_2 at q = 2 a rate. Solved with scipy (mathieu_b, brentq).
     */
    @ParameterizedTest
    @CsvSource({"0.3, 0.9926216040205513", "0.5, 0.9800713844475164", "0.9, 0.9409587406599568"})
    void aRingWhoseDiffusionVariesRelaxesAtAMathieuCharacteristicValue(double a, double expected) {
        RelaxationRate rate = RingRelaxation.of(new FreeLine(new Interval(0.0, 2.0 * Math.PI, Boundary.PERIODIC),
                x -> 0.0, x -> 1.0 / (1.0 + a * Math.cos(x - 1.0))));
        assertEquals(Math.log(expected), rate.log(), 1e-12 + ERRORS * rate.relativeError());
        assertTrue(rate.relativeError() < 1e-9, "error " + rate.relativeError());
    }

    /** Where a ring begins is no property of it: an even one is solved by halves, and shifted by arcs. */
    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.5, -2.6", "0.00001, 0.3", "0.95, 3.1"})
    void aRingRelaxesAlikeWhereverItBegins(double a, double shift) {
        RelaxationRate halves = RingRelaxation.of(floorOf("1 + " + a + "*cos(x)"));
        RelaxationRate arcs = RingRelaxation.of(floorOf("1 + " + a + "*cos(x - (" + shift + "))"));
        assertEquals(halves.log(), arcs.log(), ERRORS * (halves.relativeError() + arcs.relativeError()));
        assertTrue(arcs.relativeError() < 1e-9, "error " + arcs.relativeError());
    }

    private static Line floorOf(String flatness) {
        return Line.of(Examples.valley(Profiles.LEVEL, profile(flatness),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 4, 0.05));
    }

    /** Arrhenius: colder by a factor, the logarithm of the rate grows with the barrier that is left first. */
    @Test
    void aColdRingLeavesItsHigherWellOverItsLowerRidge() {
        double highest = Double.NEGATIVE_INFINITY;
        double cold = RelaxationRate.onFloor(lopsided(0.008)).log();
        double colder = RelaxationRate.onFloor(lopsided(0.004)).log();
        double[] value = new double[3600];
        for (int i = 0; i < value.length; i++) {
            double x = -Math.PI + 2.0 * Math.PI * i / value.length;
            value[i] = Math.cos(2 * x) + 0.3 * Math.sin(x) + 0.2 * Math.cos(x);
            highest = Math.max(highest, value[i]);
        }
        double shallow = Double.POSITIVE_INFINITY;
        double ridge = Double.POSITIVE_INFINITY;
        for (int i = 0; i < value.length; i++) {
            double before = value[Math.floorMod(i - 1, value.length)];
            double after = value[(i + 1) % value.length];
            if (value[i] < before && value[i] <= after) {
                shallow = shallow == Double.POSITIVE_INFINITY ? value[i] : Math.max(shallow, value[i]);
            }
            if (value[i] > before && value[i] >= after) {
                ridge = Math.min(ridge, value[i]);
            }
        }
        assertEquals(-(ridge - shallow) * (250.0 - 125.0), colder - cold, 1e-2);
    }

    /** A constant drift around a ring carries a current: the eigenvalues are D k^2 + i v k. */
    @Test
    void aCurrentAroundARingDoesNotChangeTheRealPart() {
        Line line = new FreeLine(new Interval(0.0, 2.0 * Math.PI, Boundary.PERIODIC), x -> 0.7, x -> 0.4);
        assertCovers(0.4, 1e-6, RingRelaxation.of(line));
    }

    /** The same valley elsewhere, and in other units of length: D and the rate keep, D l^2 and the rate keep. */
    @Test
    void theRateKnowsNeitherOriginNorUnit() {
        Interval far = new Interval(998.0, 1002.0, Boundary.REFLECTING);
        PlainSetting there = Examples.valley(profile("((x-1000)^2 - 1)^2"), profile("1"), far, 1, 1.0 / 30.0);
        RelaxationRate here = RelaxationRate.onFloor(doubleWell(Boundary.REFLECTING, 30, 0.0));
        assertEquals(here.log(), RelaxationRate.onFloor(there).log(), 1e-9);
        // x = 100 u: L0 in u must be 1e4 times as large to drift as much, and Delta 1e4 times as well.
        PlainSetting large = Examples.valley(profile("10000*((x/100)^2 - 1)^2"), profile("1"),
                new Interval(-200.0, 200.0, Boundary.REFLECTING), 1, 1e4 / 30.0);
        assertEquals(here.log(), RelaxationRate.onFloor(large).log(), 1e-9);
    }

    /** An open valley whose tails are power laws has no slowest rate as a whole; the error says how far it depends. */
    @Test
    void heavyTailsAreCutAndTheErrorSaysSo() {
        PlainSetting setting = Examples.valley(profile("0.5*log(1 + x^2)"), profile("1"), Interval.LINE, 1, 0.1);
        RelaxationRate rate = RelaxationRate.onFloor(setting);
        assertTrue(rate.relativeError() > 1e-3, "error " + rate.relativeError());
        assertEquals(1.0, rate.rate().value(), 0.6);
    }

    /**
     * Beside a peak e^12 high lie two plateaus with a millionth of the mass, whose exchange with it is slowest. By a
     * symmetric tridiagonal eigenproblem on 4000 and 8000 cells, extrapolated; the next rate is 3.19206e-3.
     */
    @Test
    void theSlowestModeMayLiveWhereThereIsHardlyAnyMass() {
        PlainSetting setting = Examples.valley(profile("0.000104155*(x^2 + 0.2*x^4)"),
                profile("0.645 + 0.759*exp(-(x + 0.096)^2/1.023)"), Interval.LINE, 15.543597050213352,
                0.003097062047183862);
        assertCovers(2.9057849e-3, 1e-7, RelaxationRate.onFloor(setting));
    }

    /**
     * Logarithmic walls at five eighths of the temperature where they hold nothing any more: modes become slower without
     * end, and two cuts as far out as the floor is known have the same rate, which says nothing.
     */
    @Test
    void ofPowerLawTailsMostIsMeant() {
        PlainSetting setting = Examples.valley(profile("0.25*log(1 + x^2/9)"), profile("0.5*sqrt(1 + x^2/9)"),
                Interval.LINE, 4, 0.25);
        assertTrue(RelaxationRate.onFloor(setting).time() < 1e4, "" + RelaxationRate.onFloor(setting).time());
    }

    private static Profile profile(String formula) {
        return FormulaProfile.of(Formula.parse(formula, List.of("x"), Map.of()));
    }
}
