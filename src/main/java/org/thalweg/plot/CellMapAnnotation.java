package org.thalweg.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.thalweg.report.drawing.CellMapLayer;

/**
 * A cell map as one image stretched over the plot. Rectangles, one for each cell, would make vector files of many
 * megabytes with hairlines between the cells.
 */
final class CellMapAnnotation extends AbstractXYAnnotation {
    /** Image pixels for each point of the plot: cell edges are placed to 0.1 mm. */
    private static final int PIXELS_PER_POINT = 4;

    private final transient CellMapLayer map;
    private final transient ColourScale colours;
    /** The image of the last drawing: a figure is drawn several times, with its axes where they were. */
    private transient BufferedImage drawn;
    private transient int[] drawnColumns;
    private transient int[] drawnRows;

    CellMapAnnotation(CellMapLayer map) {
        this.map = map;
        this.colours = ColourScale.of(map);
    }

    @Override
    public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis, int index,
            PlotRenderingInfo info) {
        int width = (int) Math.ceil(area.getWidth() * PIXELS_PER_POINT);
        int height = (int) Math.ceil(area.getHeight() * PIXELS_PER_POINT);
        int[] columns = cells(width, true, area, xAxis);
        int[] rows = cells(height, false, area, yAxis);
        if (!Arrays.equals(columns, drawnColumns) || !Arrays.equals(rows, drawnRows)) {
            drawnColumns = columns;
            drawnRows = rows;
            drawn = image(columns, rows);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / width, area.getHeight() / height);
        g2.drawImage(drawn, place, null);
    }

    private BufferedImage image(int[] columns, int[] rows) {
        BufferedImage image = new BufferedImage(columns.length, rows.length, BufferedImage.TYPE_INT_ARGB);
        int[] line = new int[columns.length];
        for (int j = 0; j < rows.length; j++) {
            if (j == 0 || rows[j] != rows[j - 1]) {
                fill(line, columns, rows[j]);
            }
            image.getRaster().setDataElements(0, j, columns.length, 1, line);
        }
        return image;
    }

    /** The pixels of a row of cells; a cell is coloured once, however many pixels wide. */
    private void fill(int[] line, int[] columns, int row) {
        for (int i = 0; i < line.length; i++) {
            if (columns[i] < 0 || row < 0) {
                line[i] = 0;
            } else if (i > 0 && columns[i] == columns[i - 1]) {
                line[i] = line[i - 1];
            } else {
                line[i] = 0xFF000000 | colours.rgb(map.values()[columns[i]][row]);
            }
        }
    }

    /** The cell at every pixel along an axis; -1 outside the map. */
    private int[] cells(int pixels, boolean horizontal, Rectangle2D area, ValueAxis axis) {
        double[] edges = horizontal ? map.xEdges() : map.yEdges();
        int[] cells = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            double share = (i + 0.5) / pixels;
            double value = horizontal
                    ? axis.java2DToValue(area.getX() + share * area.getWidth(), area, RectangleEdge.BOTTOM)
                    : axis.java2DToValue(area.getY() + share * area.getHeight(), area, RectangleEdge.LEFT);
            int found = Arrays.binarySearch(edges, value);
            int cell = found >= 0 ? found : -found - 2;
            cells[i] = cell < edges.length - 1 ? cell : -1;
        }
        return cells;
    }
}
