package org.thalweg.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Layer;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.drawing.VerticalMark;

/** The ink of a figure's layers as line segments on the page: what a legend must not cover. */
final class Footprint implements Layer.Cases {
    private final Figure figure;
    private final XYPlot plot;
    private final Rectangle2D area;
    private final List<Line2D> segments = new ArrayList<>();
    private boolean everywhere;

    private Footprint(Figure figure, XYPlot plot, Rectangle2D area) {
        this.figure = figure;
        this.plot = plot;
        this.area = area;
    }

    /** The footprint of all layers when the plot's data area is {@code area}. */
    static Footprint of(Figure figure, XYPlot plot, Rectangle2D area) {
        Footprint footprint = new Footprint(figure, plot, area);
        figure.layers().forEach(layer -> layer.accept(footprint));
        return footprint;
    }

    boolean touches(Rectangle2D box) {
        return everywhere || segments.stream().anyMatch(box::intersectsLine);
    }

    private void segment(double x1, double y1, double x2, double y2) {
        if (figure.x().shows(x1) && figure.x().shows(x2) && figure.y().shows(y1) && figure.y().shows(y2)) {
            segments.add(new Line2D.Double(pageX(x1), pageY(y1), pageX(x2), pageY(y2)));
        }
    }

    private double pageX(double x) {
        return plot.getDomainAxis().valueToJava2D(x, area, RectangleEdge.BOTTOM);
    }

    private double pageY(double y) {
        return plot.getRangeAxis().valueToJava2D(y, area, RectangleEdge.LEFT);
    }

    @Override
    public void points(PointLayer layer) {
        for (int i = 0; i < layer.x().length; i++) {
            double error = Double.isFinite(layer.yError()[i]) ? layer.yError()[i] : 0.0;
            double y = layer.y()[i];
            segment(layer.x()[i], y, layer.x()[i], y + error);
            segment(layer.x()[i], figure.y().shows(y - error) ? y - error : plot.getRangeAxis().getLowerBound(),
                    layer.x()[i], y);
        }
    }

    @Override
    public void line(LineLayer layer) {
        polyline(layer.x(), layer.y());
    }

    private void polyline(double[] x, double[] y) {
        for (int i = 1; i < x.length; i++) {
            segment(x[i - 1], y[i - 1], x[i], y[i]);
        }
    }

    @Override
    public void band(BandLayer layer) {
        polyline(layer.x(), layer.lower());
        polyline(layer.x(), layer.upper());
        for (int i = 0; i < layer.x().length; i++) {
            segment(layer.x()[i], layer.lower()[i], layer.x()[i], layer.upper()[i]);
        }
    }

    @Override
    public void cellMap(CellMapLayer layer) {
        everywhere = true;
    }

    @Override
    public void verticalMark(VerticalMark layer) {
        segment(layer.x(), plot.getRangeAxis().getLowerBound(), layer.x(), plot.getRangeAxis().getUpperBound());
    }

    @Override
    public void horizontalMark(HorizontalMark layer) {
        segment(plot.getDomainAxis().getLowerBound(), layer.y(), plot.getDomainAxis().getUpperBound(), layer.y());
    }
}
