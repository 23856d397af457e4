package org.thalweg.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.thalweg.report.drawing.Panels;

/**
 * Figures on one page, each smaller than it would be alone: two in a row are read in the text width of a page.
 *
 * @param columns in each row
 * @param figures row by row
 */
record PanelsDrawing(int columns, List<FigureDrawing> figures) implements Page {
    /** Letters of 12 points become 8.4. */
    private static final double SCALE = 0.7;

    static PanelsDrawing of(Panels panels) {
        return new PanelsDrawing(panels.columns(), panels.figures().stream().map(FigureDrawing::of).toList());
    }

    @Override
    public int width() {
        return (int) Math.ceil(Math.min(columns, figures.size()) * SCALE * Style.WIDTH);
    }

    @Override
    public int height() {
        return (int) Math.ceil((figures.size() + columns - 1) / columns * SCALE * Style.HEIGHT);
    }

    @Override
    public void draw(Graphics2D g2) {
        g2.setPaint(Color.WHITE);
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        for (int k = 0; k < figures.size(); k++) {
            Graphics2D panel = (Graphics2D) g2.create();
            panel.translate(k % columns * SCALE * Style.WIDTH, k / columns * SCALE * Style.HEIGHT);
            panel.scale(SCALE, SCALE);
            figures.get(k).draw(panel);
            panel.dispose();
        }
    }
}
