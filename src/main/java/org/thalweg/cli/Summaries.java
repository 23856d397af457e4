package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.cli.screen.Console;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.CsvTable;
import org.thalweg.report.RunTables;
import org.thalweg.results.Row;

/** The last screen of commands that measure a few quantities. */
final class Summaries {
    private Summaries() {}

    /** The file of what one witness measured. */
    static void write(Path file, Witness witness, Map<Quantity, Measurement> found) {
        CsvTable.write(file, RunTables.SUMMARY,
                found.entrySet().stream().map(entry -> Row.plain(witness, entry.getKey(), entry.getValue())));
    }

    /** The same of several witnesses, one after the other. */
    static void write(Path file, Map<Witness, Map<Quantity, Measurement>> found) {
        CsvTable.write(file, RunTables.SUMMARY, found.entrySet().stream().flatMap(of -> of.getValue().entrySet()
                .stream().map(entry -> Row.plain(of.getKey(), entry.getKey(), entry.getValue()))));
    }

    /** A heading, a table with a row for each quantity, and where the files are. */
    static void print(Console console, Run run, String heading, Map<Witness, Map<Quantity, Measurement>> found) {
        Table table = new Table("witness", "quantity", "value");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", run.folder().toString());
        found.forEach((witness, quantities) -> {
            json.put(witness.key(), quantities);
            quantities.forEach((quantity, value) -> table.row(witness.key(), quantity.key(), Table.number(value)));
        });
        json.put("notes", run.notes());
        String lines = System.lineSeparator();
        console.result(heading + lines + lines + table + lines + lines + "written to " + run.folder(), json);
    }
}
