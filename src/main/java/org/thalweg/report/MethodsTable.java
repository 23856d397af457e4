package org.thalweg.report;

import org.thalweg.results.operator.MethodsCompared;

/** {@code methods.csv}: numbers by the hierarchy beside those by finite volumes. */
public final class MethodsTable {
    /** Its columns. */
    public static final Columns<MethodsCompared.Row> COLUMNS =
            Columns.<MethodsCompared.Row>of("quantity", MethodsCompared.Row::quantity)
                    .and("time", row -> row.time().orElse(Double.NaN))
                    .and("hierarchy", row -> row.hierarchy().value())
                    .and("finite_volume", row -> row.volumes().value())
                    .and("difference", MethodsCompared.Row::difference)
                    .and("error", MethodsCompared.Row::error);

    private MethodsTable() {}
}
