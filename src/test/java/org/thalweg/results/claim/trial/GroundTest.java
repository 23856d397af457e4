package org.thalweg.results.claim.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;

/** The sign test over seeds. */
class GroundTest {
    private static final int SEEDS = 20;

    private static Judgement signs(double... values) {
        return Ground.of("a number is positive more often than not").signs("C0 sign", 0.0, values).at(1e-3);
    }

    private static double[] seeds(double each) {
        double[] values = new double[SEEDS];
        Arrays.fill(values, each);
        return values;
    }

    @Test
    void seedsThatAreAlikeDecide() {
        assertEquals(Verdict.CONSISTENT, signs(seeds(0.1)).verdict());
        assertEquals(Verdict.REFUTED, signs(seeds(-0.1)).verdict());
    }

    @Test
    void halfOfEachDecidesNothing() {
        double[] values = seeds(1.0);
        Arrays.fill(values, 0, SEEDS / 2, -1.0);
        assertEquals(Verdict.INCONCLUSIVE, signs(values).verdict());
    }

    /** A seed without a number is no seed against the claim. */
    @Test
    void whereASeedHasNoNumberNothingIsKnown() {
        assertFalse(signs(seeds(Double.NaN)).known());
        assertEquals(Verdict.INCONCLUSIVE, signs(seeds(Double.NaN)).verdict());
    }

    @Test
    void seedsWithoutASignDoNotCount() {
        double[] values = seeds(1.0);
        Arrays.fill(values, 0, 4, 0.0);
        assertEquals(SEEDS - 4, signs(values).measured().samples());
        assertEquals(1.0, signs(values).measured().value());
        assertFalse(signs(seeds(0.0)).known());
    }
}
