package org.thalweg.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.Size2D;
import org.jfree.chart.ui.VerticalAlignment;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Legend;

/** Puts the legend into a corner where it covers nothing, else below the axes. */
final class LegendPlacer {
    /** Distance of the legend from the frame, and of the data from the legend. */
    private static final double DISTANCE = 6.0;

    private static final Color NONE = new Color(255, 255, 255, 0);

    private LegendPlacer() {}

    /**
     * Adds the legend to a chart.
     *
     * @param area the plot's data area when there is no legend
     */
    static void place(Figure figure, JFreeChart chart, Graphics2D g2, Rectangle2D area) {
        XYPlot plot = chart.getXYPlot();
        if (figure.legend() == Legend.NONE || plot.getLegendItems().getItemCount() == 0) {
            return;
        }
        if (figure.legend() == Legend.WHERE_FREE) {
            LegendTitle inside = legend(plot, RectangleEdge.RIGHT);
            Size2D size = inside.arrange(g2, RectangleConstraint.NONE);
            Optional<Inside> corner = freeCorner(inside, size, Footprint.of(figure, plot, area), area);
            if (corner.isPresent()) {
                plot.addAnnotation(corner.get());
                return;
            }
        }
        chart.addLegend(legend(plot, RectangleEdge.BOTTOM));
    }

    private static LegendTitle legend(XYPlot plot, RectangleEdge position) {
        LegendTitle legend = new LegendTitle(plot,
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 10, 0),
                new ColumnArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 0, 0));
        legend.setPosition(position);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(NONE);
        legend.setItemFont(Style.font(10.5f));
        legend.setLegendItemGraphicPadding(new RectangleInsets(2, 3, 2, 4));
        return legend;
    }

    private static Optional<Inside> freeCorner(LegendTitle legend, Size2D size, Footprint ink, Rectangle2D area) {
        double right = area.getWidth() - size.width - DISTANCE;
        double bottom = area.getHeight() - size.height - DISTANCE;
        double centre = (area.getWidth() - size.width) / 2.0;
        double[][] places = {{right, DISTANCE}, {DISTANCE, DISTANCE}, {right, bottom}, {DISTANCE, bottom},
            {centre, DISTANCE}, {centre, bottom}};
        for (double[] place : places) {
            Rectangle2D clear = new Rectangle2D.Double(area.getX() + place[0] - DISTANCE,
                    area.getY() + place[1] - DISTANCE,
                    size.width + 2 * DISTANCE, size.height + 2 * DISTANCE);
            if (place[0] >= DISTANCE && place[1] >= DISTANCE && !ink.touches(clear)) {
                return Optional.of(new Inside(legend, size, place[0], place[1]));
            }
        }
        return Optional.empty();
    }

    /** A legend at a place on the page: JFreeChart's own annotation reckons in data, wrong on logarithmic axes. */
    private static final class Inside extends AbstractXYAnnotation {
        private final LegendTitle legend;
        private final transient Size2D size;
        private final double fromLeft;
        private final double fromTop;

        Inside(LegendTitle legend, Size2D size, double fromLeft, double fromTop) {
            this.legend = legend;
            this.size = size;
            this.fromLeft = fromLeft;
            this.fromTop = fromTop;
        }

        @Override
        public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis x, ValueAxis y, int index,
                PlotRenderingInfo info) {
            legend.draw(g2, new Rectangle2D.Double(area.getX() + fromLeft, area.getY() + fromTop,
                    size.width, size.height));
        }
    }
}
