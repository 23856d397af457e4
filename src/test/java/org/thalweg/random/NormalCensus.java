package org.thalweg.random;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;

/**
 * Moments and tails of many normal variates. As a program it counts as many as it is told:
 *
 * <pre>java -cp 'target/classes:target/test-classes:target/lib/*' org.thalweg.random.NormalCensus 1e10</pre>
 */
final class NormalCensus {
    static final int MOMENTS = 8;
    static final int FIRST_TAIL = 4;
    static final int LAST_TAIL = 7;
    private static final int PART = 1000;

    private final double[] powerSums = new double[MOMENTS + 1];
    private final long[] beyond = new long[LAST_TAIL + 1];
    private long count;

    /** Adds variates of a stream. */
    void add(RandomStream stream, long variates) {
        double[] values = new double[PART];
        for (long left = variates; left > 0; left -= PART) {
            int part = (int) Math.min(PART, left);
            stream.fillNormal(values, part);
            // Sums of parts are added up, so that rounding does not grow with their number.
            double[] sums = new double[MOMENTS + 1];
            for (int i = 0; i < part; i++) {
                double z = values[i];
                double power = 1.0;
                for (int k = 1; k <= MOMENTS; k++) {
                    power *= z;
                    sums[k] += power;
                }
                if (Math.abs(z) > FIRST_TAIL) {
                    for (int sigmas = FIRST_TAIL; sigmas <= LAST_TAIL && Math.abs(z) > sigmas; sigmas++) {
                        beyond[sigmas]++;
                    }
                }
            }
            for (int k = 1; k <= MOMENTS; k++) {
                powerSums[k] += sums[k];
            }
            count += part;
        }
    }

    /** How far the mean of z^k is from its expectation, in its standard errors. */
    double deviation(int k) {
        double expected = moment(k);
        return (powerSums[k] / count - expected) / Math.sqrt((moment(2 * k) - expected * expected) / count);
    }

    /** E z^k: the product of the odd numbers below an even k. */
    private static double moment(int k) {
        double product = k % 2 == 0 ? 1.0 : 0.0;
        for (int odd = 1; odd < k; odd += 2) {
            product *= odd;
        }
        return product;
    }

    long beyond(int sigmas) {
        return beyond[sigmas];
    }

    double expectedBeyond(int sigmas) {
        return 2.0 * count * new NormalDistribution().cumulativeProbability(-sigmas);
    }

    /** Two-sided p-value of the number beyond so many standard deviations, a Poisson variate. */
    double tailProbability(int sigmas) {
        PoissonDistribution law = new PoissonDistribution(expectedBeyond(sigmas));
        int found = (int) beyond[sigmas];
        return Math.min(1.0,
                2.0 * Math.min(law.cumulativeProbability(found), 1.0 - law.cumulativeProbability(found - 1)));
    }

    /** Takes the number of variates and, if wanted, a seed. */
    public static void main(String[] arguments) {
        Seed seed = arguments.length > 1 ? new Seed(Long.parseLong(arguments[1])) : Seed.DEFAULT;
        NormalCensus census = new NormalCensus();
        int blocks = 64;
        long each = (long) Double.parseDouble(arguments[0]) / blocks;
        for (int block = 0; block < blocks; block++) {
            census.add(seed.stream(Purpose.BROWNIAN_INCREMENT, block), each);
        }
        System.out.println(census.count + " variates of " + blocks + " blocks, seed " + seed);
        for (int k = 1; k <= MOMENTS; k++) {
            System.out.printf("moment %d: %+.2f standard errors%n", k, census.deviation(k));
        }
        for (int sigmas = FIRST_TAIL; sigmas <= LAST_TAIL; sigmas++) {
            System.out.printf("beyond %d: %d, expected %.2f, p = %.3f%n", sigmas, census.beyond(sigmas),
                    census.expectedBeyond(sigmas), census.tailProbability(sigmas));
        }
    }
}
