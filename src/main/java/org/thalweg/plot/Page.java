package org.thalweg.plot;

import java.awt.Graphics2D;

/** What becomes a file: something of a size in points. */
interface Page {
    int width();

    int height();

    /** Draws the page with its upper left corner at the origin. */
    void draw(Graphics2D g2);
}
