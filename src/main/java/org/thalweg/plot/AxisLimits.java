package org.thalweg.plot;

import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Layer;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.drawing.VerticalMark;

/**
 * What an axis must show: the limits it was given, or else all points with their bars, lines, bands and marks, and a
 * margin. Where there is a cell map its cells decide, and everything else is cut off at their edges.
 */
final class AxisLimits implements Layer.Cases {
    /** Share of the axis left free beyond the data, so that no marker lies on the frame. */
    private static final double MARGIN = 0.04;
    /** An axis whose data are one single value x shows x (1 -+ this), or a factor of 1 + this either way. */
    private static final double AROUND_ONE_VALUE = 0.5;
    /** On a logarithmic axis an error bar may enlarge the axis by this factor downwards, and is cut off below. */
    private static final double LONGEST_BAR = 10.0;

    private final Axis axis;
    private final boolean horizontal;
    private double lower = Double.POSITIVE_INFINITY;
    private double upper = Double.NEGATIVE_INFINITY;
    private double leastMark = Double.POSITIVE_INFINITY;

    private AxisLimits(Axis axis, boolean horizontal) {
        this.axis = axis;
        this.horizontal = horizontal;
    }

    static Axis.Limits ofX(Figure figure) {
        return new AxisLimits(figure.x(), true).over(figure);
    }

    static Axis.Limits ofY(Figure figure) {
        return new AxisLimits(figure.y(), false).over(figure);
    }

    /** The limits of a colour bar. */
    static Axis.Limits ofColours(CellMapLayer map) {
        AxisLimits limits = new AxisLimits(map.colours(), false);
        for (double[] column : map.values()) {
            limits.include(column);
        }
        map.discs().forEach(disc -> limits.include(disc.value()));
        return map.colours().limits().orElseGet(() -> limits.enclosing(0.0));
    }

    private Axis.Limits over(Figure figure) {
        if (axis.limits().isPresent()) {
            return axis.limits().get();
        }
        boolean map = figure.layers().stream().anyMatch(CellMapLayer.class::isInstance);
        figure.layers().stream().filter(layer -> !map || layer instanceof CellMapLayer)
                .forEach(layer -> layer.accept(this));
        return enclosing(map ? 0.0 : MARGIN);
    }

    private Axis.Limits enclosing(double margin) {
        if (lower > upper) {
            return axis.isLogarithmic() ? new Axis.Limits(1.0, 10.0) : new Axis.Limits(0.0, 1.0);
        }
        if (axis.isLogarithmic()) {
            double factor = lower == upper ? 1.0 + AROUND_ONE_VALUE : Math.pow(upper / lower, margin);
            return new Axis.Limits(lower / factor, upper * factor);
        }
        double single = lower == 0.0 ? 1.0 : AROUND_ONE_VALUE * Math.abs(lower);
        double extra = lower == upper ? single : margin * (upper - lower);
        // Quantities that cannot be negative begin at zero, not a little below, unless the frame would cut a mark.
        double from = lower >= 0.0 && lower < extra && leastMark >= 0.5 * extra ? 0.0 : lower - extra;
        return new Axis.Limits(from, upper + extra);
    }

    private void include(double... values) {
        for (double value : values) {
            if (axis.shows(value)) {
                lower = Math.min(lower, value);
                upper = Math.max(upper, value);
            }
        }
    }

    @Override
    public void points(PointLayer layer) {
        for (double mark : horizontal ? layer.x() : layer.y()) {
            leastMark = axis.shows(mark) ? Math.min(leastMark, mark) : leastMark;
        }
        if (horizontal) {
            include(layer.x());
            return;
        }
        include(layer.y());
        for (int i = 0; i < layer.y().length; i++) {
            double value = layer.y()[i];
            double below = value - layer.yError()[i];
            include(value + layer.yError()[i]);
            include(axis.isLogarithmic() ? Math.max(below, value / LONGEST_BAR) : below);
        }
    }

    @Override
    public void line(LineLayer layer) {
        include(horizontal ? layer.x() : layer.y());
    }

    @Override
    public void band(BandLayer layer) {
        include(horizontal ? layer.x() : layer.lower());
        include(horizontal ? layer.x() : layer.upper());
    }

    @Override
    public void cellMap(CellMapLayer layer) {
        include(horizontal ? layer.xEdges() : layer.yEdges());
    }

    @Override
    public void verticalMark(VerticalMark layer) {
        if (horizontal) {
            include(layer.x());
        }
    }

    @Override
    public void horizontalMark(HorizontalMark layer) {
        if (!horizontal) {
            include(layer.y());
        }
    }
}
