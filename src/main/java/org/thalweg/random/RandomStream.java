package org.thalweg.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A stream of random numbers, filled into blocks. Not thread-safe; one stream belongs to one block of particles.
 *
 * <p>All variates have mean zero and variance one.
 */
public final class RandomStream {
    private static final double SQRT_3 = Math.sqrt(3.0);

    private final UniformRandomProvider bits;
    private final ZigguratSampler.NormalizedGaussian normal;

    RandomStream(UniformRandomProvider bits) {
        this.bits = bits;
        this.normal = ZigguratSampler.NormalizedGaussian.of(bits);
    }

    /** A uniform number in [0, 1). */
    public double nextDouble() {
        return bits.nextDouble();
    }

    /** A standard normal variate. */
    public double nextNormal() {
        return normal.sample();
    }

    /**
     * Standard normal variates.
     *
     * @param values modified: the first {@code count} entries
     */
    public void fillNormal(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = normal.sample();
        }
    }

    /**
     * Two-point variates: -1 or 1, each with probability 1/2 (the simplified weak Euler increments of Kloeden and
     * Platen, section 14.1).
     *
     * @param values modified: the first {@code count} entries
     */
    public void fillTwoPoint(double[] values, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            if ((i & 63) == 0) {
                word = bits.nextLong();
            }
            values[i] = ((word & 1L) << 1) - 1.0;
            word >>>= 1;
        }
    }

    /**
     * Three-point variates: 0 with probability 2/3, and -sqrt(3) or sqrt(3) with probability 1/6 each; their moments up
     * to the fifth are those of the normal law.
     *
     * @param values modified: the first {@code count} entries
     */
    public void fillThreePoint(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            int face = bits.nextInt(6);
            values[i] = face == 0 ? -SQRT_3 : face == 1 ? SQRT_3 : 0.0;
        }
    }
}
