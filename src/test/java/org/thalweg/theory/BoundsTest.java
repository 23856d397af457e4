package org.thalweg.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.bounds.SelectionBifurcation;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.floor.Support;
import org.thalweg.theory.law.Normalisability;

/** The three upper bounds. */
class BoundsTest {
    private static final Interval BOX = new Interval(-8.0, 8.0, Boundary.REFLECTING);

    private static PlainSetting valley(Profile floor, Interval domain) {
        return Valleys.setting(floor, Profiles.OPENING, domain, 0.05, 4.0, 0.01, 0.0, 2.0);
    }

    /** L0 = eps x^2/2, F = sqrt(1 + x^2): Delta_c = eps, F* = sqrt(Delta/Delta_c) above and 1 below. */
    @Test
    void selectionBifurcation() {
        SelectionBifurcation bifurcation = SelectionBifurcation.of(valley(Profiles.parabola(0.1), BOX));
        assertEquals(0.1, bifurcation.criticalTemperature().orElseThrow(), 1e-12);
        assertEquals(1.0, bifurcation.mostProbableFlatness(0.05), 1e-9);
        assertEquals(1.0, bifurcation.mostProbableFlatness(0.0999), 1e-3);
        assertEquals(Math.sqrt(2.0), bifurcation.mostProbableFlatness(0.2), 1e-9);
        assertEquals(2.0, bifurcation.mostProbableFlatness(0.4), 1e-9);
        // Beyond the wall the minimum stays at the wall.
        assertEquals(Math.sqrt(65.0), bifurcation.mostProbableFlatness(100.0), 1e-9);
    }

    @Test
    void sharpPointOnTheSeamAndAtAWall() {
        Profile tilted = Profiles.of(x -> 0.02 * Math.cos(x), x -> -0.02 * Math.sin(x), x -> -0.02 * Math.cos(x));
        PlainSetting ring = Valleys.setting(tilted, Profiles.RING, Valleys.RING, 0.01, 4.0, 0.01, 3.0, 1.35);
        // Delta_c = L0'' F / F'' = .02 * .5 / .5 at x = pi.
        assertEquals(0.02, SelectionBifurcation.of(ring).criticalTemperature().orElseThrow(), 1e-9);
        PlainSetting half = valley(Profiles.parabola(0.1), new Interval(0.0, 8.0, Boundary.REFLECTING));
        assertEquals(0.1, SelectionBifurcation.of(half).criticalTemperature().orElseThrow(), 1e-12);
    }

    @Test
    void degenerateValleyHasNoSharpPoint() {
        SelectionBifurcation bifurcation = SelectionBifurcation.of(Valleys.ring(4.0, 0.05, 0.05));
        assertTrue(bifurcation.criticalTemperature().isEmpty());
        assertFalse(bifurcation.hypotheses().stream().allMatch(Hypothesis::holds));
    }

    /** A minimum of the floor beside that of F is no sharp point. */
    @Test
    void shiftedMinimumIsNoSharpPoint() {
        Profile shifted = Profiles.of(x -> 0.05 * (x - 1.0) * (x - 1.0), x -> 0.1 * (x - 1.0), x -> 0.1);
        assertTrue(SelectionBifurcation.of(valley(shifted, BOX)).sharpPoints().isEmpty());
    }

    /** L0 = (eps/2) ln(1 + x^2), F = sqrt(1 + x^2), kappa = 4, eps = 1: .8 and .667. */
    @Test
    void normalisability() {
        PlainSetting setting = valley(Profiles.logWall(1.0), Interval.LINE);
        Normalisability bound = Normalisability.of(setting);
        assertEquals(0.8, bound.criticalTemperature(), 1e-9);
        assertEquals(2.0 / 3.0, bound.criticalTemperatureOfMeanFlatness(), 1e-9);
        assertTrue(bound.stationaryStateExists());
        assertFalse(Normalisability.of(setting.withBatchVariance(200.0)).stationaryStateExists());
    }

