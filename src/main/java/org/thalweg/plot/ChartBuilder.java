package org.thalweg.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;

/** Makes a chart of a figure: titles, axes, and the layers by {@link LayerPlotter}; no legend yet. */
final class ChartBuilder {
    private static final Color SUBTITLE = new Color(0x505050);

    /** Most intervals between the ticks of a linear axis: labels of six characters keep clear of each other. */
    private static final double LINEAR_STEPS = 8.0;

    private ChartBuilder() {}

    static JFreeChart chart(Figure figure) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(axis(figure.x(), AxisLimits.ofX(figure)));
        plot.setRangeAxis(axis(figure.y(), AxisLimits.ofY(figure)));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Color.BLACK);
        plot.setOutlineStroke(Style.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinePaint(Style.GRID);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setDomainGridlineStroke(Style.HAIRLINE);
        plot.setRangeGridlineStroke(Style.HAIRLINE);
        double right = ColourBar.of(figure).map(bar -> bar.room(plot)).orElse(2.0);
        // Room for the colour bar lies inside the plot's share of the page, so that titles and legend may span it all.
        plot.setInsets(new RectangleInsets(2, 2, 2, right));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        LayerPlotter plotter = new LayerPlotter(figure, plot);
        figure.layers().forEach(layer -> layer.accept(plotter));

        JFreeChart chart = new JFreeChart(null, Style.font(13f), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(6, 6, 6, 12));
        title(chart, figure.title(), 13f, Color.BLACK);
        title(chart, figure.subtitle(), 10f, SUBTITLE);
        return chart;
    }

    private static void title(JFreeChart chart, String text, float points, Color colour) {
        if (!text.isEmpty()) {
            TextTitle title = new TextTitle(text, Style.font(points));
            title.setPaint(colour);
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setTextAlignment(HorizontalAlignment.LEFT);
            title.setPadding(1, 2, 4, 2);
            chart.addSubtitle(title);
        }
    }

    /** An axis with its ticks outside the frame, where grid lines cannot paint over them. */
    static ValueAxis axis(Axis axis, Axis.Limits limits) {
        ValueAxis made = axis.isLogarithmic() ? new LogarithmicAxis(axis.label()) : new NumberAxis(axis.label());
        made.setRange(limits.from(), limits.to());
        if (made instanceof NumberAxis linear) {
            double step = Tick.step((limits.to() - limits.from()) / LINEAR_STEPS, axis.whole());
            linear.setTickUnit(new NumberTickUnit(step, TickLabel.forMultiplesOf(step)));
        }
        made.setLabelFont(Style.font(12f));
        made.setTickLabelFont(Style.font(11f));
        made.setLabelPaint(Color.BLACK);
        made.setTickLabelPaint(Color.BLACK);
        made.setAxisLinePaint(Color.BLACK);
        made.setAxisLineStroke(Style.HAIRLINE);
        made.setTickMarkPaint(Color.BLACK);
        made.setTickMarkStroke(new BasicStroke(0.8f));
        made.setTickMarkInsideLength(0f);
        made.setTickMarkOutsideLength(4.5f);
        made.setMinorTickMarksVisible(axis.isLogarithmic());
        made.setMinorTickMarkInsideLength(0f);
        made.setMinorTickMarkOutsideLength(2.5f);
        // The marks lie outside: labels keep clear of them.
        made.setTickLabelInsets(new RectangleInsets(5, 6, 4, 6));
        made.setLabelInsets(new RectangleInsets(2, 2, 2, 2));
        return made;
    }
}
