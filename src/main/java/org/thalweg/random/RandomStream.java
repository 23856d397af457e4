package org.thalweg.random;

import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;

/**
 * A stream of random numbers, filled into blocks. Not thread-safe; one stream belongs to one block of particles.
 *
 * <p>All variates have mean zero and variance one. Normal variates come in pairs, from the transform of Box and Muller:
 * no rejection, hence no branches, and a fixed number of bits for each. Their largest size is sqrt(106 ln 2) = 8.57.
 */
public final class RandomStream {
    private static final BlockMath MATH = Backend.current();
    private static final double SQRT_3 = Math.sqrt(3.0);

    /** Words below the first have probability 1/6, words from the second on as well. */
    private static final long FIRST_SIXTH = Long.MIN_VALUE + Long.divideUnsigned(-1L, 6L);
    private static final long LAST_SIXTH = -FIRST_SIXTH;

    /** Pairs of normal variates made at a time: their rows stay in the first-level cache. */
    private static final int PAIRS = 256;
    /** Words that two-point variates are taken from at a time, and variates there are in them. */
    private static final int SIGN_WORDS = 16;
    private static final int SIGNS = SIGN_WORDS * Long.SIZE;

    private final Xoshiro generators;
    private final long[] words = new long[Xoshiro.LANES];
    private final long[] lengths = new long[PAIRS];
    private final long[] angles = new long[PAIRS];
    private final double[] radius = new double[PAIRS];
    private int used = Xoshiro.LANES;

    RandomStream(Xoshiro generators) {
        this.generators = generators;
    }

    /** A uniform number in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** A standard normal variate. */
    public double nextNormal() {
        double[] one = new double[1];
        fillNormal(one, 1);
        return one[0];
    }

    private long nextLong() {
        if (used == words.length) {
            generators.advance(words);
            used = 0;
        }
        return words[used++];
    }

    /**
     * Uniform bits.
     *
     * @param bits modified: the first {@code count} entries
     */
    public void fillBits(long[] bits, int count) {
        int filled = 0;
        if (count >= Xoshiro.LANES && used == words.length) {
            generators.advance(bits);
            filled = Xoshiro.LANES;
        }
        while (filled < count) {
            if (used == words.length) {
                generators.advance(words);
                used = 0;
            }
            int part = Math.min(count - filled, words.length - used);
            System.arraycopy(words, used, bits, filled, part);
            filled += part;
            used += part;
        }
    }

    /**
     * Standard normal variates.
     *
     * @param values modified: the first {@code count} entries
     */
    public void fillNormal(double[] values, int count) {
        int filled = 0;
        while (count - filled > 1) {
            int pairs = Math.min(PAIRS, (count - filled) / 2);
            fillPairs(pairs, values, filled, values, filled + pairs);
            filled += 2 * pairs;
        }
        if (filled < count) {
            fillPairs(1, values, filled, new double[1], 0);
        }
    }

    /**
     * Standard normal variates in several rows: cheaper than row by row where there are two or more.
     *
     * @param rows modified: the first {@code count} entries of each
     */
    public void fillNormal(double[][] rows, int count) {
        for (int i = 0; i + 1 < rows.length; i += 2) {
            for (int filled = 0; filled < count; filled += PAIRS) {
                fillPairs(Math.min(PAIRS, count - filled), rows[i], filled, rows[i + 1], filled);
            }
        }
        if (rows.length % 2 == 1) {
            fillNormal(rows[rows.length - 1], count);
        }
    }

    private void fillPairs(int pairs, double[] first, int firstFrom, double[] second, int secondFrom) {
        if (pairs == Xoshiro.LANES && used == words.length) {
            generators.advance(lengths, angles);
        } else {
            fillBits(lengths, pairs);
            fillBits(angles, pairs);
        }
        MATH.normalRadius(lengths, radius, pairs);
        MATH.turn(angles, radius, pairs, first, firstFrom, second, secondFrom);
    }

    /**
     * Two-point variates: -1 or 1, each with probability 1/2 (the simplified weak Euler increments of Kloeden and
     * Platen, section 14.1).
     *
     * @param values modified: the first {@code count} entries
     */
    public void fillTwoPoint(double[] values, int count) {
        for (int filled = 0; filled < count; filled += SIGNS) {
            fillBits(lengths, SIGN_WORDS);
            MATH.signs(lengths, SIGN_WORDS, values, filled, Math.min(SIGNS, count - filled));
        }
    }

    /**
     * Three-point variates: 0 with probability 2/3, and -sqrt(3) or sqrt(3) with probability 1/6 each; their moments up
     * to the fifth are those of the normal law.
     *
     * @param values modified: the first {@code count} entries
     */
    public void fillThreePoint(double[] values, int count) {
        for (int filled = 0; filled < count; filled += PAIRS) {
            int part = Math.min(PAIRS, count - filled);
            fillBits(lengths, part);
            for (int k = 0; k < part; k++) {
                long word = lengths[k];
                values[filled + k] = word < FIRST_SIXTH ? -SQRT_3 : word >= LAST_SIXTH ? SQRT_3 : 0.0;
            }
        }
    }
}
