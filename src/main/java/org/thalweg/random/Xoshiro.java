package org.thalweg.random;

/**
 * Many generators xoshiro256++ (Blackman and Vigna 2021) side by side, each with a state of its own: lane i of the four
 * arrays is one generator. All advance in one plain loop, which the just-in-time compiler turns into vector
 * instructions.
 */
final class Xoshiro {
    /** Generators in a row: enough to make the ends of the loop cheap, few enough for 4 kB of state. */
    static final int LANES = 128;

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

    /** The next word of each generator, into {@code words} from position {@code from} on. */
    void advance(long[] words, int from) {
        for (int i = 0; i < LANES; i++) {
            long a = s0[i];
            long b = s1[i];
            long c = s2[i] ^ a;
            long d = s3[i] ^ b;
            long sum = a + s3[i];
            words[from + i] = ((sum << 23) | (sum >>> 41)) + a;
            s0[i] = a ^ d;
            s1[i] = b ^ c;
            s2[i] = c ^ (b << 17);
            s3[i] = (d << 45) | (d >>> 19);
        }
    }
}
