package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.noise.PowerNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.prediction.FiniteVariance;
import org.thalweg.theory.Valleys;

/** Which means over trajectories have a standard error. */
class FiniteVarianceTest {
    private static final double ETA = 0.05;

    private static PlainSetting wall(List<Profile> flatness, Interval along, GradientNoise noise) {
        return Valleys.setting(Profiles.logWall(1.0), flatness, along, noise, ETA, 0.0, 2.0).withoutFlatSet();
    }

    /**
     * F_1 ~ |x| beside a constant F_2, kappa = 4, Delta = 1/1.625: P ~ |x|^-2.5. The flatness is the geometric mean,
     * F ~ |x|^(1/2), and F^2 ~ |x| has a mean; of y_1 even F_1^2 has none.
     */
    @Test
    void theFlatnessIsTheGeometricMean() {
        double delta = 1.0 / 1.625;
        PlainSetting two = wall(List.of(Profiles.OPENING, Profile.constant(1.0)), Interval.LINE,
                new AnisotropicNoise(2.0 * delta / ETA / 4.0, 2.0 * delta / ETA, 2.0 * delta / ETA));
        assertTrue(FiniteVariance.of(two, Quantity.MEAN_FLATNESS).holds());
        assertFalse(FiniteVariance.of(two, Quantity.MEAN_SQUARE_Y).holds());
    }

    /** Where the noise varies nothing is known of the tails of a line; between walls there are none. */
    @Test
    void whatIsNotKnownIsNotClaimed() {
        GradientNoise varying = new PowerNoise(
                new ValleyShape(Profiles.logWall(1.0), List.of(Profiles.OPENING)), 2.0, 1.0, 4.0);
        Hypothesis line = FiniteVariance.of(wall(List.of(Profiles.OPENING), Interval.LINE, varying),
                Quantity.MEAN_SQUARE_Y);
        assertTrue(line.holds());
        assertEquals("not known where the noise varies", line.found());
        Hypothesis box = FiniteVariance.of(wall(List.of(Profiles.OPENING),
                new Interval(-8.0, 8.0, Boundary.REFLECTING), varying), Quantity.MEAN_SQUARE_Y);
        assertEquals("yes", box.found());
    }
}
