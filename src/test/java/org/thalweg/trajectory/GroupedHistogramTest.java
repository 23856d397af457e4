package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;

/** Small histograms whose errors can be worked out by hand. */
class GroupedHistogramTest {
    private static final double[] X = {0.5, 1.5};
    private static final double[] FLATNESS = {1.0, 2.0};

    private static GroupedHistogram of(long[] weight, long[][] counts) {
        return new GroupedHistogram(X, FLATNESS, 1.0, 12, weight, counts);
    }

    /** Shares of cell 0: 0.2, 0.5, 0.8; mean 0.5, deviation 0.3, error 0.3 / sqrt(3). One sample is outside. */
    @Test
    void errorsComeFromTheScatterBetweenGroups() {
        GroupedHistogram histogram = of(new long[] {10, 10, 10}, new long[][] {{2, 8}, {5, 5}, {8, 1}});
        Marginal marginal = histogram.marginal();
        assertArrayEquals(new double[] {0.5, 14.0 / 30.0}, marginal.density(), 1e-15);
        assertEquals(0.3 / Math.sqrt(3.0), marginal.standardError()[0], 1e-15);
        assertEquals(1.0 / 30.0, histogram.outsideFraction(), 1e-15);
    }

    /** For a linear functional and equal groups the jackknife is the standard error of the mean. */
    @Test
    void theJackknifeOfADensityIsItsStandardError() {
        GroupedHistogram histogram = of(new long[] {10, 10, 10}, new long[][] {{2, 8}, {5, 5}, {8, 1}});
        Measurement jackknifed = histogram.jackknife(m -> m.density()[1]);
        assertEquals(histogram.marginal().density()[1], jackknifed.value(), 1e-15);
        assertEquals(histogram.marginal().standardError()[1], jackknifed.standardError(), 1e-15);
        assertEquals(12, jackknifed.samples());
    }

    /** Halving one group leaves both error estimates of the order of what they were. */
    @Test
    void groupsMayDifferInSize() {
        GroupedHistogram histogram = of(new long[] {10, 10, 5}, new long[][] {{2, 8}, {5, 5}, {4, 1}});
        assertEquals(11.0 / 25.0, histogram.marginal().density()[0], 1e-15);
        // Group deviations from 0.44, weighted by size: (-0.096, 0.024, 0.072); sum of squares 0.014976, times 3/2.
        assertEquals(Math.sqrt(0.014976 * 1.5), histogram.marginal().standardError()[0], 1e-15);
        // Pseudo-values at h = 2.5, 2.5, 5: 0.2, 0.5, 0.8; mean 0.44; squares over h - 1: 0.0384, 0.0024, 0.0324.
        assertEquals(Math.sqrt(0.0732 / 3.0), histogram.jackknife(m -> m.density()[0]).standardError(), 1e-14);
    }

    /** A square overestimates by the variance of the mean; the jackknife takes that away, exactly for a square. */
    @Test
    void theJackknifeTakesTheBiasAway() {
        GroupedHistogram histogram = of(new long[] {10, 10, 10}, new long[][] {{2, 8}, {5, 5}, {8, 1}});
        double unbiased = 0.25 - histogram.marginal().standardError()[0] * histogram.marginal().standardError()[0];
        assertEquals(unbiased, histogram.jackknife(m -> m.density()[0] * m.density()[0]).value(), 1e-15);
    }

    /** One group cannot tell an error; none cannot tell anything. */
    @Test
    void tooFewGroupsHaveNoError() {
        GroupedHistogram one = of(new long[] {10}, new long[][] {{2, 8}});
        assertEquals(0.2, one.jackknife(m -> m.density()[0]).value(), 1e-15);
        assertEquals(Double.NaN, one.jackknife(m -> m.density()[0]).standardError());
        GroupedHistogram none = of(new long[0], new long[0][]);
        assertFalse(none.jackknife(m -> m.density()[0]).defined());
        assertEquals(Double.NaN, none.outsideFraction());
    }
}
