package org.thalweg.fokkerplanck.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;

class RichardsonTest {
    private static Measurement limit(DoubleUnaryOperator ofStep) {
        return Richardson.ofGrids(ofStep.applyAsDouble(0.4), ofStep.applyAsDouble(0.2), ofStep.applyAsDouble(0.1));
    }

    @Test
    void evenPowersCancel() {
        Measurement limit = limit(h -> 3.0 + 2.0 * h * h - 5.0 * Math.pow(h, 4));
        assertEquals(3.0, limit.value(), 1e-13);
    }

    @Test
    void theEstimateBoundsTheErrorOfOtherOrders() {
        for (double order : new double[] {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0}) {
            Measurement limit = limit(h -> 3.0 + Math.pow(h, order));
            assertTrue(Math.abs(limit.value() - 3.0) <= limit.standardError(), "order " + order + ": " + limit);
        }
        Measurement mixed = limit(h -> 3.0 + h * h + 4.0 * Math.pow(h, 6));
        assertTrue(Math.abs(mixed.value() - 3.0) <= mixed.standardError(), mixed.toString());
    }

    /** The first of two numbers seems to have no error but h^2, since h^4 and h^6 cancel; the other has it. */
    @Test
    void aNumberIsNoBetterResolvedThanTheWhole() {
        DoubleUnaryOperator lucky = h -> 3.0 + h * h + 4.2 * Math.pow(h, 4) - 20.0 * Math.pow(h, 6);
        double[] levels = {lucky.applyAsDouble(0.4), lucky.applyAsDouble(0.2), lucky.applyAsDouble(0.1)};
        Measurement alone = Richardson.of(levels);
        double off = Math.abs(alone.value() - 3.0);
        assertTrue(off > 3.0 * alone.standardError(), alone.toString());
        DoubleUnaryOperator usual = h -> h * h + 4.2 * Math.pow(h, 4);
        double[][] whole = {{levels[0], usual.applyAsDouble(0.4)}, {levels[1], usual.applyAsDouble(0.2)},
                {levels[2], usual.applyAsDouble(0.1)}};
        Measurement together = Richardson.of(levels, Richardson.unresolved(whole));
        assertEquals(alone.value(), together.value());
        assertTrue(off <= together.standardError(), together.toString());
    }

    @Test
    void undefinedStaysUndefined() {
        assertFalse(limit(h -> Double.NaN).defined());
    }
}
