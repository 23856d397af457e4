package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.ModeField;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;

/** The slowest rates of the plane. */
class VolumeSpectrumTest {
    private static List<RelaxationMode> modes(PlainSetting setting, int count, Resolution resolution) {
        return VolumeSpectrum.of(setting, count, resolution, new ArrayList<>()).modes();
    }

    private static void within(double exact, Measurement found) {
        assertEquals(exact, found.value(), found.standardError() + 1e-9, found.toString());
        assertTrue(found.standardError() < 1e-2 * Math.max(1.0, exact), found.toString());
    }

    /** dX = -H X dt + sqrt(2 D) dW: sums of multiples of the eigenvalues of H, whatever D; here 1 and 2.6. */
    @Test
    void aBowlHasSumsOfMultiplesOfItsCurvatures() {
        PlainSetting bowl = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(
                t -> 0.5 * t[0] * t[0] + 1.3 * t[1] * t[1], t -> new double[] {t[0], 2.6 * t[1]}),
                Interval.LINE, Interval.LINE, t -> new double[][] {{0.3, 0.0}, {0.0, 0.1}});
        double[] exact = {1.0, 2.0, 2.6, 3.0, 3.6};
        List<RelaxationMode> found = modes(bowl, exact.length, new Resolution(96, 96));
        for (int i = 0; i < exact.length; i++) {
            within(exact[i], found.get(i).rate());
            within(0.0, found.get(i).frequency());
        }
    }

    /** A coarsest grid of 12 x 8 cells, whose 95 modes are soon all in the basis. */
    @Test
    void aFewCellsHaveFewModes() {
        List<RelaxationMode> found = modes(Examples.ring(4, 0.05), 4, new Resolution(48, 32));
        assertEquals(0.017458, found.get(0).rate().value(), 3.0 * found.get(0).rate().standardError() + 5e-7);
        assertTrue(found.get(0).rate().standardError() < 1e-3, found.get(0).rate().toString());
    }

    /** H = (1, 2; -2, 1.2) turns while it relaxes: (2.2 +- i sqrt(15.96)) / 2, and twice the real part. */
    @Test
    void aRotationHasAComplexPair() {
        PlainSetting turning = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(
                t -> 0.5 * t[0] * t[0] + 0.6 * t[1] * t[1],
                t -> new double[] {t[0] + 2.0 * t[1], 1.2 * t[1] - 2.0 * t[0]}),
                Interval.LINE, Interval.LINE, t -> new double[][] {{0.3, 0.0}, {0.0, 0.3}});
        List<RelaxationMode> found = modes(turning, 3, new Resolution(96, 96));
        double frequency = 0.5 * Math.sqrt(15.96);
        within(1.1, found.get(0).rate());
        within(frequency, found.get(0).frequency());
        // 2.2 and 2.2 +- 2 i frequency are as slow as each other, in either order.
        List<RelaxationMode> second = found.subList(1, 3).stream()
                .sorted((a, b) -> Double.compare(a.frequency().value(), b.frequency().value())).toList();
        within(2.2, second.get(0).rate());
        within(0.0, second.get(0).frequency());
        within(2.2, second.get(1).rate());
        within(2.0 * frequency, second.get(1).frequency());
    }

    /** An independent solution of the two-dimensional operator, five digits; it is real. */
    @ParameterizedTest
    @CsvSource({"4, 0.05, 0.017458", "4, 0.1, 0.034623", "8, 0.05, 0.015996"})
    void theRingRelaxesAsTheTwoDimensionalOperator(double kappa, double temperature, double rate) {
        RelaxationMode slowest = modes(Examples.ring(kappa, temperature), 2, Resolution.DEFAULT).get(0);
        assertEquals(rate, slowest.rate().value(), 0.003 * rate);
        assertEquals(rate, slowest.rate().value(), slowest.rate().standardError() + 5e-7, slowest.toString());
        assertEquals(0.0, slowest.frequency().value(), 1e-12);
    }

    /** The slowest modes of a bowl are x P and y P: as fields, with int |field| = 2. */
    @Test
    void fieldsOfABowlAreItsCoordinatesTimesItsDensity() {
        PlainSetting bowl = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(
                t -> 0.5 * t[0] * t[0] + 0.85 * t[1] * t[1], t -> new double[] {t[0], 1.7 * t[1]}),
                Interval.LINE, Interval.LINE, t -> new double[][] {{0.3, 0.0}, {0.0, 0.1}});
        List<ModeField> fields = VolumeSpectrum.of(bowl, 2, new Resolution(96, 96), new ArrayList<>()).fields();
        for (int k = 0; k < 2; k++) {
            Density field = fields.get(k).real();
            assertTrue(fields.get(k).imaginary().isEmpty());
            double varianceX = 0.3;
            double varianceY = 0.1 / 1.7;
            // int |x| P = sqrt(2 variance / pi).
            double scale = 2.0 / Math.sqrt(2.0 * (k == 0 ? varianceX : varianceY) / Math.PI);
            double sign = Math.signum(field.values()[k == 0 ? 70 : 48][k == 0 ? 48 : 70]);
            double largest = scale / (2.0 * Math.PI * Math.sqrt(varianceX * varianceY));
            for (int i = 0; i < field.x().length; i++) {
                for (int j = 0; j < field.y().length; j++) {
                    double x = field.x()[i];
                    double y = field.y()[j];
                    double exact = sign * scale * (k == 0 ? x : y)
                            * Math.exp(-0.5 * (x * x / varianceX + y * y / varianceY))
                            / (2.0 * Math.PI * Math.sqrt(varianceX * varianceY));
                    assertEquals(exact, field.values()[i][j], 4e-3 * largest, k + ": " + x + ", " + y);
                }
            }
        }
    }
}
