package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.model.PlainSetting;
import org.thalweg.results.plan.Horizon;

/** How long is long enough for a stationary law. */
class HorizonTest {
    /** With 500 times the noise x forgets in a tenth of the time of y, F^2 = 2.25 where the ring is flattest. */
    private static final PlainSetting FAST = Ring.of(0.05, 1000.0, 4.0).withoutFlatSet();

    @Test
    void yIsWaitedForWhereXIsFaster() {
        assertEquals(7.0 * 2.25, Horizon.stationary(FAST), 1e-9);
        assertTrue(Horizon.known(FAST));
    }

    @Test
    void aRunTooShortForYIsTold() {
        String note = Horizon.note(FAST, 2.25).orElseThrow();
        assertTrue(note.contains("learning time 2.2500 is 1.0 of the relaxation time across the valley"), note);
        assertEquals(Optional.empty(), Horizon.note(FAST, 7.0 * 2.25));
    }

    /** As shipped x is the slower one by far. */
    @Test
    void xIsWaitedForWhereYIsFaster() {
        PlainSetting ring = Ring.shipped().withoutFlatSet();
        assertEquals(7.0 / 0.01761, Horizon.stationary(ring), 0.7);
        String note = Horizon.note(ring, 2.25).orElseThrow();
        assertTrue(note.contains("of the slowest relaxation time of the valley floor"), note);
    }
}
