package org.thalweg.model.file;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.file.yaml.TableText;
import org.thalweg.model.file.yaml.Values;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.formula.FormulaException;
import org.thalweg.model.space.NearestName;

/**
 * Reads a {@link ReferenceTable}. Columns {@code quantity} and {@code value} must be there, {@code standard_error} and
 * {@code source} may; every other column is a number of the model file, by the path that {@code --set} takes.
 */
final class ReferenceReader {
    private static final String QUANTITY = "quantity";
    private static final String VALUE = "value";
    private static final String ERROR = "standard_error";
    private static final String SOURCE = "source";
    private static final List<String> OWN = List.of(QUANTITY, VALUE, ERROR, SOURCE);

    /** Paths that cells of every sweep have, whether the file says them or not. */
    private static final List<String> ALWAYS = List.of("sgd.learning-rate", "noise.batch-variance");

    private final NodeFields root;
    private final Values values;

    ReferenceReader(NodeFields root, Values values) {
        this.root = root;
        this.values = values;
    }

    /** The table; empty where the file names none, and after a problem. */
    Optional<ReferenceTable> read() {
        if (!root.has("reference")) {
            return Optional.empty();
        }
        NodeFields fields = root.mapping("reference");
        fields.allow(Schema.REFERENCE);
        String file = fields.text("table");
        if (!fields.sound()) {
            return Optional.empty();
        }
        TableText table = new TableText(values, values.problems().beside(file), fields.node("table"));
        Optional<ReferenceTable> read = table.read().flatMap(text -> parse(file, table, text));
        if (read.isEmpty()) {
            fields.fail();
        }
        return read;
    }

    private Optional<ReferenceTable> parse(String file, TableText table, String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), TableText.FORMAT)) {
            List<String> header = parser.getHeaderNames();
            int line = (int) parser.getCurrentLineNumber();
            for (String column : List.of(QUANTITY, VALUE)) {
                if (!header.contains(column)) {
                    table.wrong(line, "has no column '" + column + "'", NearestName.advice(column, header));
                    return Optional.empty();
                }
            }
            Map<String, Double> here = new LinkedHashMap<>();
            for (String column : header) {
                if (!OWN.contains(column)) {
                    Optional<Double> number = number(column);
                    if (number.isEmpty()) {
                        table.wrong(line, "column '" + column + "' is no number of the model file",
                                NearestName.advice(column, known()));
                        return Optional.empty();
                    }
                    here.put(column, number.get());
                }
            }
            return rows(table, parser, List.copyOf(here.keySet()))
                    .map(rows -> new ReferenceTable(file, here, rows));
        } catch (IOException | RuntimeException e) {
            table.wrong(1, "is no CSV table: " + e.getMessage(), "give a header line and rows with commas");
            return Optional.empty();
        }
    }

    private Optional<List<ReferenceTable.Row>> rows(TableText table, CSVParser parser, List<String> places) {
        List<ReferenceTable.Row> rows = new ArrayList<>();
        for (CSVRecord record : parser) {
            int line = (int) parser.getCurrentLineNumber();
            Map<String, Double> place = new LinkedHashMap<>();
            for (String column : places) {
                place.put(column, TableText.number(field(record, column)));
            }
            double value = TableText.number(field(record, VALUE));
            String error = field(record, ERROR);
            double standardError = error.isEmpty() ? Double.NaN : TableText.number(error);
            String bad = place.entrySet().stream().filter(e -> e.getValue().isNaN()).map(Map.Entry::getKey).findFirst()
                    .orElse(Double.isNaN(value) ? VALUE : "");
            if (!bad.isEmpty()) {
                table.wrong(line, "'" + field(record, bad) + "' in column '" + bad + "' is not a finite number",
                        "write a number such as 0.25");
                return Optional.empty();
            }
            if (!error.isEmpty() && !(standardError >= 0.0)) {
                table.wrong(line, "'" + error + "' in column '" + ERROR + "' is not a number >= 0",
                        "leave it blank where no error is known");
                return Optional.empty();
            }
            String quantity = field(record, QUANTITY);
            if (quantity.isEmpty()) {
                table.wrong(line, "names no quantity", "name one as in sweep.csv");
                return Optional.empty();
            }
            Optional<ReferenceTable.Row> twin =
                    rows.stream().filter(r -> r.quantity().equals(quantity) && r.at(place)).findFirst();
            if (twin.isPresent()) {
                table.wrong(line, "has the place and quantity of line " + twin.get().line(), "give each value once");
                return Optional.empty();
            }
            rows.add(new ReferenceTable.Row(line, place, quantity, value, standardError, field(record, SOURCE)));
        }
        if (rows.isEmpty()) {
            table.wrong(1, "has no rows", "give at least one value");
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private static String field(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column) : "";
    }

    /** What a path is in this file; NaN for one that only cells have. */
    private Optional<Double> number(String path) {
        String name = path.startsWith("parameters.") ? path.substring("parameters.".length()) : path;
        if (values.parameters().containsKey(name)) {
            return Optional.of(values.parameters().get(name));
        }
        NodeFields fields = root;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            if (!fields.isMapping(steps[i])) {
                return ALWAYS.contains(path) ? Optional.of(Double.NaN) : Optional.empty();
            }
            fields = fields.mapping(steps[i]);
        }
        String last = steps[steps.length - 1];
        if (fields.has(last) && fields.node(last) instanceof ScalarNode scalar) {
            try {
                return Optional.of(Formula.parse(scalar.getValue(), List.of(), values.parameters()).value());
            } catch (FormulaException e) {
                return Optional.empty();
            }
        }
        return ALWAYS.contains(path) ? Optional.of(Double.NaN) : Optional.empty();
    }

    /** What a column may be called, for advice. */
    private List<String> known() {
        List<String> known = new ArrayList<>(OWN);
        known.addAll(ALWAYS);
        known.addAll(values.parameters().keySet());
        for (String part : List.of("loss", "noise", "sgd", "sweep")) {
            if (root.isMapping(part)) {
                root.mapping(part).names().forEach(name -> known.add(part + "." + name));
            }
        }
        return known;
    }
}
