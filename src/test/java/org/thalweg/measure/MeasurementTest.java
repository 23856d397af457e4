package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;

/** A number and its error go through arithmetic together. */
class MeasurementTest {
    private static StreamingStatistics samples(double... values) {
        StreamingStatistics statistics = new StreamingStatistics();
        for (double value : values) {
            statistics.addValue(value);
        }
        return statistics;
    }

    /** 1, 2, 3, 4: mean 5/2, sample variance 5/3, standard error sqrt(5/12). */
    @Test
    void theMeanOfSamples() {
        Measurement mean = Measurement.mean(samples(1, 2, 3, 4));
        assertEquals(2.5, mean.value(), 1e-15);
        assertEquals(Math.sqrt(5.0 / 12.0), mean.standardError(), 1e-15);
        assertEquals(4, mean.samples());
    }

    /** One sample has a mean but tells no error; no sample tells nothing. */
    @Test
    void theMeanOfTooFewSamples() {
        Measurement single = Measurement.mean(samples(7));
        assertEquals(7.0, single.value());
        assertTrue(Double.isNaN(single.standardError()));
        assertFalse(Measurement.mean(samples()).defined());
    }

    @Test
    void aFractionOfTrials() {
        Measurement quarter = Measurement.fraction(25, 100);
        assertEquals(0.25, quarter.value());
        assertEquals(Math.sqrt(0.25 * 0.75 / 100), quarter.standardError(), 1e-16);
        assertEquals(100, quarter.samples());
        assertFalse(Measurement.fraction(0, 0).defined());
    }

    /** None of 98: the rule of succession says 1 of 100. */
    @Test
    void noneAndAllAreNotCertain() {
        double expected = Math.sqrt(0.01 * 0.99 / 98);
        assertEquals(0.0, Measurement.fraction(0, 98).value());
        assertEquals(expected, Measurement.fraction(0, 98).standardError(), 1e-16);
        assertEquals(1.0, Measurement.fraction(98, 98).value());
        assertEquals(expected, Measurement.fraction(98, 98).standardError(), 1e-16);
    }

    @Test
    void exactAndComputedNumbers() {
        assertEquals(new Measurement(3.0, 0.0, 0), Measurement.exact(3.0));
        assertEquals(new Measurement(3.0, 0.1, 0), Measurement.computed(3.0, -0.1));
        assertFalse(Measurement.UNDEFINED.defined());
        assertTrue(Measurement.exact(Double.POSITIVE_INFINITY).defined());
    }

    @Test
    void scalingAndShifting() {
        Measurement measured = new Measurement(3.0, 0.5, 10);
        assertEquals(new Measurement(-6.0, 1.0, 10), measured.times(-2.0));
        assertEquals(new Measurement(2.0, 0.5, 10), measured.plus(-1.0));
    }

    /** Errors of independent numbers add in squares; the smaller sample limits the difference. */
    @Test
    void differencesOfIndependentNumbers() {
        Measurement difference = new Measurement(5.0, 0.3, 10).minus(new Measurement(2.0, 0.4, 20));
        assertEquals(3.0, difference.value());
        assertEquals(0.5, difference.standardError(), 1e-16);
        assertEquals(10, difference.samples());
    }

    @Test
    void theLogarithmHasTheRelativeError() {
        Measurement log = new Measurement(Math.E, 0.1, 10).log();
        assertEquals(1.0, log.value(), 1e-15);
        assertEquals(0.1 / Math.E, log.standardError(), 1e-16);
        assertTrue(Double.isNaN(new Measurement(-1.0, 0.1, 10).log().value()));
    }

    /**
     * The errors are right: z = (value - truth) / error has unit mean square over 4000 ensembles of 400 normal numbers.
     * Mean z^2 has standard error sqrt(2/4000) = 0.022, 4.9 of which are 1e-6 false alarms; Student's law with 399
     * degrees of freedom (variance 1.005) and the curvature of the logarithm (relative error 0.005) shift it by less
     * than 0.01. Two such tests.
     */
    @Test
    void standardErrorsHaveTheSizeOfTheErrors() {
        int ensembles = 4000;
        RandomStream random = new Seed(8).stream(Purpose.OTHER, 0);
        double[] draws = new double[400];
        double meanSquare = 0.0;
        double logSquare = 0.0;
        for (int e = 0; e < ensembles; e++) {
            random.fillNormal(draws, draws.length);
            StreamingStatistics statistics = new StreamingStatistics();
            for (double draw : draws) {
                statistics.addValue(10.0 + draw);
            }
            Measurement mean = Measurement.mean(statistics);
            meanSquare += Math.pow((mean.value() - 10.0) / mean.standardError(), 2) / ensembles;
            Measurement log = mean.log();
            logSquare += Math.pow((log.value() - Math.log(10.0)) / log.standardError(), 2) / ensembles;
        }
        double allowed = 4.9 * Math.sqrt(2.0 / ensembles) + 0.01;
        assertEquals(1.0, meanSquare, allowed);
        assertEquals(1.0, logSquare, allowed);
    }
}
