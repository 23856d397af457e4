package org.thalweg.fokkerplanck.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/**
 * Cold rings of three wells and more: with a wall on a ridge the common rate of both arcs is flat to all digits of a
 * double, at values that are not the ring's. Where a ring begins must not matter.
 */
class RingRelaxationTest {
    private static final int BEGINNINGS = 12;
    private static final double ERRORS = 3.0;

    /**
     * L0 = cos(n x) + c cos(x) + s sin(x) + d cos(2 x - p). By the transfer matrix of finite
     * volumes in 90 digits, mpmath 1.3.0: on 500 and 1000 cells the same in 16 digits.
     */
    @ParameterizedTest
    @CsvSource({"3, 0.05, 0.05, 0.02, 1.5707963267948966, 0.05, -38.6981518075458688",
        "3, 0.05, 0.1, 0.02, 1.5707963267948966, 0.04, -48.1401264635461264",
        "4, 0.09553364891256060, 0.02955202066613396, 0.05, -1, 0.03, -64.4183886646089081",
        "3, 9.21060994002885e-7, 3.894183423086505e-7, 5e-7, -1, 0.05, -38.55488028341406"})
    void aColdRingOfManyWellsRelaxesAsManyDigitsSayWhereverItBegins(int wells, double c, double s, double d, double p,
            double temperature, double log) {
        for (int i = 0; i < BEGINNINGS; i++) {
            double begin = 2.0 * Math.PI * i / BEGINNINGS;
            RelaxationRate rate = RingRelaxation.of(ring(begin, temperature, x -> wells * Math.sin(wells * x)
                    + c * Math.sin(x) - s * Math.cos(x) + 2.0 * d * Math.sin(2.0 * x - p)));
            assertEquals(log, rate.log(), 1e-9 + ERRORS * rate.relativeError(), "begun at " + begin);
            assertTrue(rate.relativeError() < 1e-8, "error " + rate.relativeError() + " begun at " + begin);
        }
    }

    /** Two to five wells, nearly equal or not, cold or warm: one rate from all beginnings. */
    @ParameterizedTest
    @CsvSource({"3, 1e-3, 0.4, 0.1", "4, 0.001, 0.3, 0.08", "5, 0.05, 0.02, 0.05",
        "3, 0.3, 0.2, 0.5", "2, 0.3, 0.7, 0.02"})
    void aRingRelaxesAlikeWhereverItBegins(int wells, double c, double phase, double temperature) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double error = 0.0;
        for (int i = 0; i < BEGINNINGS; i++) {
            RelaxationRate rate = RingRelaxation.of(ring(2.0 * Math.PI * i / BEGINNINGS + 0.01, temperature,
                    x -> wells * Math.sin(wells * x) + c * Math.sin(x - phase) + c * Math.sin(2.0 * x + 1.0)));
            least = Math.min(least, rate.log());
            most = Math.max(most, rate.log());
            error = Math.max(error, rate.relativeError());
        }
        assertEquals(least, most, 2.0 * ERRORS * error);
        assertTrue(error < 1e-8, "error " + error);
    }

    private static Line ring(double begin, double diffusion, DoubleUnaryOperator drift) {
        return new FreeLine(
                new Interval(begin, begin + 2.0 * Math.PI, Boundary.PERIODIC), drift, x -> diffusion);
    }
}
