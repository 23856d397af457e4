package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;

/** What the method auto chooses, and what it says. */
class AutoMethodTest {
    private static final Resolution SMALL = new Resolution(64, 32);

    private static DensitySolution auto(PlainSetting setting) {
        return StationaryDensity.solve(setting, DensityMethod.AUTO, SMALL);
    }

    private static void assertSays(DensitySolution solution, String... words) {
        for (String word : words) {
            assertTrue(solution.notes().get(0).contains(word), solution.notes().toString());
        }
    }

    @Test
    void theHierarchyOnSmoothValleys() {
        DensitySolution solution = auto(Examples.ring(4, 0.05));
        assertEquals(DensityMethod.HIERARCHY, solution.method());
        assertSays(solution, "method hierarchy", "smooth valley");
    }

    @Test
    void finiteVolumesWhereTheHierarchyRefuses() {
        PlainSetting ring = Examples.ring(4, 0.05);
        PlainSetting varying = ring.withNoise(new TestNoise(at -> new double[][] {{1, 0}, {0, 1
                + 0.1 * at[1] * at[1]}}));
        assertEquals(DensityMethod.FINITE_VOLUME, auto(varying).method());
        assertSays(auto(varying), "method finite-volume, because", "D_yy varies");
        PlainSetting narrow = ring.withDomain(new Domain(List.of(ring.domain().along(),
                new Interval(-0.5, 0.5, Boundary.REFLECTING))));
        assertSays(auto(narrow), "method finite-volume, because", "y ends at 0.5");
    }

    /** A wiggle that needs more points than are quick. */
    @Test
    void finiteVolumesWhereTheHierarchyIsNotQuick() {
        Profile wiggle = Profiles.of(x -> 1 + 0.1 * Math.cos(60 * x), x -> -6 * Math.sin(60 * x),
                x -> -360 * Math.cos(60 * x));
        PlainSetting setting = Examples.valley(Profiles.LEVEL, wiggle, Examples.ring(4, 0.05).domain().along(), 4,
                0.05);
        assertSays(auto(setting), "method finite-volume, because", "reached an error of");
    }
}
