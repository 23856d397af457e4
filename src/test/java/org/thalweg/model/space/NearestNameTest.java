package org.thalweg.model.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name that somebody probably meant. */
class NearestNameTest {
    private static final List<String> KNOWN = List.of("flatness", "floor", "batch-variance", "x", "y");

    @ParameterizedTest
    @CsvSource({
        "flatnes, flatness", "folor, floor", "batch_variance, batch-variance", "Floor, floor",
        "batchvarianc, batch-variance"})
    void smallMistakesAreForgiven(String name, String meant) {
        assertEquals("did you mean '" + meant + "'?", NearestName.advice(name, KNOWN));
    }

    @Test
    void whatIsFarFromEverythingGetsTheWholeList() {
        assertEquals("known here: flatness, floor, batch-variance, x, y", NearestName.advice("temperature", KNOWN));
        assertEquals("remove it", NearestName.advice("temperature", List.of()));
    }

    /** A single letter is not a misspelling of another one. */
    @Test
    void nothingInCommonIsNotNear() {
        assertEquals(List.of(), NearestName.of("z", KNOWN).stream().toList());
    }
}
