package org.thalweg.random;

/**
 * The root of all randomness of a run: an address space of independent streams.
 *
 * <p>A child seed is used for each cell of a sweep or each repetition of an experiment; within it a stream is addressed
 * by purpose and block. Addresses are hashed (the finaliser of SplitMix64 after every word), so neighbouring addresses
 * share no structure.
 *
 * @param value any number; equal values give equal runs
 */
public record Seed(long value) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The seed used when the user names none. */
    public static final Seed DEFAULT = new Seed(20230607);

    /** An independent seed, addressed by {@code index}; children of children are independent as well. */
    public Seed child(long index) {
        return new Seed(absorb(absorb(value, 0x6368696C64L), index));
    }

    /** The stream of this seed for a purpose and a block. Each call returns a new stream at its beginning. */
    public RandomStream stream(Purpose purpose, long block) {
        long state = absorb(absorb(value, purpose.ordinal() + 1L), block);
        long[][] words = new long[4][Xoshiro.LANES];
        for (long[] row : words) {
            for (int lane = 0; lane < row.length; lane++) {
                state += GOLDEN;
                row[lane] = mix(state);
            }
        }
        return new RandomStream(new Xoshiro(words));
    }

    /** The number, as {@code --seed} takes it. */
    @Override
    public String toString() {
        return Long.toString(value);
    }

    private static long absorb(long state, long word) {
        return mix(mix(state + GOLDEN) ^ (word * GOLDEN));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford): a bijection of 64 bits. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
