package org.thalweg.model.file.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.SplineProfile;
import org.thalweg.model.space.NearestName;
import org.thalweg.quantity.Counted;

/** Reads a {@link SplineProfile} from two columns of a CSV file with a header. Problems name the line of that file. */
final class TableReader {
    private final TableText table;
    private final boolean positive;
    private final boolean ring;

    /**
     * A reader.
     *
     * @param positive whether values must be greater than zero
     * @param ring whether x is periodic
     */
    TableReader(TableText table, boolean positive, boolean ring) {
        this.table = table;
        this.positive = positive;
        this.ring = ring;
    }

    /** The curve; empty after a problem. */
    Optional<Profile> read(String xColumn, String valueColumn) {
        Optional<String> text = table.read();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), TableText.FORMAT)) {
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
                if (Double.isNaN(TableText.number(row.get(column)))) {
                    return wrong(line, "'" + row.get(column) + "' in column '" + column + "' is not a finite number",
                            "write a number such as 0.25");
                }
            }
            double at = TableText.number(row.get(xColumn));
            double value = TableText.number(row.get(valueColumn));
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
            return wrong(1, "has " + Counted.of(x.size(), "row"), "give at least two points");
        }
        double[] places = x.stream().mapToDouble(v -> v).toArray();
        double[] points = y.stream().mapToDouble(v -> v).toArray();
        String name = "table " + table.path().getFileName();
        return Optional.of(ring ? SplineProfile.ring(places, points, name)
                : SplineProfile.through(places, points, name));
    }

    private Optional<Profile> wrong(long line, String what, String remedy) {
        table.wrong(line, what, remedy);
        return Optional.empty();
    }
}
