package org.thalweg.measure;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Pearson's chi-square of a histogram against a density on the same bins, neighbouring ones put together until they are
 * expected to hold enough.
 *
 * @param chiSquare sum (seen - expected)^2 / expected
 * @param degreesOfFreedom one less than there are groups
 */
public record PearsonTest(double chiSquare, int degreesOfFreedom) {
    /** Groups that are expected to hold so many have nearly normal numbers. */
    private static final double FEWEST = 50.0;

    /**
     * The test.
     *
     * @param particles how many were counted
     */
    public static PearsonTest of(Marginal counted, Marginal computed, long particles) {
        double width = counted.x()[1] - counted.x()[0];
        double perDensity = particles * width;
        double all = 0.0;
        for (double density : computed.density()) {
            all += density * perDensity;
        }
        double chiSquare = 0.0;
        int groups = 0;
        double seen = 0.0;
        double expected = 0.0;
        double left = all;
        for (int i = 0; i < counted.size(); i++) {
            seen += counted.density()[i] * perDensity;
            expected += computed.density()[i] * perDensity;
            left -= computed.density()[i] * perDensity;
            if (expected >= FEWEST && left >= FEWEST || i == counted.size() - 1) {
                chiSquare += (seen - expected) * (seen - expected) / expected;
                groups++;
                seen = 0.0;
                expected = 0.0;
            }
        }
        return new PearsonTest(chiSquare, groups - 1);
    }

    /** The probability of no less by chance; 1 where there is nothing to compare. */
    public double tail() {
        return degreesOfFreedom < 1 ? 1.0
                : 1.0 - new ChiSquaredDistribution(degreesOfFreedom).cumulativeProbability(chiSquare);
    }
}
