package org.thalweg.report;

import org.thalweg.fokkerplanck.Splitting;

/** {@code splitting.csv}: a start by its parts, and which share of each ends at the upper of two places. */
public final class SplittingTable {
    /** Its columns. */
    public static final Columns<Splitting.Part> COLUMNS = Columns.<Splitting.Part>of("x", Splitting.Part::x)
            .and("y", Splitting.Part::y)
            .and("weight", Splitting.Part::weight)
            .and("above", Splitting.Part::above);

    private SplittingTable() {}
}
