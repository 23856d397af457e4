package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;

/** Far from the usual values a density is still one: finite and not negative. */
class ExtremesTest {
    /** A density of a closed setting, checked cell by cell. */
    private static Map<Quantity, Measurement> solved(PlainSetting setting) {
        DensitySolution solution = StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME,
                new Resolution(96, 64));
        Density density = solution.density().orElseThrow();
        double largest = 0.0;
        for (double[] line : density.values()) {
            for (double value : line) {
                assertTrue(value >= 0.0 && value < Double.POSITIVE_INFINITY, () -> "density " + value);
                largest = Math.max(largest, value);
            }
        }
        assertTrue(largest > 0.0);
        return solution.quantities();
    }

    /** The ring at kappa = 1 has P(x) = F / (2 pi) at any temperature, so &lt;F&gt; = 1.125. */
    @ParameterizedTest
    @CsvSource({"1e-2", "1e-4", "1e-6"})
    void coldRings(double temperature) {
        Map<Quantity, Measurement> found = solved(Examples.ring(1, temperature));
        assertEquals(1.125, found.get(Quantity.MEAN_FLATNESS).value(), 1e-6);
        assertEquals(temperature * 1.375, found.get(Quantity.MEAN_SQUARE_Y).value(), 1e-5 * temperature);
    }

    /** A floor of slope 16 in cells of 1/16 and more: Peclet numbers of 1e4 and 1e6 on the finest of the grids. */
    @ParameterizedTest
    @CsvSource({"1e-4", "1e-6"})
    void steepFloors(double temperature) {
        Profile slope = Profiles.of(x -> 16 * x, x -> 16.0, x -> 0.0);
        PlainSetting setting = Examples.valley(slope, Profile.constant(1.0), new Interval(0, 6, Boundary.REFLECTING),
                1.0,
                temperature);
        // Exponential against the lower wall; a cell on the coarsest grid is 0.25 wide, the mass lies within 1e-5.
        assertTrue(solved(setting).get(Quantity.MEAN_X).value() < 0.25);
    }

    /**
     * F from 1e-2 to 1e2 and back: kappa = 1 still gives P ~ F. Masses of the coarse cells at the sharp end underflow:
     * there is no ln P, and no slope of it.
     */
    @Test
    void flatnessOverFourDecades() {
        Profile flatness = Profiles.of(x -> Math.exp(4.6 * Math.cos(x)), x -> -4.6 * Math.sin(x)
                * Math.exp(4.6 * Math.cos(x)), x -> (21.16 * Math.sin(x) * Math.sin(x) - 4.6 * Math.cos(x))
                * Math.exp(4.6 * Math.cos(x)));
        PlainSetting setting = Examples.valley(Profiles.LEVEL, flatness, new Interval(-Math.PI, Math.PI,
                Boundary.PERIODIC),
                1.0, 1e-3);
        assertFalse(solved(setting).get(Quantity.SELECTION_EXPONENT).defined());
        Measurement exponent = StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-8)
                .quantities().get(Quantity.SELECTION_EXPONENT);
        assertEquals(1.0, exponent.value(), 3.0 * exponent.standardError());
        assertTrue(exponent.standardError() < 1e-4, exponent.toString());
    }
}
