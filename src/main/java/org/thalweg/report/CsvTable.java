package org.thalweg.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file being written, row by row: UTF-8, lines end with a line feed, numbers in the shortest form that reads back
 * to the same double, NaN as an empty field. What the tables of a run hold is in {@link RunTables}.
 *
 * @param <R> what a row is about
 */
public final class CsvTable<R> implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Path path;
    private final Columns<R> columns;
    private final CSVPrinter printer;

    private CsvTable(Path path, Columns<R> columns, CSVPrinter printer) {
        this.path = path;
        this.columns = columns;
        this.printer = printer;
    }

    /** Creates a file, which must not exist, and writes its header. */
    public static <R> CsvTable<R> create(Path path, Columns<R> columns) {
        try {
            CSVPrinter printer = new CSVPrinter(
                    Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW), FORMAT);
            CsvTable<R> table = new CsvTable<>(path, columns, printer);
            table.print(columns.names());
            return table;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Writes a whole file, which must not exist; the rows are asked for one by one. */
    public static <R> void write(Path path, Columns<R> columns, Stream<? extends R> rows) {
        try (CsvTable<R> table = create(path, columns)) {
            rows.forEachOrdered(table::add);
        }
    }

    /** Appends a row; doubles that are NaN become empty fields. */
    public void add(R row) {
        print(columns.fields(row));
    }

    private void print(Iterable<?> fields) {
        try {
            for (Object field : fields) {
                printer.print(field instanceof Double number && number.isNaN() ? "" : field);
            }
            printer.println();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Hands everything written so far to the file system, so that an interrupted command leaves it behind. */
    public void flush() {
        try {
            printer.flush();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    @Override
    public void close() {
        try {
            printer.close();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** A file of a run that cannot be written: what, why, and what to do. */
    static UncheckedIOException failure(Path path, IOException cause) {
        return new UncheckedIOException(path + " cannot be written (" + cause.getMessage() + "); free some space or "
                + "name another folder with --out", cause);
    }
}
