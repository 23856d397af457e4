package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.line.FloorCommittor;
import org.thalweg.fokkerplanck.volumes.VolumeCommittor;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;

/** Which of two sets is reached first. */
class CommittorTest {
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory(24);
    private static final double TILT = 0.05;

    /** Two wells at -1 and 1, F constant: x does not know of y, and the scale function is exact for the plane too. */
    private static PlainSetting twoWells(double temperature, double start) {
        return Examples.valley(Profiles.formula("(x^2 - 1)^2 / 4 + " + TILT + " * x"), Profile.constant(0.5),
                Interval.LINE, 2.0, temperature).withStart(start, 0.2);
    }

    /** int_-1^start e^(L0 / D) over int_-1^1, by a Gauss rule of its own. */
    private static double exact(double temperature, double start) {
        return integral(temperature, -1.0, start) / integral(temperature, -1.0, 1.0);
    }

    private static double integral(double temperature, double from, double to) {
        double sum = 0.0;
        for (int cell = 0; cell < 64; cell++) {
            double a = from + (to - from) * cell / 64.0;
            double b = from + (to - from) * (cell + 1.0) / 64.0;
            sum += RULES.legendre(24, a, b).integrate(x ->
                    Math.exp(2.0 * ((x * x - 1.0) * (x * x - 1.0) / 4.0 + TILT * x) / temperature));
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.6, -0.1, 0.0, 0.3, 0.8})
    void twoWellsByQuadratureAndByVolumes(double start) {
        double temperature = 0.1;
        PlainSetting setting = twoWells(temperature, start);
        double exact = exact(temperature, start);
        assertEquals(exact, FloorCommittor.of(setting, -1.0, 1.0).value(), 1e-12);
        Measurement plane = VolumeCommittor.of(setting, -1.0, 1.0, new Resolution(96, 32)).atStart();
        assertEquals(exact, plane.value(), plane.standardError() + 1e-9, plane.toString());
        assertTrue(plane.standardError() < 1e-4, plane.toString());
    }

    /** Over barriers of 250 temperatures the small side is known in digits of its own. */
    @Test
    void theFloorOfAColdValley() {
        double found = FloorCommittor.of(twoWells(1e-3, -0.2), -1.0, 1.0).value();
        double exact = exact(1e-3, -0.2);
        assertEquals(exact, found, 1e-9 * exact);
        assertTrue(exact < 1e-6, "" + exact);
    }

    /** The field does not depend on y here, and rises from 0 to 1. */
    @Test
    void theFieldIsThatOfEveryStart() {
        double temperature = 0.1;
        Committor found = VolumeCommittor.of(twoWells(temperature, 0.0), -1.0, 1.0, new Resolution(192, 32));
        double[] x = found.field().x();
        for (int i = 0; i < x.length; i += 7) {
            for (double value : found.field().values()[i]) {
                assertEquals(exact(temperature, x[i]), value, 2e-4);
            }
        }
    }

    /** By symmetry half of those that start at the sharpest point of the ring leave to either side. */
    @Test
    void fromTheMiddleOfASymmetricStretchItIsAHalf() {
        PlainSetting ring = Examples.ring(4.0, 0.05).withStart(0.0, 0.3);
        Measurement found = VolumeCommittor.of(ring, -1.0, 1.0, new Resolution(48, 32)).atStart();
        assertEquals(0.5, found.value(), 1e-12);
        // From elsewhere y counts: away from the floor the drift towards the flat side is stronger.
        double low = VolumeCommittor.of(ring.withStart(0.3, 0.0), -1.0, 1.0, new Resolution(48, 32)).atStart().value();
        double high = VolumeCommittor.of(ring.withStart(0.3, 0.6), -1.0, 1.0, new Resolution(48, 32)).atStart()
                .value();
        assertTrue(high < low - 1e-3, low + " and " + high);
    }
}
