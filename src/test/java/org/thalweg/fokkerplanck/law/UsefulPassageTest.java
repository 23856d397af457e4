package org.thalweg.fokkerplanck.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;

/** An error of a passage time that says nothing is named, and one that does is not. */
class UsefulPassageTest {
    private static Optional<String> said(Measurement mean) {
        return Usefulness.ofPassage(new PassageTime(mean, Measurement.UNDEFINED), "give a finer --grid");
    }

    @Test
    void anErrorOfASixthIsNamedWithItsRemedy() {
        String note = said(Measurement.computed(600.0, 100.0)).orElseThrow();
        assertTrue(note.contains("convergence_time") && note.contains("give a finer --grid"), note);
    }

    @Test
    void aSmallErrorAndAnUndefinedTimeAreNot() {
        assertEquals(Optional.empty(), said(Measurement.computed(600.0, 0.5)));
        assertEquals(Optional.empty(), said(Measurement.UNDEFINED));
    }
}
