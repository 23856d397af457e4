package org.thalweg.trajectory.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;
import org.thalweg.trajectory.Experiments;

class FlatRegionTest {
    /** F = 1 + a cos x reaches 1 + a/2 within pi/3 of every maximum; an open line is searched 64 to both sides. */
    @Test
    void intervalsEndWhereTheLevelIsReached() {
        FlatRegion region = region(1, Profiles.cosine(0.5), 1.25);
        assertEquals(21, region.intervals().size());
        for (double[] interval : region.intervals()) {
            double maximum = 2.0 * Math.PI * Math.round((interval[0] + interval[1]) / (4.0 * Math.PI));
            assertEquals(maximum - Math.PI / 3.0, interval[0], 1e-13 * 64);
            assertEquals(maximum + Math.PI / 3.0, interval[1], 1e-13 * 64);
            assertTrue(region.contains(interval[0]) && region.contains(interval[1]));
            assertFalse(region.contains(Math.nextDown(interval[0])) || region.contains(Math.nextUp(interval[1])));
        }
    }

    @Test
    void aGapLiesBetweenNeighbouringIntervals() {
        FlatRegion region = region(1, Profiles.cosine(0.5), 1.25);
        double[] gap = region.gap(3.0);
        assertEquals(Math.PI / 3.0, gap[0], 1e-12);
        assertEquals(2.0 * Math.PI - Math.PI / 3.0, gap[1], 1e-12);
        assertFalse(region.covers(64.1));
    }

    /** The product of a thousand F would overflow; their geometric mean does not. */
    @Test
    void aThousandSharpDirectionsHaveTheFlatSetOfOne() {
        double[] one = region(1, Experiments.RULER, 15.0).intervals().get(0);
        double[] thousand = region(1000, Experiments.RULER, 15.0).intervals().get(0);
        assertEquals(5.0, one[0], 1e-14);
        // Logarithms and their sum round: some hundred units in the last place.
        assertEquals(one[0], thousand[0], 1e-12);
    }

    private static FlatRegion region(int directions, Profile flatness, double level) {
        double[] ones = new double[directions + 1];
        Arrays.fill(ones, 1.0);
        Setting setting = new Setting("flat", "",
                new Valley(new ValleyShape(Profile.constant(0.0), Collections.nCopies(directions, flatness))),
                new Domain(Collections.nCopies(directions + 1, Interval.LINE)), new AnisotropicNoise(ones),
                new Sgd(0.1), new double[directions + 1], Optional.of(new FlatSet(level)));
        return FlatRegion.of(setting);
    }
}
