package org.thalweg.report.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.RunDirectoryException;

/**
 * A CSV file read back.
 *
 * @param columns names, in the order of the file
 * @param rows each with a field for every column; an undefined number is an empty field
 */
public record StoredTable(List<String> columns, List<Map<String, String>> rows) {
    /** Different fields that are remembered, so that equal ones are one object. */
    private static final int MOST_SHARED = 10_000;

    /** An immutable copy. */
    public StoredTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @param wanted the rows that are kept; no other takes memory
     * @throws RunDirectoryException where it is no table, or rows are shorter than the header
     */
    static StoredTable read(Path file, Predicate<Map<String, String>> wanted) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> names = scan(file, row -> {
            if (wanted.test(row)) {
                rows.add(row);
            }
        });
        return new StoredTable(names, rows);
    }

    /**
     * Shows the rows of a file, one after the other.
     *
     * @return the names of its columns
     * @throws RunDirectoryException where it is no table, or rows are shorter than the header
     */
    static List<String> scan(Path file, Consumer<Map<String, String>> reader) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<String> names = List.copyOf(parser.getHeaderNames());
            Map<String, Integer> places = new HashMap<>();
            names.forEach(name -> places.put(name, places.size()));
            // Names of witnesses and quantities, and places on axes, come many times over.
            Map<String, String> known = new HashMap<>();
            for (CSVRecord record : parser) {
                if (!record.isConsistent()) {
                    throw new RunDirectoryException(file + ": row " + (record.getRecordNumber() + 1) + " has "
                            + record.size() + " fields, the header " + parser.getHeaderNames().size()
                            + "; run the command again");
                }
                String[] fields = record.values();
                for (int i = 0; i < fields.length; i++) {
                    String field = fields[i];
                    fields[i] = known.size() < MOST_SHARED ? known.computeIfAbsent(field, f -> f)
                            : known.getOrDefault(field, field);
                }
                reader.accept(new StoredRow(names, places, fields));
            }
            return names;
        } catch (IOException | UncheckedIOException | Refusal e) {
            if (e instanceof RunDirectoryException said) {
                throw said;
            }
            throw new RunDirectoryException(file + " cannot be read (" + e.getMessage() + "); run the command again",
                    e);
        }
    }

    /** The fields of a column, from top to bottom; empty ones where there is no such column. */
    public List<String> column(String name) {
        return rows.stream().map(row -> row.getOrDefault(name, "")).toList();
    }

    /** The distinct fields of a column, in the order in which they come first. */
    public List<String> distinct(String name) {
        return column(name).stream().distinct().toList();
    }

    /** The rows whose field in a column is the given one. */
    public StoredTable where(String name, String field) {
        return new StoredTable(columns, rows.stream().filter(row -> field.equals(row.get(name))).toList());
    }

    /** A field as a number: NaN where it is empty, or no number. */
    public static double number(String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
