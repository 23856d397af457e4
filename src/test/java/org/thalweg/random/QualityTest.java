package org.thalweg.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can be seen in seconds of the quality that docs/random.md reports: moments to the eighth order, tails,
 * correlation between streams, and two classical tests of bits. Whatever algorithm makes the variates has to pass.
 *
 * <p>Each check has 1e-6 false alarms: 8 moments, 2 tails, 2 x 4 sets of correlations, 2 x 5 birthday spacings and 5
 * Walsh spectra make 3.3e-5 in all.
 */
class QualityTest {
    private static final double FALSE_ALARMS = 1e-6;
    /** Two-sided normal quantile of the false alarms. */
    private static final double SIGMAS = 4.9;

    @Test
    void momentsAndTailsOfTheNormalVariates() {
        NormalCensus census = new NormalCensus();
        for (int block = 0; block < 20; block++) {
            census.add(new Seed(3).stream(Purpose.GRADIENT_NOISE, block), 1_000_000);
        }
        for (int k = 1; k <= NormalCensus.MOMENTS; k++) {
            assertTrue(Math.abs(census.deviation(k)) < SIGMAS, "moment " + k + " is off by " + census.deviation(k));
        }
        // 1267 and 11.5 are expected; further out too few to say anything.
        for (int sigmas = 4; sigmas <= 5; sigmas++) {
            assertTrue(census.tailProbability(sigmas) > FALSE_ALARMS, census.beyond(sigmas) + " beyond " + sigmas
                    + " standard deviations, expected " + census.expectedBeyond(sigmas));
        }
    }

    /** Normal variates of every two streams, and their squares: the sum of the squared scores is chi-squared. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SINGLE")
    void streamsAreUncorrelated(Streams kind) {
        int draws = 1 << 15;
        RandomStream[] streams = kind.open();
        double[][] values = new double[streams.length][draws];
        double[][] squares = new double[streams.length][draws];
        for (int i = 0; i < streams.length; i++) {
            streams[i].fillNormal(values[i], draws);
            for (int k = 0; k < draws; k++) {
                // (z^2 - 1) / sqrt 2 has mean 0 and variance 1.
                squares[i][k] = (values[i][k] * values[i][k] - 1.0) / Math.sqrt(2.0);
            }
        }
        assertUncorrelated(values, kind + ", variates");
        assertUncorrelated(squares, kind + ", squares");
    }

    private static void assertUncorrelated(double[][] rows, String what) {
        double sum = 0.0;
        int pairs = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                double product = 0.0;
                for (int k = 0; k < rows[i].length; k++) {
                    product += rows[i][k] * rows[j][k];
                }
                sum += product * product / rows[i].length;
                pairs++;
            }
        }
        assertTwoSided(new ChiSquaredDistribution(pairs).cumulativeProbability(sum), what + ": sum of squared scores "
                + sum + " over " + pairs + " pairs");
    }

    /**
     * Birthday spacings (Marsaglia 1985): of n = 4096 birthdays in a year of 2^32 days the number of equal spacings is
     * Poisson with mean n^3 / 2^34 = 4, over 256 years 1024. Birthdays are the upper and the lower halves of words.
     */
    @ParameterizedTest
    @EnumSource
    void birthdaySpacings(Streams kind) {
        int birthdays = 1 << 12;
        int years = 256;
        for (int shift : new int[] {32, 0}) {
            Streams.Interleaved bits = kind.interleaved();
            long[] words = bits.next();
            int used = 0;
            int equal = 0;
            long[] days = new long[birthdays];
            for (int year = 0; year < years; year++) {
                for (int i = 0; i < birthdays; i++) {
                    if (used == words.length) {
                        words = bits.next();
                        used = 0;
                    }
                    days[i] = words[used++] >>> shift & 0xFFFFFFFFL;
                }
                Arrays.sort(days);
                for (int i = birthdays - 1; i > 0; i--) {
                    days[i] -= days[i - 1];
                }
                Arrays.sort(days);
                for (int i = 1; i < birthdays; i++) {
                    equal += days[i] == days[i - 1] ? 1 : 0;
                }
            }
            assertTwoSided(new PoissonDistribution(4.0 * years).cumulativeProbability(equal),
                    kind + ", bits from " + shift + ": " + equal + " equal spacings");
        }
    }

    /**
     * The Walsh spectrum of the bits as signs: each of 2^16 coefficients, divided by its standard deviation, squared
     * and summed over 128 pieces, is chi-squared with 128 degrees of freedom. The largest of them is judged, so that a
     * pattern that returns with a period of up to 1024 words shows.
     */
    @ParameterizedTest
    @EnumSource
    void walshSpectrum(Streams kind) {
        int size = 1 << 16;
        int pieces = 128;
        Streams.Interleaved bits = kind.interleaved();
        long[] words = bits.next();
        int used = 0;
        double[] power = new double[size];
        double[] signs = new double[size];
        for (int piece = 0; piece < pieces; piece++) {
            for (int i = 0; i < size; i += Long.SIZE) {
                if (used == words.length) {
                    words = bits.next();
                    used = 0;
                }
                for (int bit = 0; bit < Long.SIZE; bit++) {
                    signs[i + bit] = (words[used] >>> bit & 1L) * 2.0 - 1.0;
                }
                used++;
            }
            walsh(signs);
            for (int i = 0; i < size; i++) {
                power[i] += signs[i] * signs[i] / size;
            }
        }
        double largest = Arrays.stream(power).max().orElseThrow();
        double exceeded = 1.0 - new ChiSquaredDistribution(pieces).cumulativeProbability(largest);
        assertTrue(exceeded * size > FALSE_ALARMS, kind + ": a spectral line of power " + largest);
    }

    /** The Walsh-Hadamard transform in place. */
    private static void walsh(double[] values) {
        for (int half = 1; half < values.length; half *= 2) {
            for (int from = 0; from < values.length; from += 2 * half) {
                for (int i = from; i < from + half; i++) {
                    double difference = values[i] - values[i + half];
                    values[i] += values[i + half];
                    values[i + half] = difference;
                }
            }
        }
    }

    private static void assertTwoSided(double cumulative, String what) {
        assertTrue(Math.min(cumulative, 1.0 - cumulative) > 0.5 * FALSE_ALARMS, what);
    }
}