    @Test
    void normalisabilityAtItsEdges() {
        assertEquals(Double.POSITIVE_INFINITY,
                Normalisability.of(valley(Profiles.parabola(0.1), Interval.LINE)).criticalTemperature());
        assertEquals(0.0, Normalisability.of(valley(Profiles.LEVEL, Interval.LINE)).criticalTemperature());
        assertFalse(EffectiveLoss.of(valley(Profiles.LEVEL, Interval.LINE)).hypotheses().stream()
                .allMatch(Hypothesis::holds));
        Normalisability bounded = Normalisability.of(valley(Profiles.LEVEL, BOX));
        assertTrue(bounded.stationaryStateExists());
        assertFalse(bounded.hypotheses().stream().allMatch(Hypothesis::holds));
    }

    /**
     * F ~ exp(|x| / 4) is beyond numbers where powers are read off. A parabola confines at any temperature; under L0 ~
     * |x| the law is exp(-(kappa / Delta - kappa / 4) |x|), so Delta_c = 4, and 4 kappa / (kappa + 1) for the mean
     * flatness, whatever kappa is. Under F ~ exp(b x^2) and L0 = x^2/2 it is 1/(2 b).
     */
    @Test
    void flatnessMayGrowExponentially() {
        Profile flatness = Profiles.formula("exp(x/4) + exp(-x/4)");
        Normalisability confined = exponential(flatness, Profiles.parabola(0.5));
        assertEquals(Double.POSITIVE_INFINITY, confined.criticalTemperature());
        assertTrue(confined.stationaryStateExists() && confined.finiteMeanOfEveryFlatness(4.0));
        Normalisability sloping = exponential(flatness, Profiles.formula("sqrt(1 + x^2)"));
        assertEquals(4.0, sloping.criticalTemperature(), 0.01);
        assertEquals(3.2, sloping.criticalTemperatureOfMeanFlatness(), 0.01);
        assertEquals(0.0, exponential(flatness, Profiles.LEVEL).criticalTemperature());
        Profile slope = Profiles.formula("sqrt(1 + x^2)");
        for (double kappa : new double[] {1.0, 0.1, 0.02}) {
            assertEquals(4.0, exponential(flatness, slope, kappa).criticalTemperature(), 0.01);
            assertEquals(1.0 / 14.4, exponential(Profiles.formula("exp(7.2 * x^2)"), Profiles.parabola(1.0), kappa)
                    .criticalTemperature(), 1e-6);
        }
    }

    private static Normalisability exponential(Profile flatness, Profile floor) {
        return exponential(flatness, floor, 4.0);
    }

    private static Normalisability exponential(Profile flatness, Profile floor, double kappa) {
        PlainSetting setting = Valleys.setting(floor, flatness, Interval.LINE, 0.05, kappa, 0.01, 0.0, 3.0);
        // Not where the flatness is beyond numbers: there nothing is known of the density.
        assertTrue(Support.of(FloorDiffusion.of(setting)).max(flatness::value) < Double.POSITIVE_INFINITY);
        return Normalisability.of(setting);
    }

    @Test
    void stepSizeAlongAValley() {
        StepSizeBound bound = StepSizeBound.of(Valleys.ring(4.0, 0.05, 0.05));
        assertEquals(2.0 * 0.25, bound.stableBelow(), 1e-12);
        assertEquals(2.0 * 2.25, bound.divergentAbove(), 1e-12);
        assertEquals(0.25, StepSizeBound.of(Valleys.ring(4.0, 0.05, 0.05), 1.0).stableBelow(), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY,
                StepSizeBound.of(valley(Profiles.parabola(0.1), Interval.LINE)).divergentAbove());
    }

    /** A law may be narrower than anything the valley has: what counts is how flat it is at infinity. */
    @ParameterizedTest
    @CsvSource({"0.5*sqrt(1 + x^2/9), Infinity", "2 - exp(-x^2), 8", "2 + sin(x), 18"})
    void theFlattestPlaceOfANarrowLawIsThatOfTheLine(String flatness, double bound) {
        Interval narrow = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Boundary.OPEN,
                new Frame(0.0, 1e-15));
        StepSizeBound found = StepSizeBound.of(Valleys.setting(Profiles.parabola(0.1), Profiles.formula(flatness),
                narrow, 1e-30, 4.0, 0.05, 0.0, 1.0));
        assertEquals(bound, found.divergentAbove(), 0.05 * bound);
    }
}
