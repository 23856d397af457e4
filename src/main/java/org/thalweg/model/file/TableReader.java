package org.thalweg.model.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.SplineProfile;
import org.thalweg.model.space.NearestName;

/** Reads a {@link SplineProfile} from two columns of a CSV file with a header. Problems name the line of that file. */
final class TableReader {
    /** A hundred thousand points: no measured profile is that long. */
    private static final long LARGEST = 4L << 20;

    private final Values values;
    private final Path path;
    private final Node node;
    private final boolean positive;
    private final boolean ring;

    /**
     * A reader.
     *
     * @param path the file, found from the folder of the model file
     * @param node where the model file names it
     * @param positive whether values must be greater than zero
     * @param ring whether x is periodic
     */
    TableReader(Values values, Path path, Node node, boolean positive, boolean ring) {
        this.values = values;
        this.path = path;
        this.node = node;
        this.positive = positive;
        this.ring = ring;
    }

    /** The curve; empty after a problem. */
    Optional<Profile> read(String xColumn, String valueColumn) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        CSVFormat format = CSVFormat.DEFAULT.builder()
                .setHeader().setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), format)) {
            for (String column : List.of(xColumn, valueColumn)) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    return wrong(1, "has no column '" + column + "'",
                            NearestName.advice(column, parser.getHeaderNames()));
                }
            }
            return points(parser, xColumn, valueColumn);
        } catch (IOException | RuntimeException e) {
            return wrong(1, "is no CSV table: " + e.getMessage(), "give a header line and rows of numbers with commas");
        }
    }

    private Optional<Profile> points(CSVParser parser, String xColumn, String valueColumn) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (CSVRecord row : parser) {
            long line = parser.getCurrentLineNumber();
            for (String column : List.of(xColumn, valueColumn)) {
                if (!row.isSet(column)) {
                    return wrong(line, "column '" + column + "' is missing in this row", "give each row all columns");
                }
                if (!Double.isFinite(number(row.get(column)))) {
                    return wrong(line, "'" + row.get(column) + "' in column '" + column + "' is not a finite number",
                            "write a number such as 0.25");
                }
            }
            double at = number(row.get(xColumn));
            double value = number(row.get(valueColumn));
            if (!x.isEmpty() && !(at > x.get(x.size() - 1))) {
                return wrong(line, xColumn + " = " + at + " follows " + x.get(x.size() - 1),
                        "sort the rows by " + xColumn + ", each place once");
            }
            if (positive && !(value > 0.0)) {
                return wrong(line, "the flatness " + valueColumn + " = " + value + " is not positive",
                        "give values > 0");
            }
            x.add(at);
            y.add(value);
        }
        if (x.size() < 2) {
            return wrong(1, "has " + x.size() + " rows", "give at least two points");
        }
        double[] places = x.stream().mapToDouble(v -> v).toArray();
        double[] points = y.stream().mapToDouble(v -> v).toArray();
        String name = "table " + path.getFileName();
        return Optional.of(ring ? SplineProfile.ring(places, points, name)
                : SplineProfile.through(places, points, name));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private Optional<String> text() {
        try {
            if (Files.size(path) > LARGEST) {
                values.problems().add(node, "table " + path + " is larger than 4 megabytes", "give fewer points");
                return Optional.empty();
            }
            String text = Files.readString(path);
            values.keepTable(path.toString(), text);
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            values.problems().add(node, "there is no table " + path, "name it from the folder of the model file");
        } catch (CharacterCodingException e) {
            values.problems().add(node, "table " + path + " is not text in UTF-8", "give a CSV file");
        } catch (IOException e) {
            values.problems().add(node, "table " + path + " cannot be read (" + e.getMessage() + ")", "check the file");
        }
        return Optional.empty();
    }

    private Optional<Profile> wrong(long line, String what, String remedy) {
        values.problems().addElsewhere(new Problem(path.toString(), (int) line, 1, what, remedy));
        return Optional.empty();
    }
}
