package org.thalweg.sweep.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YardstickTest {
    /** Readings of another machine are believed, those near this one's hardly, and those of a clock that stands not. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1.1, 1.01", "4, 3.9", "0.25, 0.26", "0, 1", "-0.1, 1", "NaN, 1", "Infinity, 1"})
    void whatIsToldOfAReading(double reading, double told) {
        assertEquals(told, Yardstick.told(reading), 0.05 * told);
    }
}
