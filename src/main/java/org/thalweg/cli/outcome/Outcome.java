package org.thalweg.cli.outcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Family;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.Columns;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.CsvTable;
import org.thalweg.report.FieldFile;
import org.thalweg.report.RunTables;
import org.thalweg.report.drawing.Drawing;
import org.thalweg.results.Row;

/**
 * What a command found: files and figures by their names, remarks, words for a person and for a program, and a verdict.
 * Nothing is written before it is posted, and figures are not even made where nobody asks for them.
 */
public final class Outcome {
    private final Map<String, Consumer<Path>> files = new LinkedHashMap<>();
    private final Map<String, Supplier<? extends Drawing>> figures = new LinkedHashMap<>();
    private final Map<String, String> copies = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Object> json = new LinkedHashMap<>();
    private String text = "";
    private boolean upheld = true;
    private boolean page;

    /** A table. */
    public <R> void table(String name, Columns<R> columns, Stream<? extends R> rows) {
        file(name, path -> CsvTable.write(path, columns, rows));
    }

    /** A table of what witnesses measured, one after the other. */
    public void summary(String name, Map<Witness, Map<Quantity, Measurement>> found) {
        table(name, RunTables.SUMMARY, found.entrySet().stream().flatMap(of -> of.getValue().entrySet().stream()
                .map(entry -> Row.plain(of.getKey(), entry.getKey(), entry.getValue()))));
    }

    /** A matrix; not modified. */
    public void field(String name, double[][] values) {
        file(name, path -> FieldFile.write(path, values));
    }

    /** A vector; not modified. */
    public void field(String name, double[] values) {
        file(name, path -> FieldFile.write(path, values));
    }

    /** The table of a family's judgements, and its verdict. */
    public void verdicts(Family family) {
        table("verdicts.csv", ComparisonTables.VERDICTS, family.judgements().stream());
        judged(family);
    }

    /** The verdict: one claim refuted is enough. */
    public void judged(Family family) {
        judged(family.upheld());
    }

    /** The verdict, where rows of a table carry it. */
    public void judged(boolean allUpheld) {
        upheld = allUpheld;
    }

    /** A file that writes itself. */
    public void file(String name, Consumer<Path> writer) {
        files.put(name, writer);
    }

    /** A figure, made where somebody wants to see it. */
    public void figure(String name, Supplier<? extends Drawing> figure) {
        figures.put(name, figure);
    }

    /** Files and figures of one name stand under another name too, in every format there is. */
    public void copy(String from, String to) {
        copies.put(from, to);
    }

    /** A remark that belongs to the results. */
    public void note(String line) {
        notes.add(line);
    }

    /** A page of all of it is left in the folder. */
    public void withPage() {
        page = true;
    }

    /** What a person reads; where it was written to follows. */
    public void say(String words) {
        text = words;
    }

    /** A heading and a table with a row for each quantity, for a person; the quantities for a program. */
    public void say(String heading, Map<Witness, Map<Quantity, Measurement>> found) {
        Table table = new Table("witness", "quantity", "value");
        found.forEach((witness, quantities) -> {
            quantities.forEach((quantity, value) -> table.row(witness.key(), quantity.key(), Table.number(value)));
            json(witness.key(), quantities);
        });
        String lines = System.lineSeparator();
        say(heading + lines + lines + table + lines + lines);
    }

    /** What a program reads, by its key. */
    public void json(String key, Object value) {
        json.put(key, value);
    }

    /** By name: how each file is written. */
    public Map<String, Consumer<Path>> files() {
        return files;
    }

    /** By name. */
    public Map<String, Supplier<? extends Drawing>> figures() {
        return figures;
    }

    /** Names, and what they are called too. */
    public Map<String, String> copies() {
        return copies;
    }

    /** In the order in which they were made. */
    public List<String> notes() {
        return notes;
    }

    /** True where a page is left. */
    public boolean hasPage() {
        return page;
    }

    /** Words for a person. */
    public String text() {
        return text;
    }

    /** Values for a program. */
    public Map<String, Object> json() {
        return json;
    }

    /** What the process ends with: a refuted claim is no fault, and no success. */
    public int exitCode() {
        return upheld ? ExitCode.OK : ExitCode.REFUTED;
    }
}
