package org.thalweg.cli;

import org.thalweg.report.CsvTable;
import org.thalweg.report.MethodsTable;
import org.thalweg.results.operator.MethodsCompared;

/** What a run leaves of two methods side by side: a table, and a line that says whether they agree. */
final class MethodsNoted {
    private MethodsNoted() {}

    static void write(Run run, MethodsCompared compared) {
        run.note(compared.note());
        if (compared.alone().isEmpty()) {
            CsvTable.write(run.file("methods.csv"), MethodsTable.COLUMNS, compared.rows().stream());
        }
    }
}
