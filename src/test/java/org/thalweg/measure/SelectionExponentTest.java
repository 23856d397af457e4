package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slope of ln P on ln F, on the ring F = 1 + cos(x)/2. */
class SelectionExponentTest {
    private static final int CELLS = 64;
    private static final double[] F = IntStream.range(0, CELLS)
            .mapToDouble(i -> 1.0 + 0.5 * Math.cos(2.0 * Math.PI * (i + 0.5) / CELLS)).toArray();

    private static double[] power(double exponent) {
        return Arrays.stream(F).map(f -> 0.01 * Math.pow(f, exponent)).toArray();
    }

    /** Rounding: 64 logarithms, each right to some 1e-16. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 1.0, 4.0, -2.5, 40.0})
    void anExactPowerLawHasItsExponent(double exponent) {
        double rounding = 1e-13 * Math.max(1.0, exponent);
        assertEquals(exponent, SelectionExponent.unweighted(F, power(exponent)), rounding);
        double[] weights = IntStream.range(0, CELLS).mapToDouble(i -> 1.0 + i % 7).toArray();
        assertEquals(exponent, SelectionExponent.weighted(F, power(exponent), weights), rounding);
    }

    /** On anything else it is the least-squares line, which another implementation finds as well. */
    @Test
    void itIsTheLeastSquaresSlope() {
        double[] p = IntStream.range(0, CELLS).mapToDouble(i -> 2.0 + Math.sin(i) + F[i] * F[i]).toArray();
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < CELLS; i++) {
            line.addData(Math.log(F[i]), Math.log(p[i]));
        }
        assertEquals(line.getSlope(), SelectionExponent.unweighted(F, p), 1e-12);
    }

    /** A cell of weight 3 counts as three cells. */
    @Test
    void aWeightIsARepetition() {
        double[] f = {1, 2, 3};
        double[] p = {1, 3, 2};
        assertEquals(SelectionExponent.unweighted(new double[] {1, 2, 2, 2, 3}, new double[] {1, 3, 3, 3, 2}),
                SelectionExponent.weighted(f, p, new double[] {1, 3, 1}), 1e-14);
    }

    /** Empty cells and cells without weight do not matter, whatever stands in them. */
    @Test
    void emptyCellsAreLeftOut() {
        double[] p = power(4.0);
        double[] weights = new double[CELLS];
        Arrays.fill(weights, 1.0);
        p[3] = 0.0;
        p[10] = 1e6;
        weights[10] = 0.0;
        assertEquals(4.0, SelectionExponent.weighted(F, p, weights), 1e-13);
    }

    @Test
    void aConstantFlatnessHasNoExponent() {
        double[] constant = new double[CELLS];
        Arrays.fill(constant, 1.7);
        assertTrue(Double.isNaN(SelectionExponent.unweighted(constant, power(4.0))));
        // The same where only one cell carries weight, or none.
        double[] weights = new double[CELLS];
        assertTrue(Double.isNaN(SelectionExponent.weighted(F, power(4.0), weights)));
        weights[5] = 1.0;
        assertTrue(Double.isNaN(SelectionExponent.weighted(F, power(4.0), weights)));
    }

    /** The weights of a histogram: the inverse variance of ln P, (P / error)^2, and none in empty cells. */
    @Test
    void aHistogramWeighsByItsErrors() {
        double[] one = {1, 1, 1, 1};
        Marginal marginal = new Marginal(new double[] {0, 1, 2, 3}, one,
                new double[] {0.5, 0.0, 0.3, 0.2}, new double[] {0.1, 0.1, 0.0, 0.4});
        assertArrayEquals(new double[] {25.0, 0.0, 0.0, 0.25}, marginal.logWeights(), 1e-13);
        assertEquals(4, marginal.size());
    }
}
