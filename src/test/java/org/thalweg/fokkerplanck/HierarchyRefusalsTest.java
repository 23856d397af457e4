package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyCommittor;
import org.thalweg.fokkerplanck.hierarchy.ValleyEvolution;
import org.thalweg.fokkerplanck.hierarchy.ValleySpectrum;
import org.thalweg.fokkerplanck.hierarchy.ValleyTransition;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;
import org.thalweg.model.surface.Quadratic;
import org.thalweg.refusal.Refusal;

class HierarchyRefusalsTest {
    private static final PlainSetting RING = Examples.ring(4, 0.05);

    private static void refused(Class<? extends RuntimeException> type, PlainSetting setting, double tolerance,
            String... words) {
        String message = assertThrows(type, () -> StationaryDensity.solve(setting, DensityMethod.HIERARCHY,
                Resolution.DEFAULT, tolerance)).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    private static void refused(PlainSetting setting, String... words) {
        refused(Refusal.class, setting, 1e-8, words);
    }

    @Test
    void noiseThatVariesAcrossTheValley() {
        refused(RING.withNoise(new TestNoise(at -> new double[][] {{1, 0}, {0, 1 + at[1] * at[1]}})), "D_yy varies",
                "finite-volume");
        refused(RING.withNoise(new TestNoise(at -> new double[][] {{1, 0.1}, {0.1, 1}})), "D_xy", "finite-volume");
        refused(RING.withNoise(new TestNoise(at -> new double[][] {{0, 0}, {0, 1}})), "positive diffusion");
    }

    @Test
    void kinks() {
        Profile kinked = Profiles.formula("1 + abs(x)");
        refused(Examples.valley(Profiles.LEVEL, kinked, new Interval(-1, 1, Boundary.REFLECTING), 2, 0.1),
                "kink at x = 0.0", "finite-volume");
    }

    /** Functions of the start live on the whole line across too: a passage time was half of what walls make of it. */
    @Test
    void wallsAcrossWhereParticlesAre() {
        Interval narrow = new Interval(-0.3, 0.3, Boundary.REFLECTING);
        PlainSetting warm = Examples.passage(Examples.ring(4, 0.2), 3.0, 1.35);
        PlainSetting walled = warm.withDomain(new Domain(List.of(warm.domain().along(), narrow)));
        Resolution few = new Resolution(48, 32);
        assertTrue(assertThrows(Refusal.class, () -> FirstPassage.by(DensityMethod.HIERARCHY, walled, few, 1e-6))
                .getMessage().contains("no walls across"));
        assertEquals(FirstPassage.by(DensityMethod.FINITE_VOLUME, walled, few, 1e-6),
                FirstPassage.by(DensityMethod.AUTO, walled, few, 1e-6));
        for (Attempt<?> attempt : List.of(ValleySpectrum.attempt(walled, 1, 1e-6),
                ValleyCommittor.attempt(walled, -1.0, 3.1, few, 1e-6),
                ValleyTransition.attempt(walled, Region.parse("2<=x<=3"), Region.parse("-1<=x<=1"), 1e-6),
                ValleyEvolution.attempt(walled, List.of(20.0), few, 1e-6))) {
            assertTrue(assertThrows(Refusal.class, attempt::orThrow).getMessage().contains("no walls across"));
        }
    }

    @Test
    void wallsAcrossWhereTheMassIs() {
        Interval narrow = new Interval(-0.5, 0.5, Boundary.REFLECTING);
        refused(RING.withDomain(new Domain(List.of(RING.domain().along(), narrow))), "y ends at 0.5", "finite-volume");
    }

    @Test
    void tolerancesThatRoundingCannotReach() {
        refused(Refusal.class, RING, 1e-15, "tolerance");
        refused(Refusal.class, RING, Double.NaN, "tolerance");
    }

    @Test
    void absorbingEnds() {
        Interval leak = new Interval(-1, 1, Boundary.ABSORBING);
        refused(NoStationaryStateException.class, Examples.valley(Profiles.LEVEL, Profiles.RING, leak, 4, 0.1), 1e-8,
                "absorbing");
    }

    @Test
    void surfacesThatAreNotValleys() {
        PlainSetting bowl = new Setting("bowl", "", new Quadratic(1, 0.5, 2), RING.domain(), RING.noise(), RING.sgd(),
                new double[2], Optional.empty()).effective();
        refused(bowl, "not a valley", "finite-volume");
    }

    /** A wiggle of wavelength 0.01 needs more points than are allowed. */
    @Test
    void whatIsNotReachedIsSaid() {
        Profile wiggle = Profiles.of(x -> 1 + 0.1 * Math.cos(600 * x), x -> -60 * Math.sin(600 * x),
                x -> -36000 * Math.cos(600 * x));
        PlainSetting setting = Examples.valley(Profiles.LEVEL, wiggle, RING.domain().along(), 4, 0.05);
        refused(NumericsException.class, setting, 1e-8, "reached an error of", "--tolerance", "finite-volume");
    }
}
