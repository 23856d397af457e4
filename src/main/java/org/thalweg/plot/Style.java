package org.thalweg.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Marker;

/** The look of all figures. Lengths are in points: 1/72 inch. */
final class Style {
    /** 160 mm: the text width of a journal page. */
    static final int WIDTH = 454;
    static final int HEIGHT = 330;

    static final Color GRID = new Color(0xE6E6E6);
    static final Color MISSING = new Color(0xC8C8C8);
    static final BasicStroke HAIRLINE = new BasicStroke(0.6f);
    static final BasicStroke ERROR_BAR = new BasicStroke(1.0f);
    static final float LINE_WIDTH = 1.6f;

    /** A value of its own on a cell map: large enough to tell its colour, small enough to see that of the cell. */
    static final Shape DISC = new Ellipse2D.Float(-5f, -5f, 10f, 10f);

    private static final float MARKER_RADIUS = 3.4f;
    /** More points than this touch each other along the page. */
    private static final int CROWD = 40;
    /** Smaller, to be seen inside the open markers. */
    private static final float CIRCLE_RADIUS = 2.6f;
    /** Okabe and Ito, in the order of {@link Ink}. */
    private static final int[] COLOURS =
        {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0x7F7F7F};

    private Style() {}

    /** The text face; where DejaVu Sans is missing Java takes its own sans-serif face. */
    static Font font(float points) {
        return new Font("DejaVu Sans", Font.PLAIN, 1).deriveFont(points);
    }

    static Color colour(Ink ink) {
        return new Color(COLOURS[ink.ordinal()]);
    }

    static BasicStroke stroke(Dash dash) {
        return stroke(dash, LINE_WIDTH);
    }

    static BasicStroke stroke(Dash dash, float width) {
        float[][] patterns = {null, {6f, 3f}, {6f, 2.5f, 1.5f, 2.5f}, {1.5f, 2.5f}};
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, patterns[dash.ordinal()], 0f);
    }

    static boolean filled(Marker marker) {
        return marker == Marker.FILLED_CIRCLE || marker == Marker.FILLED_TRIANGLE
                || marker == Marker.FILLED_SQUARE;
    }

    /** The shape of one of {@code count} points around the origin; smaller where they are many. */
    static Shape shape(Marker marker, int count) {
        float scale = count > CROWD ? 0.7f : 1f;
        return AffineTransform.getScaleInstance(scale, scale).createTransformedShape(shape(marker));
    }

    private static Shape shape(Marker marker) {
        float r = MARKER_RADIUS;
        if (marker == Marker.FILLED_CIRCLE) {
            return new Ellipse2D.Float(-CIRCLE_RADIUS, -CIRCLE_RADIUS, 2 * CIRCLE_RADIUS, 2 * CIRCLE_RADIUS);
        }
        if (marker == Marker.OPEN_SQUARE) {
            return new Rectangle2D.Float(-r, -r, 2 * r, 2 * r);
        }
        if (marker == Marker.FILLED_SQUARE) {
            return new Rectangle2D.Float(-CIRCLE_RADIUS, -CIRCLE_RADIUS, 2 * CIRCLE_RADIUS, 2 * CIRCLE_RADIUS);
        }
        if (marker == Marker.FILLED_TRIANGLE) {
            return polygon(0, -1.25f * r, 1.1f * r, 0.85f * r, -1.1f * r, 0.85f * r);
        }
        if (marker == Marker.OPEN_DIAMOND) {
            return polygon(0, -1.3f * r, 1.3f * r, 0, 0, 1.3f * r, -1.3f * r, 0);
        }
        Path2D cross = new Path2D.Float();
        cross.moveTo(-r, -r);
        cross.lineTo(r, r);
        cross.moveTo(-r, r);
        cross.lineTo(r, -r);
        return cross;
    }

    private static Shape polygon(float... xy) {
        Path2D path = new Path2D.Float();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
