package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.Collocation;
import org.thalweg.fokkerplanck.hierarchy.HierarchyModes;
import org.thalweg.fokkerplanck.hierarchy.HierarchySystem;
import org.thalweg.fokkerplanck.hierarchy.ValleyCoefficients;
import org.thalweg.fokkerplanck.hierarchy.ValleyRange;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;
import org.thalweg.quantity.Quantity;

/** The double expansion: a ring with two sharp directions. */
class SharpDirectionsTest {
    private static final Profile OTHER = Profiles.of(x -> 1 - 0.25 * Math.cos(x), x -> 0.25 * Math.sin(x),
            x -> 0.25 * Math.cos(x));

    /** Temperatures along and across. */
    private static PlainSetting ring(Profile first, Profile second, double along, double one, double other) {
        double learningRate = 0.05;
        return new Setting("two", "", new Valley(new ValleyShape(Profiles.LEVEL, List.of(first, second))),
                new Domain(List.of(Examples.ring(4, 0.05).domain().along(), Interval.LINE, Interval.LINE)),
                new AnisotropicNoise(2 * along / learningRate, 2 * one / learningRate, 2 * other / learningRate),
                new Sgd(learningRate), new double[3], Optional.empty()).effective();
    }

    private static DensitySolution solve(PlainSetting setting, double tolerance) {
        return StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT, tolerance);
    }

    /** Isotropic noise: P ~ F1 F2 at any temperature, and y_i relaxed. */
    @Test
    void isotropicNoiseIsInEquilibrium() {
        double a = 0.5;
        double b = -0.25;
        Map<Quantity, Measurement> found = solve(ring(Profiles.RING, OTHER, 0.1, 0.1, 0.1), 1e-9).quantities();
        // Means over x of F1 F2, F1^3 F2 and F1 F2^3, F1 = 1 + a cos x, F2 = 1 + b cos x.
        double mass = 1 + a * b / 2;
        double first = 1 + 3 * a * a / 2 + 3 * a * b / 2 + 3 * a * a * a * b / 8;
        double second = 1 + 3 * b * b / 2 + 3 * a * b / 2 + 3 * b * b * b * a / 8;
        assertEquals(0.1 * (first + second) / mass, found.get(Quantity.MEAN_SQUARE_Y).value(), 1e-10);
    }

    /** A second direction of constant curvature takes no part. */
    @Test
    void aStraightDirectionTakesNoPart() {
        Map<Quantity, Measurement> one = solve(Examples.ring(4, 0.05), 1e-9).quantities();
        Map<Quantity, Measurement> two = solve(ring(Profiles.RING, Profile.constant(2.0), 0.0125, 0.05, 0.03), 1e-9)
                .quantities();
        assertEquals(one.get(Quantity.MEAN_SQUARE_Y).value() + 0.03 * 4, two.get(Quantity.MEAN_SQUARE_Y).value(),
                1e-10);
        assertEquals(one.get(Quantity.VARIANCE_X).value(), two.get(Quantity.VARIANCE_X).value(), 1e-8);
    }

    /** P ~ F1^kappa1 F2^kappa2 as the temperature falls: the distance falls in proportion. */
    @Test
    void theFloorIsTheLimit() {
        double[] distance = new double[2];
        for (int i = 0; i < 2; i++) {
            double temperature = i == 0 ? 0.02 : 0.01;
            PlainSetting setting = ring(Profiles.RING, OTHER, temperature / 4, temperature, temperature / 2);
            Measurement exact = solve(setting, 1e-8).quantities().get(Quantity.MEAN_FLATNESS);
            double floor = StationaryDensity.solve(setting, DensityMethod.QUADRATURE, Resolution.DEFAULT).quantities()
                    .get(Quantity.MEAN_FLATNESS).value();
            distance[i] = Math.abs(exact.value() - floor);
        }
        assertTrue(distance[0] > 1e-4, "different at all");
        assertEquals(2.0, distance[0] / distance[1], 0.1);
    }

    /** Equal directions: the density depends on y_1^2 + y_2^2, so degree 2 is He_4 + 2 He_2 He_2 + He_4. */
    @Test
    void equalDirectionsAreRound() {
        PlainSetting setting = ring(Profiles.RING, Profiles.RING, 0.02, 0.1, 0.1);
        Collocation grid = Collocation.of(ValleyRange.of(setting, new ArrayList<>()).axis(), 41);
        double[] q = new HierarchySystem(grid, ValleyCoefficients.of(setting, grid)).solve(new HierarchyModes(2, 7))[2];
        int points = grid.size();
        double largest = Arrays.stream(q).map(Math::abs).max().orElseThrow();
        assertTrue(largest > 1e-4, "degree 2 takes part");
        for (int i = 0; i < points; i++) {
            assertEquals(q[i] / Math.sqrt(24), q[points + i] / 4, 1e-10 * largest);
            assertEquals(q[i], q[2 * points + i], 1e-10 * largest);
        }
    }

    /** One law, whichever direction is named first. */
    @Test
    void theOrderOfTheDirectionsDoesNotMatter() {
        Map<Quantity, Measurement> one = solve(ring(Profiles.RING, OTHER, 0.02, 0.06, 0.1), 1e-8).quantities();
        Map<Quantity, Measurement> other = solve(ring(OTHER, Profiles.RING, 0.02, 0.1, 0.06), 1e-8).quantities();
        one.forEach((quantity, value) ->
                assertEquals(value.value(), other.get(quantity).value(), 1e-9, quantity.key()));
    }
}
