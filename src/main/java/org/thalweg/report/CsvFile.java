package org.thalweg.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A CSV file being written: UTF-8, lines end with a line feed, numbers in the shortest form that reads back to the same
 * double, NaN as an empty field.
 */
final class CsvFile implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Path path;
    private final CSVPrinter printer;

    private CsvFile(Path path, CSVPrinter printer) {
        this.path = path;
        this.printer = printer;
    }

    /** Creates a file, which must not exist, and writes its header. */
    static CsvFile create(Path path, List<String> columns) {
        try {
            CSVPrinter printer = new CSVPrinter(
                    Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW), FORMAT);
            CsvFile file = new CsvFile(path, printer);
            file.row(columns.toArray());
            return file;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Appends a row; doubles that are NaN become empty fields. */
    void row(Object... fields) {
        try {
            for (Object field : fields) {
                printer.print(field instanceof Double number && number.isNaN() ? "" : field);
            }
            printer.println();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Hands everything written so far to the file system. */
    void flush() {
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
