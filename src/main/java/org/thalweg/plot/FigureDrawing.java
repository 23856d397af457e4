package org.thalweg.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.thalweg.report.CellMapLayer;
import org.thalweg.report.Figure;

/** A figure laid out on its page, {@link Style#WIDTH} by {@link Style#HEIGHT} points. */
final class FigureDrawing {
    private final JFreeChart chart;
    private final Optional<ColourBar> bar;

    private FigureDrawing(JFreeChart chart, Optional<ColourBar> bar) {
        this.chart = chart;
        this.bar = bar;
    }

    /** Lays a figure out. The chart is drawn once on scratch paper to learn where its axes come to lie. */
    static FigureDrawing of(Figure figure) {
        Optional<ColourBar> bar = figure.layers().stream().filter(CellMapLayer.class::isInstance)
                .map(CellMapLayer.class::cast).findFirst().map(map -> new ColourBar(ColourScale.of(map)));
        FigureDrawing drawing = new FigureDrawing(ChartBuilder.chart(figure), bar);
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        setHints(scratch);
        LegendPlacer.place(figure, drawing.chart, scratch, drawing.drawChart(scratch));
        scratch.dispose();
        return drawing;
    }

    /** Draws the figure with its upper left corner at the origin. */
    void draw(Graphics2D g2) {
        setHints(g2);
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, Style.WIDTH, Style.HEIGHT));
        Rectangle2D plotArea = drawChart(g2);
        bar.ifPresent(colours -> colours.draw(g2, plotArea));
    }

    /** Draws the chart and tells where its data area is. */
    private Rectangle2D drawChart(Graphics2D g2) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        int width = Style.WIDTH - (bar.isPresent() ? ColourBar.ROOM : 0);
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, Style.HEIGHT), info);
        return info.getPlotInfo().getDataArea();
    }

    private static void setHints(Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }
}
