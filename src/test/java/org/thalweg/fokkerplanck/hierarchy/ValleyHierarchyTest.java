package org.thalweg.fokkerplanck.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.noise.PowerNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

class ValleyHierarchyTest {
    private static final Interval SIX = new Interval(-6.0, 6.0, Boundary.REFLECTING);

    private static DensitySolution solve(PlainSetting setting, double tolerance) {
        return StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT, tolerance);
    }

    /** The yardstick L = y^2 / (2 (1 + x^2)) + .01 x^2 / 2. */
    private static PlainSetting yardstick() {
        return Examples.valley(Profiles.parabola(0.01), Profiles.OPENING, SIX, 10, 0.05);
    }

    /** Label noise on the ring: D_yy = .05 / F^2. */
    private static PlainSetting labelNoise() {
        PlainSetting ring = Examples.ring(4, 0.05);
        return ring.withNoise(new PowerNoise(ring.surface().geometry().shape().orElseThrow(), 2.0, 1, 4));
    }

    /** A ring without mirror symmetry, on which a current flows. */
    private static PlainSetting ratchet() {
        Profile flatness = Profiles.of(x -> 1 + 0.3 * Math.cos(x) + 0.2 * Math.sin(2 * x),
                x -> -0.3 * Math.sin(x) + 0.4 * Math.cos(2 * x), x -> -0.3 * Math.cos(x) - 0.8 * Math.sin(2 * x));
        return Examples.valley(Profiles.LEVEL, flatness, Examples.ring(4, 0.05).domain().along(), 4, 0.05);
    }

    /** Tilted by a constant slope of the floor: a current even at leading order. */
    private static PlainSetting tiltedRing() {
        Profile tilt = Profiles.of(x -> 0.01 * x, x -> 0.01, x -> 0.0);
        return Examples.valley(tilt, Profiles.RING, Examples.ring(4, 0.05).domain().along(), 4, 0.05);
    }

    static Stream<PlainSetting> valleys() {
        return Stream.of(Examples.ring(4, 0.05), Examples.bump(10, 0.1), labelNoise(), ratchet(), tiltedRing(),
                Examples.valley(Profiles.parabola(0.02), Profiles.OPENING, SIX, 4, 0.04),
                Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, FOUR, 4, 0.05));
    }

    /** The mass beyond |x| = 4 of the parabola with epsilon = .1 is below 1e-20. */
    private static final Interval FOUR = new Interval(-4.0, 4.0, Boundary.REFLECTING);

    /** Were they those of the coarser law, an accident along x would be found again as agreement. */
    @ParameterizedTest
    @MethodSource("valleys")
    void theThirdLawHasPointsOfItsOwn(PlainSetting setting) {
        ValleyRange range = ValleyRange.of(setting, new ArrayList<>());
        for (int coarse = 16; coarse < 64; coarse++) {
            for (int growth : new int[] {6, 12}) {
                int fine = coarse + coarse / growth + 1;
                int other = range.points(ValleyHierarchy.others(range, coarse, fine)).size();
                assertTrue(other != range.points(coarse).size() && other != range.points(fine).size(),
                        coarse + ", " + fine + " and again " + other + " points");
            }
        }
    }

    @Test
    void anOpenValleyIsCutWhereNothingIsLeft() {
        DensitySolution open = solve(Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, Interval.LINE, 4, 0.05),
                1e-10);
        assertTrue(open.notes().stream().anyMatch(note -> note.startsWith("x truncated")), open.notes().toString());
        Map<Quantity, Measurement> closed = solve(Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, FOUR, 4,
                0.05), 1e-10).quantities();
        for (Quantity quantity : List.of(Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS)) {
            Measurement found = open.quantities().get(quantity);
            assertEquals(closed.get(quantity).value(), found.value(),
                    found.standardError() + closed.get(quantity).standardError(), quantity.key());
            assertTrue(found.standardError() < 1e-7 * found.value(), found.toString());
        }
    }

    /** What a refinement moves changes its sign along the valley; the error of a cell there is not nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6})
    void errorsOfTheMarginalCover(double tolerance) {
        for (PlainSetting valley : List.of(Examples.bump(10, 0.1), ratchet())) {
            Marginal better = solve(valley, 1e-10).marginal();
            Marginal volumes = StationaryDensity.solve(valley, DensityMethod.FINITE_VOLUME, new Resolution(64, 32))
                    .marginal();
            for (Marginal found : List.of(solve(valley, tolerance).marginal(), volumes)) {
                for (int b = 0; b < found.size(); b++) {
                    assertEquals(better.density()[b], found.density()[b],
                            3.0 * (found.standardError()[b] + better.standardError()[b]), "cell " + b);
                }
            }
        }
    }

    /** Reference: an independent spectral Fourier-Hermite solution, four decimals. */
    @ParameterizedTest
    @CsvSource({"1, 0.05, 1.0000", "2, 0.05, 1.9747", "4, 0.1, 3.7852", "4, 0.05, 3.8797", "4, 0.02, 3.9479",
        "4, 0.005, 3.9864", "10, 0.05, 9.3066"})
    void selectionExponentsOfTheRing(double kappa, double temperature, double exponent) {
        Measurement found = solve(Examples.ring(kappa, temperature), 1e-8).quantities()
                .get(Quantity.SELECTION_EXPONENT);
        assertEquals(exponent, found.value(), 1e-4);
        assertEquals(exponent, found.value(), 5.1e-5 + found.standardError());
    }

    /**
     * P(x) by the hierarchy in another code: numpy, P itself on 100 Chebyshev points of [0, 6] (even in x), 24 modes,
     * numpy.linalg.solve of the whole system, scipy's BarycentricInterpolator; its self-convergence is 1e-13.
     */
    @ParameterizedTest
    @CsvSource({"0, 1.119242885550164e-02", "1, 9.676064039593715e-02", "2, 3.094747858797861e-01",
        "3, 8.375159293085813e-02", "4, 4.383637083851115e-03", "5, 1.292897395072255e-04", "6, 5.927951578097511e-06"})
    void marginalOfTheYardstick(double x, double density) {
        assertEquals(density, YARDSTICK.marginal(x), 1e-9);
        assertEquals(density, YARDSTICK.marginal(-x), 1e-9);
    }

    private static final HierarchyLaw YARDSTICK = law(yardstick(), 96, 16);

    private static HierarchyLaw law(PlainSetting setting, int points, int modes) {
        ValleyRange range = ValleyRange.of(setting, new java.util.ArrayList<>());
        Collocation grid = range.points(points);
        ValleyCoefficients valley = ValleyCoefficients.of(setting, grid);
        double[][] q = new HierarchySystem(grid, valley).solve(new HierarchyModes(1, modes));
        return HierarchyLaw.of(setting, range, grid, valley, q, Resolution.DEFAULT);
    }

    private static double distance(HierarchyLaw law, HierarchyLaw other) {
        return Arrays.stream(law.difference(other)).map(Math::abs).sum();
    }

    @ParameterizedTest
    @MethodSource("valleys")
    void errorsFallGeometrically(PlainSetting setting) {
        HierarchyLaw best = law(setting, 176, 20);
        double before = distance(law(setting, 40, 6), best);
        double after = distance(law(setting, 80, 12), best);
        assertTrue(after < 0.1 * before || after < 1e-13, before + " then " + after);
        assertEquals(0.0, distance(law(setting, 144, 18), best), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("valleys")
    void agreesWithFiniteVolumes(PlainSetting setting) {
        Map<Quantity, Measurement> volumes = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME,
                Resolution.DEFAULT).quantities();
        Map<Quantity, Measurement> found = solve(setting, 1e-8).quantities();
        for (Quantity quantity : List.of(Quantity.MEAN_X, Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y,
                Quantity.MEAN_FLATNESS)) {
            Measurement difference = found.get(quantity).minus(volumes.get(quantity));
            double margin = found.get(quantity).standardError() + volumes.get(quantity).standardError();
            assertEquals(0.0, difference.value(), margin, quantity.key());
            assertTrue(found.get(quantity).standardError() < 1e-7, quantity.key());
        }
    }

    /** Half of a mirrored ring or interval gives what all of it gives; a shifted ring is not mirrored. */
    @Test
    void halfOfAMirroredValleyIsEnough() {
        PlainSetting ring = Examples.ring(4, 0.05);
        Profile shifted = Profiles.of(x -> 1 + 0.5 * Math.cos(x - 1), x -> -0.5 * Math.sin(x - 1),
                x -> -0.5 * Math.cos(x - 1));
        PlainSetting other = Examples.valley(Profiles.LEVEL, shifted, ring.domain().along(), 4, 0.05);
        Interval uneven = new Interval(-6.0, 6.5, Boundary.REFLECTING);
        PlainSetting open = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, uneven, 4, 0.05);
        PlainSetting even = Examples.valley(Profiles.parabola(0.1), Profiles.OPENING, SIX, 4, 0.05);
        for (PlainSetting[] pair : new PlainSetting[][] {{ring, other}, {even, open}}) {
            DensitySolution half = solve(pair[0], 1e-9);
            DensitySolution whole = solve(pair[1], 1e-9);
            assertTrue(half.notes().get(0).contains("mirror"), half.notes().toString());
            assertTrue(!whole.notes().get(0).contains("mirror"), whole.notes().toString());
            for (Quantity quantity : List.of(Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS)) {
                assertEquals(whole.quantities().get(quantity).value(), half.quantities().get(quantity).value(), 1e-8);
            }
        }
    }

    /**
     * The estimate of a loose solve bounds its distance to a tight one. Of one looser than the default the tails may
     * not be known at all; then the exponent that depends on them is undefined, and nothing else.
     */
    @ParameterizedTest
    @MethodSource("valleys")
    void theEstimateBoundsTheError(PlainSetting setting) {
        DensitySolution tight = solve(setting, 1e-10);
        for (double tolerance : new double[] {1e-2, 1e-4, 1e-6, 1e-8}) {
            DensitySolution loose = solve(setting, tolerance);
            loose.quantities().forEach((quantity, found) -> {
                Measurement exact = tight.quantities().get(quantity);
                if (!found.defined()) {
                    assertEquals(Quantity.SELECTION_EXPONENT, quantity);
                    assertTrue(tolerance > 1e-8, "tolerance " + tolerance);
                    assertTrue(loose.notes().stream()
                            .anyMatch(note -> note.startsWith("selection_exponent is undefined")),
                            loose.notes().toString());
                    return;
                }
                assertEquals(exact.value(), found.value(), found.standardError() + exact.standardError(),
                        quantity.key());
            });
            Marginal one = loose.marginal();
            Marginal other = tight.marginalOn(loose.range(), one.size());
            double error = 0.0;
            for (int b = 0; b < one.size(); b++) {
                error += Math.abs(one.density()[b] - other.density()[b]) * loose.range().length() / one.size();
            }
            assertTrue(error <= tolerance, error + " > " + tolerance);
        }
    }

    /** kappa = 1: P ~ (1 + x^2)^((1 - eps/Delta)/2), here (1 + x^2)^-1.5: mean F = pi/2, mean x^2 infinite. */
    @Test
    void heavyTails() {
        Map<Quantity, Measurement> found = solve(Examples.valley(Profiles.logWall(0.2), Profiles.OPENING, Interval.LINE,
                1, 0.05), 1e-8).quantities();
        Measurement flatness = found.get(Quantity.MEAN_FLATNESS);
        assertEquals(Math.PI / 2, flatness.value(), flatness.standardError(), found.toString());
        assertTrue(flatness.standardError() < 1e-4, flatness.toString());
        assertEquals(-3.0, found.get(Quantity.SELECTION_EXPONENT).value(), found
                .get(Quantity.SELECTION_EXPONENT).standardError());
        assertTrue(!found.get(Quantity.VARIANCE_X).defined());
    }

    /** kappa = 1: p = exp(-L / Delta) / Z, with a floor and without. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.05})
    void isotropicNoiseIsInEquilibrium(double epsilon) {
        double temperature = 0.05;
        PlainSetting setting = Examples.valley(Profiles.parabola(epsilon), Profiles.OPENING, SIX, 1, temperature);
        Density plane = solve(setting, 1e-9).density().orElseThrow();
        double z = new org.hipparchus.analysis.integration.RombergIntegrator(1e-13, 1e-13, 3, 25).integrate(100_000_000,
                x -> Math.sqrt(2 * Math.PI * temperature * (1 + x * x))
                        * Math.exp(-epsilon * x * x / (2 * temperature)), -6, 6);
        for (int i = 0; i < plane.x().length; i++) {
            for (int j = 0; j < plane.y().length; j++) {
                double loss = setting.surface().value(new double[] {plane.x()[i], plane.y()[j]});
                assertEquals(Math.exp(-loss / temperature) / z, plane.values()[i][j], 1e-9 / z);
            }
        }
    }

    /** Exact in the relaxation across at kappa = 1 on the ring: mean F = 1 + a^2/2, mean y^2 = Delta (1 + 3 a^2/2). */
    @Test
    void momentsInEquilibrium() {
        Map<Quantity, Measurement> found = solve(Examples.ring(1, 0.05), 1e-10).quantities();
        assertEquals(1.125, found.get(Quantity.MEAN_FLATNESS).value(), 1e-11);
        assertEquals(0.05 * 1.375, found.get(Quantity.MEAN_SQUARE_Y).value(), 1e-12);
        assertEquals(1.0, found.get(Quantity.SELECTION_EXPONENT).value(), 1e-9);
    }

    @Test
    void thePlaneHoldsTheMassAndTheNotesSayWhatWasDone() {
        DensitySolution solution = solve(Examples.ring(4, 0.05), 1e-8);
        assertEquals(DensityMethod.HIERARCHY, solution.method());
        assertTrue(solution.notes().stream().anyMatch(note -> note.contains("even modes across")),
                solution.notes().toString());
        Density plane = solution.density().orElseThrow();
        assertEquals(Resolution.DEFAULT.nx(), plane.x().length);
        assertEquals(Resolution.DEFAULT.ny(), plane.y().length);
        Marginal marginal = solution.marginalOn(solution.range(), plane.x().length);
        for (int i = 0; i < plane.x().length; i++) {
            double sum = 0.0;
            for (int j = 1; j < plane.y().length; j++) {
                // Trapezoids between graded centres: second order.
                sum += 0.5 * (plane.values()[i][j] + plane.values()[i][j - 1]) * (plane.y()[j] - plane.y()[j - 1]);
            }
            assertEquals(marginal.density()[i], sum, 0.01 * marginal.density()[i]);
        }
    }
}
