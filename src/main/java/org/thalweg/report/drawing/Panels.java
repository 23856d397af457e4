package org.thalweg.report.drawing;

import java.util.List;

/**
 * Figures side by side, row by row, each with its own axes: the same thing at several times, or several things alike.
 *
 * @param columns in each row, at least 1
 * @param figures at least one
 */
public record Panels(int columns, List<Figure> figures) implements Drawing {
    /** Refuses an empty page. */
    public Panels {
        figures = List.copyOf(figures);
        if (columns < 1 || figures.isEmpty()) {
            throw new IllegalArgumentException(figures.size() + " figures in " + columns + " columns; give one of"
                    + " each at least");
        }
    }
}
