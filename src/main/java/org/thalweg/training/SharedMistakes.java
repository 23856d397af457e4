package org.thalweg.training;

import java.util.BitSet;

/**
 * Whether two networks make the same mistakes: samples that both put into a wrong class over samples that at least one
 * does (Jaccard's index). Two solutions share a basin, by the published rule, where that is at least 0.9 on the samples
 * to test on. Without any mistake it is 1.
 */
public final class SharedMistakes {
    /** From here on two solutions share a basin. */
    public static final double ONE_BASIN = 0.9;

    private SharedMistakes() {}

    /** The index; not modified. */
    public static double index(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        BitSet either = (BitSet) a.clone();
        either.or(b);
        return either.isEmpty() ? 1.0 : (double) both.cardinality() / either.cardinality();
    }
}
