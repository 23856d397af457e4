package org.thalweg.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneIsSingular() {
        assertEquals("1 cell", Counted.of(1, "cell"));
        assertEquals("0 cells", Counted.of(0, "cell"));
        assertEquals("2 cells", Counted.of(2, "cell"));
        assertEquals("1 of 1 repeat", Counted.of(1, 1, "repeat"));
        assertEquals("1 of 3 repeats", Counted.of(1, 3, "repeat"));
    }
}
