package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyCommittor;
import org.thalweg.fokkerplanck.hierarchy.ValleyPassage;
import org.thalweg.fokkerplanck.hierarchy.ValleySpectrum;
import org.thalweg.fokkerplanck.hierarchy.ValleySurvival;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.FloorCommittor;
import org.thalweg.fokkerplanck.volumes.VolumeCommittor;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.fokkerplanck.volumes.VolumeSurvival;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** Survival, committors and rates by the adjoint hierarchy: exact answers, and finite volumes as the other witness. */
class BackwardHierarchyTest {
    private static final double TOLERANCE = 1e-7;

    private static double[] spaced(double from, double to, int count) {
        double[] times = new double[count];
        Arrays.setAll(times, k -> from * Math.pow(to / from, k / (count - 1.0)));
        return times;
    }

    /** Two wells, F constant: the scale function is exact for the plane. */
    @Test
    void committorAndScaleFunctionAgreeWhereXDoesNotKnowOfY() {
        PlainSetting wells = Examples.valley(Profiles.formula("(x^2 - 1)^2 / 4 + 0.05 * x"), Profile.constant(0.5),
                Interval.LINE, 2.0, 0.1);
        for (double start : new double[] {-0.6, -0.1, 0.0, 0.3, 0.8}) {
            PlainSetting setting = wells.withStart(start, 0.2);
            Committor found = ValleyCommittor.attempt(setting, -1.0, 1.0, new Resolution(32, 32), 1e-9).orThrow();
            assertEquals(FloorCommittor.of(setting, -1.0, 1.0).value(), found.atStart().value(),
                    found.atStart().standardError() + 1e-10, found.atStart().toString());
        }
    }

    /** On the ring y counts; both methods give the start and the field within what they state of themselves. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.4})
    void committorsOfTheRingByBothMethods(double y) {
        PlainSetting ring = Examples.ring(4.0, 0.1).withStart(0.3, y);
        Resolution resolution = new Resolution(96, 64);
        Committor spectral = ValleyCommittor.attempt(ring, -1.0, 1.5, resolution, TOLERANCE).orThrow();
        Committor volumes = VolumeCommittor.of(ring, -1.0, 1.5, resolution);
        assertEquals(volumes.atStart().value(), spectral.atStart().value(),
                volumes.atStart().standardError() + spectral.atStart().standardError(),
                volumes.atStart() + " and " + spectral.atStart());
        assertTrue(volumes.atStart().standardError() < 1e-4 && spectral.atStart().standardError() <= TOLERANCE,
                volumes.atStart() + " and " + spectral.atStart());
        for (int i = 3; i < 96; i += 10) {
            for (int j = 16; j < 48; j += 5) {
                assertEquals(volumes.field().values()[i][j], spectral.field().values()[i][j], 1e-3,
                        spectral.field().x()[i] + ", " + spectral.field().y()[j]);
            }
        }
    }

    /** F constant, L0 = 0: from x = 1 between a wall at 0 and an edge at 2, k_n = (n + 1/2) pi. */
    @Test
    void survivalOfFreeDiffusionIsItsSeries() {
        double diffusion = 0.05;
        PlainSetting free = Examples.valley(Profiles.LEVEL, Profile.constant(0.5),
                new Interval(0.0, 4.0, Boundary.REFLECTING), 2.0, 2.0 * diffusion).withStart(1.0, 0.3);
        double[] times = spaced(0.5, 200.0, 25);
        SurvivalFunction found = ValleySurvival.between(free, new Approach(0.0, 2.0,
                Boundary.REFLECTING, Boundary.ABSORBING), times, 1e-8).orThrow();
        for (int k = 0; k < times.length; k++) {
            double exact = 0.0;
            for (int n = 0; n < 200; n++) {
                double kn = (n + 0.5) * Math.PI;
                exact += 2.0 * (n % 2 == 0 ? 1.0 : -1.0) / kn * Math.cos(0.5 * kn)
                        * Math.exp(-diffusion * kn * kn * times[k] / 4.0);
            }
            assertEquals(exact, found.survival()[k], found.error()[k], "t = " + times[k]);
        }
    }

