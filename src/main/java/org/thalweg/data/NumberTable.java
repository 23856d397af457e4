package org.thalweg.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;

/** CSV tables of finite numbers, with a header. */
public final class NumberTable {
    private NumberTable() {}

    /** All numbers of one column of a table, in the order of its rows. */
    public static double[] column(Path path, String column) {
        DataFile file = DataFile.read(path);
        List<Double> numbers = new ArrayList<>();
        try (CSVParser parser = open(file)) {
            require(file, parser, column);
            for (CSVRecord row : parser) {
                numbers.add(number(file, parser, row, column));
            }
        } catch (IOException | UncheckedIOException e) {
            throw noTable(file, e);
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static CSVParser open(DataFile file) {
        CSVFormat format = CSVFormat.DEFAULT.builder()
                .setHeader().setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true).get();
        String text = file.text();
        try {
            return CSVParser.parse(new StringReader(text), format);
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw noTable(file, e);
        }
    }

    static Refusal noTable(DataFile file, Exception cause) {
        Throwable first = cause instanceof UncheckedIOException ? cause.getCause() : cause;
        return new Refusal(file + " is no CSV table: " + first.getMessage()
                + "; give a header line and rows of numbers with commas", cause);
    }

    static void require(DataFile file, CSVParser parser, String column) {
        if (parser.getHeaderNames().isEmpty()) {
            throw new Refusal(file + " is empty; give a header line and rows of numbers with commas");
        }
        if (!parser.getHeaderMap().containsKey(column)) {
            throw new Refusal(file + " has no column '" + column + "'; its columns are "
                    + String.join(", ", parser.getHeaderNames()));
        }
        int same = Collections.frequency(parser.getHeaderNames(), column);
        if (same > 1) {
            throw new Refusal(file + " has " + same + " columns '" + column + "'; give each column a name of its own");
        }
    }

    static double number(DataFile file, CSVParser parser, CSVRecord row, String column) {
        String where = file + ":" + parser.getCurrentLineNumber() + ": ";
        int columns = parser.getHeaderNames().size();
        if (row.stream().skip(columns).anyMatch(entry -> !entry.isBlank())) {
            throw new Refusal(where + "a row of " + row.size() + " entries under " + Counted.of(columns, "column")
                    + "; give each row as many, and numbers a point, no comma");
        }
        if (!row.isSet(column)) {
            throw new Refusal(where + "column '" + column + "' is missing in this row; give each row all columns");
        }
        double value = parsed(row.get(column));
        if (!Double.isFinite(value)) {
            throw new Refusal(where + "'" + row.get(column) + "' in column '" + column
                    + "' is not a finite number; write a number such as 0.25");
        }
        return value;
    }

    /** NaN where it is none. What only Java takes for numbers, such as 1d and 0x1p3, are none of a table. */
    private static double parsed(String entry) {
        if (entry.chars().anyMatch(c -> Character.isLetter(c) && c != 'e' && c != 'E')) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(entry);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
