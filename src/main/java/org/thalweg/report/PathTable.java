package org.thalweg.report;

/** {@code path.csv}: a path of least action, and the action up to each of its points. */
public final class PathTable {
    /** Its columns. */
    public static final Columns<Point> COLUMNS =
            Columns.<Point>of("x", Point::x).and("y", Point::y).and("action", Point::action);

    private PathTable() {}

    /** One row. */
    public record Point(double x, double y, double action) {}
}
