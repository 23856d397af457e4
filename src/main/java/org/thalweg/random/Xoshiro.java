package org.thalweg.random;

/**
 * Many generators xoshiro256++ (Blackman and Vigna 2021) side by side, each with a state of its own: lane i of the four
 * arrays is one generator. All advance in one plain loop, which the just-in-time compiler turns into vector
 * instructions.
 */
final class Xoshiro {
    /** Generators in a row: enough to make the ends of the loop cheap, few enough for 8 kB of state. */
    static final int LANES = 256;

    private final long[] s0;
    private final long[] s1;
    private final long[] s2;
    private final long[] s3;

    /** Generators with the given states, 4 arrays of {@link #LANES} words. Modified from now on. */
    Xoshiro(long[][] state) {
        this.s0 = state[0];
        this.s1 = state[1];
        this.s2 = state[2];
        this.s3 = state[3];
    }

    /**
     * The next two words of each generator, at the price of one and a half.
     *
     * @param first modified: the first {@link #LANES} entries
     * @param second modified: the first {@link #LANES} entries
     */
    void advance(long[] first, long[] second) {
        for (int i = 0; i < LANES; i++) {
            long a = s0[i];
            long b = s1[i];
            long c = s2[i] ^ a;
            long d = s3[i] ^ b;
            long sum = a + s3[i];
            first[i] = ((sum << 23) | (sum >>> 41)) + a;
            long a1 = a ^ d;
            long b1 = b ^ c;
            long d1 = (d << 45) | (d >>> 19);
            long c2 = c ^ (b << 17) ^ a1;
            long d2 = d1 ^ b1;
            long sum1 = a1 + d1;
            second[i] = ((sum1 << 23) | (sum1 >>> 41)) + a1;
            s0[i] = a1 ^ d2;
            s1[i] = b1 ^ c2;
            s2[i] = c2 ^ (b1 << 17);
            s3[i] = (d2 << 45) | (d2 >>> 19);
        }
    }

    /**
     * The next word of each generator.
     *
     * @param words modified: the first {@link #LANES} entries; from the beginning, for the sake of vector instructions
     */
    void advance(long[] words) {
        for (int i = 0; i < LANES; i++) {
            long a = s0[i];
            long b = s1[i];
            long c = s2[i] ^ a;
            long d = s3[i] ^ b;
            long sum = a + s3[i];
            words[i] = ((sum << 23) | (sum >>> 41)) + a;
            s0[i] = a ^ d;
            s1[i] = b ^ c;
            s2[i] = c ^ (b << 17);
            s3[i] = (d << 45) | (d >>> 19);
        }
    }
}
