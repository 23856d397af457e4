package org.thalweg.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;

/** Where an axis begins: lines of what is never negative at zero, marks not on the frame. */
class AxisLimitsTest {
    private static final double[] FROM_ZERO = {0.0, 1.0, 2.0};
    private static final double[] ABOVE = {0.05, 1.0, 2.0};

    private static Figure with(double[] numbers, boolean points) {
        Figure empty = Figure.of("", "", Axis.linear("x"), Axis.linear("y"));
        return points ? empty.with(PointLayer.exact("", Ink.BLUE, Marker.FILLED_CIRCLE, numbers, numbers))
                : empty.with(new LineLayer("", Ink.BLUE, Dash.SOLID, numbers, numbers));
    }

    @Test
    void aMarkAtZeroIsDrawnWhole() {
        assertEquals(-0.08, AxisLimits.ofX(with(FROM_ZERO, true)).from(), 1e-12);
        assertEquals(-0.08, AxisLimits.ofY(with(FROM_ZERO, true)).from(), 1e-12);
    }

    @Test
    void aLineBeginsAtTheFrame() {
        assertEquals(0.0, AxisLimits.ofX(with(FROM_ZERO, false)).from());
        assertEquals(0.0, AxisLimits.ofY(with(FROM_ZERO, false)).from());
    }

    @Test
    void aMarkJustAboveZeroMovesTheFrameNoFartherThanZero() {
        assertEquals(0.0, AxisLimits.ofX(with(ABOVE, true)).from());
    }
}
