package org.thalweg.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with the ticks of {@link LogTicks}. */
final class LogarithmicAxis extends LogAxis {
    /** A label such as 0.005 or 10⁻³ and the space to the next, in multiples of the font size. */
    private static final double LABEL_WIDTH = 3.8;
    private static final double LABEL_HEIGHT = 2.2;

    LogarithmicAxis(String label) {
        super(label);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        double length = horizontal ? area.getWidth() : area.getHeight();
        double room = length / (getTickLabelFont().getSize2D() * (horizontal ? LABEL_WIDTH : LABEL_HEIGHT));
        TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        return LogTicks.between(getLowerBound(), getUpperBound(), room).stream()
                .map(tick -> new NumberTick(tick.major() ? TickType.MAJOR : TickType.MINOR, tick.value(), tick.label(),
                        anchor, TextAnchor.CENTER, 0.0))
                .collect(Collectors.toList());
    }
}
