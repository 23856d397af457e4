package org.thalweg.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;
import org.thalweg.report.drawing.Axis;

/** Ranks and seeds have no halves. */
class WholeTicksTest {
    private static double step(Axis axis, double from, double to) {
        return ((NumberAxis) ChartBuilder.axis(axis, new Axis.Limits(from, to))).getTickUnit().getSize();
    }

    @Test
    void wholeNumbersHaveWholeTicks() {
        Axis seeds = Axis.linear("seed").ofWholeNumbers();
        assertEquals(1.0, step(seeds, 1.0, 3.0));
        assertEquals(2.0, step(seeds, 1.0, 10.0));
        assertEquals(5.0, step(seeds, 1.0, 19.0));
        assertEquals(25.0, step(seeds, 1.0, 190.0));
    }

    @Test
    void othersHaveThemWhereTheyAreRound() {
        assertEquals(0.25, step(Axis.linear("x"), 1.0, 3.0));
        assertEquals(2.5, step(Axis.linear("x"), 1.0, 19.0));
    }
}
