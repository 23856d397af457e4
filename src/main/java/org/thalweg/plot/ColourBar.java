package org.thalweg.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;

/** Draws the colours of a cell map, with their axis, to the right of the plot. */
record ColourBar(ColourScale scale) {
    /** Width left free at the right of the plot for numbers of up to five characters, so that most maps are alike. */
    private static final double ROOM = 78.0;

    private static final int GAP = 10;
    private static final int WIDTH = 12;
    private static final int SHADES = 1024;
    private static final int PIXELS_PER_POINT = 4;

    /** The bar of a figure that has a cell map. */
    static Optional<ColourBar> of(Figure figure) {
        return figure.layers().stream().filter(CellMapLayer.class::isInstance).map(CellMapLayer.class::cast).findFirst()
                .map(map -> new ColourBar(ColourScale.of(map)));
    }

    /** Width in points to be left free at the right of the plot {@code owner}. */
    double room(Plot owner) {
        Graphics2D scratch = FigureDrawing.scratch();
        AxisSpace space = axis().reserveSpace(scratch, owner, new Rectangle2D.Double(0, 0, Style.WIDTH, Style.HEIGHT),
                RectangleEdge.RIGHT, new AxisSpace());
        scratch.dispose();
        return Math.max(ROOM, GAP + WIDTH + space.getRight());
    }

    private ValueAxis axis() {
        ValueAxis axis = ChartBuilder.axis(scale.axis(), scale.limits());
        // Upwards, as at the vertical axis.
        axis.setLabelAngle(Math.PI);
        return axis;
    }

    /** Draws the bar as high as {@code plotArea}, within its {@link #room} of the right edge. */
    void draw(Graphics2D g2, Rectangle2D plotArea) {
        Rectangle2D bar = new Rectangle2D.Double(plotArea.getMaxX() + GAP, plotArea.getY(), WIDTH,
                plotArea.getHeight());
        // As many pixels as on paper: viewers blur an image they must enlarge.
        BufferedImage image = new BufferedImage(WIDTH * PIXELS_PER_POINT, SHADES, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < SHADES; j++) {
                image.setRGB(i, j, Viridis.rgb(1.0 - (j + 0.5) / SHADES));
            }
        }
        AffineTransform place = AffineTransform.getTranslateInstance(bar.getX(), bar.getY());
        place.scale(1.0 / PIXELS_PER_POINT, bar.getHeight() / SHADES);
        g2.drawImage(image, place, null);
        g2.setPaint(Color.BLACK);
        g2.setStroke(Style.HAIRLINE);
        g2.draw(bar);
        axis().draw(g2, bar.getMaxX(), bar, bar, RectangleEdge.RIGHT, null);
    }
}
