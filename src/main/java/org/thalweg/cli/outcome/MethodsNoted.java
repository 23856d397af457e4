package org.thalweg.cli.outcome;

import org.thalweg.report.MethodsTable;
import org.thalweg.results.operator.MethodsCompared;

/** What a run leaves of two methods side by side: a table, and a line that says whether they agree. */
final class MethodsNoted {
    private MethodsNoted() {}

    static void write(Outcome outcome, MethodsCompared compared) {
        outcome.note(compared.note());
        if (compared.alone().isEmpty()) {
            outcome.table("methods.csv", MethodsTable.COLUMNS, compared.rows().stream());
        }
    }
}
