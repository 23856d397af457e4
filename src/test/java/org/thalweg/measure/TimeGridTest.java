package org.thalweg.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Record times lie on steps. */
class TimeGridTest {
    /** 10:20:4 is 10, 14, 18: the end is included only where it lies on the grid. */
    @ParameterizedTest
    @CsvSource({"10, 20, 4, 3", "10, 18, 4, 3", "0, 0, 1, 1", "0, 5, 1, 6", "3, 4, 100, 1", "5, 5, 7, 1"})
    void sizeIsTheNumberOfRecordTimes(long from, long to, long every, long size) {
        TimeGrid grid = new TimeGrid(from, to, every);
        assertEquals(size, grid.size());
        assertEquals(size, LongStream.rangeClosed(0, to + 2 * every).filter(grid::contains).count());
        assertTrue(grid.contains(from));
    }

    @Test
    void aSingleStep() {
        assertEquals(new TimeGrid(7, 7, 1), TimeGrid.at(7));
        assertEquals(1, TimeGrid.at(0).size());
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 1", "5, 4, 1", "0, 5, 0", "0, 5, -1"})
    void gridsWithoutPointsAreRefused(long from, long to, long every) {
        String expected = "time grid " + from + ":" + to + ":" + every + ": must have 0 <= from <= to and every >= 1";
        assertEquals(expected,
                assertThrows(IllegalArgumentException.class, () -> new TimeGrid(from, to, every)).getMessage());
    }
}
