package org.thalweg.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Layer;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.NoteLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.drawing.VerticalMark;

/** Adds layers to a plot whose axes are set: for each a dataset, its renderer and a legend entry. */
final class LayerPlotter implements Layer.Cases {
    private static final Shape LEGEND_LINE = new Line2D.Double(-11, 0, 11, 0);
    private static final Shape LEGEND_AREA = new Rectangle2D.Double(-11, -4, 22, 8);
    private static final Shape NOTHING = new Rectangle2D.Double();
    private static final Color INVISIBLE = new Color(255, 255, 255, 0);
    private static final float BAND_OPACITY = 0.22f;
    /** Lines over a cell map get a white rim of this width, to be seen on every colour. */
    private static final float RIM = 2.4f;

    private static final Stroke DISC_RIM = new BasicStroke(1.2f);

    private final Figure figure;
    private final XYPlot plot;
    private final LegendItemCollection legend = new LegendItemCollection();
    private boolean onMap;

    LayerPlotter(Figure figure, XYPlot plot) {
        this.figure = figure;
        this.plot = plot;
        plot.setFixedLegendItems(legend);
    }

    @Override
    public void points(PointLayer layer) {
        Color colour = Style.colour(layer.ink());
        add(errorBars(layer), errorRenderer(colour));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        Color fill = Style.filled(layer.marker()) ? colour : INVISIBLE;
        Stroke outline = new BasicStroke(layer.marker() == Marker.CROSS ? 1.8f : 1.2f);
        Shape shape = Style.shape(layer.marker(), layer.x().length);
        renderer.setSeriesShape(0, shape);
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, fill);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, colour);
        renderer.setSeriesOutlineStroke(0, outline);
        add(dataset(layer.x(), layer.y()), renderer);
        explain(layer.name(), new LegendItem(layer.name(), null, null, null, true, shape, true, fill, true,
                colour, outline, true, LEGEND_LINE, outline, INVISIBLE));
    }

    private XYIntervalSeriesCollection errorBars(PointLayer layer) {
        XYIntervalSeries bars = new XYIntervalSeries(layer.name());
        double axisEnd = plot.getRangeAxis().getLowerBound();
        for (int i = 0; i < layer.x().length; i++) {
            double x = layer.x()[i];
            double y = layer.y()[i];
            double error = layer.yError()[i];
            if (figure.x().shows(x) && figure.y().shows(y) && error > 0.0 && Double.isFinite(error)) {
                // A bar that reaches zero leaves a logarithmic axis: its end goes below the frame, out of sight.
                double low = figure.y().isLogarithmic() ? Math.max(y - error, axisEnd / 2.0) : y - error;
                bars.add(x, x, x, y, low, y + error);
            }
        }
        XYIntervalSeriesCollection collection = new XYIntervalSeriesCollection();
        collection.addSeries(bars);
        return collection;
    }

    private static XYErrorRenderer errorRenderer(Color colour) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(4.0);
        renderer.setErrorPaint(colour);
        renderer.setErrorStroke(Style.ERROR_BAR);
        renderer.setDefaultShapesVisible(false);
        return renderer;
    }

    @Override
    public void line(LineLayer layer) {
        line(layer.name(), layer.ink(), layer.dash(), layer.x(), layer.y());
    }

    private void line(String name, Ink ink, Dash dash, double[] x, double[] y) {
        Color colour = Style.colour(ink);
        if (onMap) {
            add(dataset(x, y), lineRenderer(Color.WHITE, new BasicStroke(Style.LINE_WIDTH + RIM)));
        }
        add(dataset(x, y), lineRenderer(colour, Style.stroke(dash)));
        explain(name, new LegendItem(name, null, null, null, false, NOTHING, false, colour, false, colour,
                Style.HAIRLINE, true, LEGEND_LINE, Style.stroke(dash), colour));
    }

    private static XYLineAndShapeRenderer lineRenderer(Color colour, Stroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        // As one path, or dashes would begin anew at every vertex.
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        return renderer;
    }

    @Override
    public void band(BandLayer layer) {
        XYIntervalSeries series = new XYIntervalSeries(layer.name());
        for (int i = 0; i < layer.x().length; i++) {
            double x = layer.x()[i];
            if (figure.x().shows(x) && figure.y().shows(layer.lower()[i]) && figure.y().shows(layer.upper()[i])) {
                series.add(x, x, x, layer.lower()[i], layer.lower()[i], layer.upper()[i]);
            }
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(series);
        Color colour = Style.colour(layer.ink());
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(BAND_OPACITY);
        renderer.setSeriesFillPaint(0, colour);
        add(dataset, renderer);
        Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * BAND_OPACITY));
        explain(layer.name(), new LegendItem(layer.name(), null, null, null, LEGEND_AREA, pale));
    }

    @Override
    public void cellMap(CellMapLayer layer) {
        onMap = true;
        XYLineAndShapeRenderer carrier = new XYLineAndShapeRenderer();
        carrier.addAnnotation(new CellMapAnnotation(layer), org.jfree.chart.ui.Layer.BACKGROUND);
        add(new DefaultXYDataset(), carrier);
        if (!layer.discs().isEmpty()) {
            discs(layer);
        }
    }

    /** White on dark colours, black on light ones. */
    private static Color rim(Paint fill) {
        Color colour = (Color) fill;
        return 0.3 * colour.getRed() + 0.59 * colour.getGreen() + 0.11 * colour.getBlue() > 160
                ? Color.BLACK : Color.WHITE;
    }

    /** Each disc in the colour of its value, with a rim that is seen on every colour. */
    private void discs(CellMapLayer layer) {
        ColourScale colours = ColourScale.of(layer);
        DefaultXYDataset dataset = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        for (int i = 0; i < layer.discs().size(); i++) {
            CellMapLayer.Disc disc = layer.discs().get(i);
            dataset.addSeries(i, new double[][] {{disc.x()}, {disc.y()}});
            renderer.setSeriesShape(i, Style.DISC);
            renderer.setSeriesFillPaint(i, new Color(colours.rgb(disc.value())));
            renderer.setSeriesOutlinePaint(i, rim(renderer.getSeriesFillPaint(i)));
            renderer.setSeriesOutlineStroke(i, DISC_RIM);
        }
        add(dataset, renderer);
        explain(layer.discName(), new LegendItem(layer.discName(), null, null, null, true, Style.DISC, true,
                Style.MISSING, true, Color.BLACK, Style.HAIRLINE, false, LEGEND_LINE, DISC_RIM, INVISIBLE));
    }

    @Override
    public void verticalMark(VerticalMark layer) {
        double[] ends = {plot.getRangeAxis().getLowerBound(), plot.getRangeAxis().getUpperBound()};
        line(layer.name(), layer.ink(), layer.dash(), new double[] {layer.x(), layer.x()}, ends);
    }

    @Override
    public void horizontalMark(HorizontalMark layer) {
        double[] ends = {plot.getDomainAxis().getLowerBound(), plot.getDomainAxis().getUpperBound()};
        line(layer.name(), layer.ink(), layer.dash(), ends, new double[] {layer.y(), layer.y()});
    }

    @Override
    public void note(NoteLayer layer) {
        explain(layer.name(), new LegendItem(layer.name(), null, null, null, LEGEND_LINE, INVISIBLE));
    }

    private XYDataset dataset(double[] x, double[] y) {
        double[][] shown = {x.clone(), y.clone()};
        for (int i = 0; i < x.length; i++) {
            if (!figure.x().shows(x[i]) || !figure.y().shows(y[i])) {
                shown[1][i] = Double.NaN;
                shown[0][i] = figure.x().shows(x[i]) ? x[i] : plot.getDomainAxis().getLowerBound();
            }
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(0, shown);
        return dataset;
    }

    private void add(XYDataset dataset, XYItemRenderer renderer) {
        int index = plot.getDatasetCount();
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    private void explain(String name, LegendItem item) {
        if (!name.isEmpty()) {
            item.setLabelFont(Style.font(10.5f));
            item.setLabelPaint(Color.BLACK);
            legend.add(item);
        }
    }
}
