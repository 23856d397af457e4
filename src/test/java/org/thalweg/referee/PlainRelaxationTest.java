package org.thalweg.referee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rates that are known: of cosines between walls and round a ring, and of the Ornstein-Uhlenbeck process. */
class PlainRelaxationTest {
    @Test
    void knownRates() {
        double pi = Math.PI;
        assertEquals(0.3 * pi * pi, PlainRelaxation.rate(x -> 0.0, 0.0, 1.0, false, 0.3).orElseThrow().value(), 1e-9);
        assertEquals(0.3, PlainRelaxation.rate(x -> 0.0, -pi, pi, true, 0.3).orElseThrow().value(), 1e-9);
        assertEquals(0.6, PlainRelaxation.rate(x -> -x * x, -7.5, 7.5, false, 0.3).orElseThrow().value(), 1e-9);
    }

    @Test
    void aLawBeyondDoublesHasNone() {
        assertTrue(PlainRelaxation.rate(x -> -1e3 * x, 0.0, 1.0, false, 0.3).isEmpty());
    }
}