    /** The bump of the reference times, kappa = 10: both methods, and the mean of the one from the other. */
    @Test
    void survivalOfTheBumpByBothMethods() {
        PlainSetting bump = Examples.passage(Examples.bump(10, 0.1), 2.5, 0.5 + Math.exp(-0.125));
        double[] times = spaced(0.5, 1000.0, 40);
        SurvivalFunction spectral = ValleySurvival.attempt(bump, times, TOLERANCE).orThrow();
        SurvivalFunction volumes = VolumeSurvival.of(bump, times, new Resolution(64, 32));
        double mean = times[0];
        for (int k = 0; k < times.length; k++) {
            assertEquals(volumes.survival()[k], spectral.survival()[k], volumes.error()[k] + 1e-5, "t = " + times[k]);
            assertTrue(spectral.error()[k] <= 2.0 * TOLERANCE && volumes.error()[k] < 1e-3, volumes.error()[k] + "");
            mean += k == 0 ? 0.0 : 0.5 * Math.log(times[k] / times[k - 1])
                    * (times[k] * spectral.survival()[k] + times[k - 1] * spectral.survival()[k - 1]);
        }
        double exact = ValleyPassage.of(bump, 1e-8).mean().value();
        assertEquals(exact, mean, 2e-4 * exact);
    }

    /** A parabolic floor under a straight valley is a bowl: sums of multiples of 1 and 2.6, some of them odd in y. */
    @Test
    void aBowlHasSumsOfMultiplesOfItsCurvatures() {
        PlainSetting bowl = Examples.valley(Profiles.formula("x^2 / 2"), Profile.constant(1.0 / Math.sqrt(2.6)),
                Interval.LINE, 3.0, 0.3);
        double[] exact = {1.0, 2.0, 2.6, 3.0};
        List<RelaxationMode> found = ValleySpectrum.attempt(bowl, exact.length, 1e-7).orThrow();
        for (int k = 0; k < exact.length; k++) {
            assertEquals(exact[k], found.get(k).rate().value(), 1e-6 * exact[k], found.toString());
            assertTrue(!found.get(k).turns());
        }
    }

    /** An independent solution of the two-dimensional operator, five digits. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.017458", "4, 0.1, 0.034623", "8, 0.05, 0.015996"})
    void theRingRelaxesAsTheTwoDimensionalOperator(double kappa, double temperature, double rate) {
        List<RelaxationMode> found = ValleySpectrum.attempt(Examples.ring(kappa, temperature), 3, 1e-6).orThrow();
        assertEquals(rate, found.get(0).rate().value(), 5.1e-7, found.toString());
        assertEquals(0.0, found.get(0).frequency().value(), 1e-9);
    }

    /** Three rates by both methods, on a ring without mirror symmetry, which carries a current. */
    @Test
    void ratesOfATiltedRingByBothMethods() {
        PlainSetting ring = Examples.valley(Profiles.formula("0.02 * sin(x + 0.7) + 0.01 * cos(2 * x)"),
                Profiles.formula("1 + 0.5 * cos(x)"), new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 4.0, 0.1);
        List<RelaxationMode> spectral = ValleySpectrum.attempt(ring, 3, 1e-6).orThrow();
        List<RelaxationMode> volumes = VolumeSpectrum.of(ring, 3, new Resolution(96, 32), new ArrayList<>()).modes();
        for (int k = 0; k < 3; k++) {
            double rate = spectral.get(k).rate().value();
            assertEquals(rate, volumes.get(k).rate().value(), 3.0 * volumes.get(k).rate().standardError(),
                    k + ": " + spectral.get(k) + " and " + volumes.get(k));
            assertTrue(volumes.get(k).rate().standardError() < 1e-2 * rate, volumes.get(k).toString());
        }
    }
}
