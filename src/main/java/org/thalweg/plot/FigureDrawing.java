package org.thalweg.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.thalweg.report.drawing.Figure;

/** A figure laid out on its page, {@link Style#WIDTH} by {@link Style#HEIGHT} points. */
final class FigureDrawing implements Page {
    private final JFreeChart chart;
    private final Optional<ColourBar> bar;

    private FigureDrawing(JFreeChart chart, Optional<ColourBar> bar) {
        this.chart = chart;
        this.bar = bar;
    }

    /** Lays a figure out. The chart is drawn once on scratch paper to learn where its axes come to lie. */
    static FigureDrawing of(Figure figure) {
        FigureDrawing drawing = new FigureDrawing(ChartBuilder.chart(figure), ColourBar.of(figure));
        Graphics2D scratch = scratch();
        LegendPlacer.place(figure, drawing.chart, scratch, drawing.drawChart(scratch));
        drawing.fitAxisLabels(scratch);
        scratch.dispose();
        return drawing;
    }

    /** Scratch paper: a surface to measure on. */
    static Graphics2D scratch() {
        Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        setHints(scratch);
        return scratch;
    }

    @Override
    public int width() {
        return Style.WIDTH;
    }

    @Override
    public int height() {
        return Style.HEIGHT;
    }

    @Override
    public void draw(Graphics2D g2) {
        setHints(g2);
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, Style.WIDTH, Style.HEIGHT));
        Rectangle2D plotArea = drawChart(g2);
        bar.ifPresent(colours -> colours.draw(g2, plotArea));
    }

    /** Makes the labels of axes smaller that are longer than their axis. */
    private void fitAxisLabels(Graphics2D scratch) {
        Rectangle2D area = drawChart(scratch);
        fit(chart.getXYPlot().getDomainAxis(), area.getWidth(), scratch);
        fit(chart.getXYPlot().getRangeAxis(), area.getHeight(), scratch);
    }

    private static void fit(ValueAxis axis, double length, Graphics2D scratch) {
        double width = axis.getLabelFont().getStringBounds(axis.getLabel(), scratch.getFontRenderContext()).getWidth();
        float shrink = (float) Math.min(1.0, length / width);
        axis.setLabelFont(axis.getLabelFont().deriveFont(axis.getLabelFont().getSize2D() * shrink));
    }

    /** Draws the chart and tells where its data area is. */
    private Rectangle2D drawChart(Graphics2D g2) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g2, new Rectangle2D.Double(0, 0, Style.WIDTH, Style.HEIGHT), info);
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
