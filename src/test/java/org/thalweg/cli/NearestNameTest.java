package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static Optional<String> nearest(String typed) {
        return NearestName.among(List.of("sweep", "simulate", "density", "validate", "models"), typed);
    }

    @Test
    void forgivesOneErrorOfEachKind() {
        assertEquals(Optional.of("sweep"), nearest("swep"));
        assertEquals(Optional.of("sweep"), nearest("sweeep"));
        assertEquals(Optional.of("sweep"), nearest("swoep"));
        assertEquals(Optional.of("sweep"), nearest("sewep"));
    }

    @Test
    void staysSilentWhereNothingIsNear() {
        assertEquals(Optional.empty(), nearest("wavelength"));
        assertEquals(Optional.empty(), nearest(""));
        assertEquals(Optional.empty(), NearestName.among(List.of(), "sweep"));
    }
}
