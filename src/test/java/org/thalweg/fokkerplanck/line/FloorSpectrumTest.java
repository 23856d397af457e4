package org.thalweg.fokkerplanck.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** The slowest rates of a line. */
class FloorSpectrumTest {
    private static void assertRates(PlainSetting setting, double relative, double... exact) {
        List<RelaxationMode> found = FloorSpectrum.of(setting, exact.length);
        for (int k = 0; k < exact.length; k++) {
            String said = k + ": " + found.get(k);
            assertEquals(exact[k], found.get(k).rate().value(), relative * exact[k], said);
            assertEquals(exact[k], found.get(k).rate().value(),
                    found.get(k).rate().standardError() + 1e-9 * exact[k], said);
            assertTrue(found.get(k).rate().standardError() < Math.max(10.0 * relative, 1e-7) * exact[k], said);
            assertEquals(0.0, found.get(k).frequency().value(), said);
        }
    }

    /** Multiples of the curvature, at any temperature: nothing has a scale of its own. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-5})
    void anOrnsteinUhlenbeckProcessHasMultiplesOfItsRate(double temperature) {
        PlainSetting bowl = Examples.valley(Profiles.parabola(0.3), Profile.constant(1.0), Interval.LINE, 2.0,
                temperature);
        assertRates(bowl, 1e-9, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4, 2.7, 3.0, 3.3, 3.6);
    }

    /** In a box ninety deviations wide. */
    @Test
    void wallsFarAwayDoNotMatter() {
        PlainSetting bowl = Examples.valley(Profiles.parabola(0.3), Profile.constant(1.0),
                new Interval(-2.0, 3.0, Boundary.REFLECTING), 2.0, 2e-3);
        assertRates(bowl, 1e-7, 0.3, 0.6, 0.9, 1.2);
    }

    /** D (k pi / l)^2. */
    @Test
    void freeDiffusionBetweenWalls() {
        PlainSetting free = Examples.valley(Profiles.LEVEL, Profile.constant(1.0),
                new Interval(-1.0, 2.0, Boundary.REFLECTING), 2.0, 0.1);
        double unit = 0.05 * Math.PI * Math.PI / 9.0;
        assertRates(free, 1e-9, unit, 4.0 * unit, 9.0 * unit, 16.0 * unit);
    }

    /** D k^2, each twice: two modes alike are two. */
    @Test
    void freeDiffusionAroundARing() {
        PlainSetting free = Examples.valley(Profiles.LEVEL, Profile.constant(1.0),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 2.0, 0.1);
        assertRates(free, 1e-9, 0.05, 0.05, 0.2, 0.2, 0.45, 0.45);
    }

    /** With a drift v the rates are D k^2 and the frequencies v k. */
    @Test
    void aDriftAroundARingTurnsModes() {
        double drift = 0.3;
        PlainSetting tilted = Examples.valley(Profiles.formula(-drift + " * x"), Profile.constant(1.0),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 2.0, 0.1);
        List<RelaxationMode> found = FloorSpectrum.of(tilted, 3);
        for (int k = 1; k <= 3; k++) {
            RelaxationMode mode = found.get(k - 1);
            assertEquals(0.05 * k * k, mode.rate().value(), mode.rate().standardError() + 1e-9, mode.toString());
            assertEquals(drift * k, mode.frequency().value(), mode.frequency().standardError() + 1e-9,
                    mode.toString());
            assertTrue(mode.rate().standardError() < 1e-4, mode.toString());
        }
    }

    /** An independent solution of the floor, four digits; and of the stiffer valley of the paper. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.01761", "4, 0.1, 0.03522", "8, 0.05, 0.01641"})
    void theRing(double kappa, double temperature, double rate) {
        RelaxationMode slowest = FloorSpectrum.of(Examples.ring(kappa, temperature), 3).get(0);
        assertEquals(rate, slowest.rate().value(), 1e-3 * rate);
    }

    /** Both ways to the slowest mode: inverse iteration on positive kernels, and polynomials. */
    @Test
    void twoWaysAgreeWhereBothSee() {
        PlainSetting twoWells = Examples.valley(Profiles.formula("(x^2 - 1)^2 / 4 + x / 20"), Profile.constant(1.0),
                Interval.LINE, 2.0, 0.1);
        double[] all = FloorSpectrum.of(twoWells, 4).stream().mapToDouble(mode -> mode.rate().value()).toArray();
        double[] alone = FloorSpectrum.byPolynomials(twoWells, 4, all[0]).stream().mapToDouble(mode -> mode.rate().value())
                .toArray();
        assertEquals(all[0], alone[0], 1e-8 * all[0]);
        assertTrue(all[1] > 20.0 * all[0], Arrays.toString(all));
    }

    /**
     * Two slopes, steep and flat: beyond e^-x a continuum of rates begins at (slope)^2 / (4 D) = 15 and none is the
     * slowest of all. A valley of a logarithm has slower and slower ones. Rates are those of most of the line then: all
     * of the same stretch, each a little less for a longer one, and a remark says so.
     */
    @ParameterizedTest
    @ValueSource(strings = {"0.25 * abs(x + 0.0) + 0.2 * x", "(0.5/2)*log(1 + x^2/9)"})
    void ratesOfALineWithoutASlowestOneAreInOrder(String floor) {
        PlainSetting heavy = Examples.valley(Profiles.formula(floor), Profile.constant(1.0), Interval.LINE, 4.0, 0.1);
        List<RelaxationMode> found = FloorSpectrum.of(heavy, 5);
        for (int k = 1; k < found.size(); k++) {
            assertTrue(found.get(k).rate().value() > found.get(k - 1).rate().value(), found.toString());
            assertTrue(found.get(k).rate().standardError() > 1e-3 * found.get(k).rate().value(), found.toString());
        }
        assertTrue(FloorSpectrum.remark(heavy).isPresent());
        assertTrue(FloorSpectrum.remark(Examples.valley(Profiles.parabola(0.3), Profile.constant(1.0), Interval.LINE,
                2.0, 0.1)).isEmpty());
        // The slowest one is found in another way, and belongs to the same stretch.
        RelaxationRate slowest = RelaxationRate.onFloor(heavy);
        assertEquals(found.get(0).rate().value(), slowest.rate().value(), 1e-12);
    }
}
