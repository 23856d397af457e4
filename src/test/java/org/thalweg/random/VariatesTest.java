package org.thalweg.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * Every kind of variate has the moments it claims. Each moment is held to 4.9 of its standard errors, 1e-6 false
 * alarms; 18 of them and one Kolmogorov-Smirnov test at 1e-6 make 2e-5 in all.
 */
class VariatesTest {
    private static final double SIGMAS = 4.9;
    private static final int DRAWS = 1 << 18;
    /** E z^k of the standard normal law, k = 0 ... 12. */
    private static final double[] NORMAL_MOMENTS = {1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395};

    private final double[] values = new double[DRAWS];
    private final RandomStream stream = new Seed(11).stream(Purpose.OTHER, 0);

    private static double power(double base, int exponent) {
        double result = 1.0;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    /** The sample mean of z^k against its expectation, in standard errors of the exact variance of z^k. */
    private void assertMoment(int k, double expected, double expectedOfSquare) {
        double mean = Arrays.stream(values).map(z -> power(z, k)).sum() / DRAWS;
        double error = Math.sqrt((expectedOfSquare - expected * expected) / DRAWS);
        assertEquals(expected, mean, SIGMAS * error, "moment " + k);
    }

    /** The product of numbers {@code lag} apart has mean 0 and variance 1. */
    private void assertUncorrelated(int lag) {
        double sum = 0.0;
        for (int i = lag; i < DRAWS; i++) {
            sum += values[i] * values[i - lag];
        }
        double pairs = DRAWS - lag;
        assertEquals(0.0, sum / pairs, SIGMAS / Math.sqrt(pairs), "lag " + lag);
    }

    @Test
    void normalVariatesAreNormal() {
        stream.fillNormal(values, DRAWS);
        for (int k = 1; k <= 6; k++) {
            assertMoment(k, NORMAL_MOMENTS[k], NORMAL_MOMENTS[2 * k]);
        }
        assertUncorrelated(1);
        double p = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new NormalDistribution(), Arrays.copyOf(values, 20_000));
        assertTrue(p > 1e-6, "Kolmogorov-Smirnov p = " + p);
    }

    /** -1 or 1, one bit each: fair, and independent within a word of 64 bits and from word to word. */
    @Test
    void twoPointVariatesAreFairSigns() {
        stream.fillTwoPoint(values, DRAWS);
        assertTrue(Arrays.stream(values).allMatch(z -> z == 1.0 || z == -1.0));
        assertMoment(1, 0.0, 1.0);
        assertUncorrelated(1);
        assertUncorrelated(63);
        assertUncorrelated(64);
    }

    /** 0 or +-sqrt(3), with the moments of the normal law up to the fifth: 0, 1, 0, 3, 0. */
    @Test
    void threePointVariatesHaveNormalMomentsUpToTheFifth() {
        stream.fillThreePoint(values, DRAWS);
        double root = Math.sqrt(3.0);
        assertTrue(Arrays.stream(values).allMatch(z -> z == 0.0 || z == root || z == -root));
        for (int k = 1; k <= 5; k++) {
            // E z^(2k) = 3^k / 3.
            assertMoment(k, NORMAL_MOMENTS[k], power(3.0, k) / 3.0);
        }
        assertUncorrelated(1);
    }

    @Test
    void uniformNumbersLieInTheUnitInterval() {
        double[] uniform = DoubleStream.generate(stream::nextDouble).limit(DRAWS).toArray();
        assertTrue(Arrays.stream(uniform).allMatch(u -> u >= 0.0 && u < 1.0));
        assertEquals(0.5, Arrays.stream(uniform).average().orElseThrow(), SIGMAS / Math.sqrt(12.0 * DRAWS));
    }

    /** Only the first {@code count} entries are modified. */
    @Test
    void theRestOfABlockIsLeftAlone() {
        double[] rest = {7, 7, 7};
        double[] block = new double[70];
        Arrays.fill(block, 7);
        stream.fillNormal(block, 67);
        assertArrayEquals(rest, Arrays.copyOfRange(block, 67, 70));
        stream.fillTwoPoint(block, 67);
        assertArrayEquals(rest, Arrays.copyOfRange(block, 67, 70));
        stream.fillThreePoint(block, 67);
        assertArrayEquals(rest, Arrays.copyOfRange(block, 67, 70));
    }
}
