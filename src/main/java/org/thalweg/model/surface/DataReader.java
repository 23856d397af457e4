package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.data.DataSet;
import org.thalweg.data.DataSource;
import org.thalweg.data.Labels;
import org.thalweg.data.Selection;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.formula.Key.Type;
import org.thalweg.model.space.NearestName;
import org.thalweg.refusal.Refusal;

/** Reads the data set of a network from a model file: a shipped one, IDX files or a table, and what is taken of it. */
final class DataReader {
    /** The keys. */
    static final List<Key> KEYS = List.of(
            Key.optional("set", Type.TEXT, "a set that comes with the engine: digits or fashion-1k"),
            Key.optional("images", Type.TEXT, "instead: an IDX file, packed by gzip or not, found from the model file"),
            Key.optional("labels", Type.TEXT, "the IDX file of its labels"),
            Key.optional("test-images", Type.TEXT, "an IDX file to test on"),
            Key.optional("test-labels", Type.TEXT, "the IDX file of its labels"),
            Key.optional("table", Type.TEXT, "instead: a CSV file with a header, one sample a row"),
            Key.optional("test-table", Type.TEXT, "a CSV file to test on, with the same columns"),
            Key.optional("inputs", Type.TEXT, "of a table the list of columns; of images the list of pixels that are"
                    + " taken, counted from 1 row by row, all if left out"),
            Key.optional("label", Type.TEXT, "of a table the column of labels, whole numbers from 0"),
            Key.optional("outputs", Type.TEXT, "of a table the list of columns that the outputs should be (mse)"),
            Key.optional("per-class", Type.NUMBER, "samples of each class to train on, the first in the file; all if"
                    + " left out"),
            Key.optional("test-per-class", Type.NUMBER, "samples of each class to test on: of the test files, or those"
                    + " that follow in the same file"),
            Key.optional("classes", Type.NUMBERS, "the labels that are taken, which become 0, 1, ...; all if left out"),
            Key.optional("parity", Type.TEXT, "true: labels become 0 (even) and 1 (odd)"),
            Key.optional("label-noise", Type.NUMBER, "the probability of a label to become another one"),
            Key.optional("random-labels", Type.TEXT, "true: labels to train on are drawn at random"),
            Key.optional("seed", Type.NUMBER, "of the labels that are changed; 0 if left out"),
            Key.optional("max", Type.NUMBER, "a value is (raw / max - shift) / scale; of images the largest value"
                    + " if left"
                    + " out, of tables 1"),
            Key.optional("shift", Type.NUMBER, "0 if left out"),
            Key.optional("scale", Type.NUMBER, "> 0; 1 if left out"));

    private static final int MOST = Integer.MAX_VALUE / 2;

    private final Fields fields;

    private DataReader(Fields fields) {
        this.fields = fields;
    }

    /**
     * The data set; empty after problems were reported.
     *
     * @param numbers whether a label is a number to be met by a single output
     */
    static Optional<DataSet> read(Fields fields, boolean numbers) {
        DataReader reader = new DataReader(fields);
        Optional<String> form = reader.form();
        Selection selection = reader.selection(form.orElse("table").equals("table"));
        if (form.isEmpty() || !fields.sound()) {
            return Optional.empty();
        }
        try {
            Optional<DataSource> source = reader.source(form.get());
            return fields.sound() ? source.map(s -> selection.of(s, numbers)) : Optional.empty();
        } catch (Refusal refusal) {
            report(fields, form.get(), refusal);
            return Optional.empty();
        }
    }

    /** A refusal of a part of what is built, as a problem at a key. */
    static void report(Fields fields, String key, Refusal refusal) {
        int end = refusal.getMessage().lastIndexOf("; ");
        String message = refusal.getMessage();
        fields.problem(key, end < 0 ? message : message.substring(0, end),
                end < 0 ? "change it" : message.substring(end + 2));
    }

    /** Which of the three forms it is, by its key. */
    private Optional<String> form() {
        List<String> given = List.of("set", "images", "table").stream().filter(fields::has).toList();
        if (given.size() != 1) {
            fields.problem(given.isEmpty() ? "set" : given.get(1), given.isEmpty() ? "'data' says no data set"
                    : "'" + given.get(0) + "' and '" + given.get(1) + "' are two data sets",
                    "give one of set: digits, images: FILE with labels: FILE, and table: FILE");
            return Optional.empty();
        }
        String form = given.get(0);
        only(form, "images", "labels", "test-images", "test-labels");
        only(form, "table", "test-table", "label", "outputs");
        return Optional.of(form);
    }

    private void only(String form, String its, String... keys) {
        for (String key : keys) {
            if (!form.equals(its) && fields.has(key)) {
                fields.problem(key, "'" + key + "' belongs to '" + its + ": FILE'", "remove it");
            }
        }
    }

    private Optional<DataSource> source(String form) {
        switch (form) {
            case "set":
                return shipped(fields.text("set"));
            case "images":
                if (fields.has("test-images") != fields.has("test-labels")) {
                    fields.problem(fields.has("test-images") ? "test-images" : "test-labels",
                            "images to test on and their labels go together", "give both");
                }
                return fields.sound() && !fields.text("labels").isEmpty()
                        ? Optional.of(DataSource.images(fields.path("images"), fields.path("labels"),
                                path("test-images"), path("test-labels"))) : Optional.empty();
            default:
                List<String> inputs = fields.texts("inputs");
                eachOnce("inputs", inputs);
                if (fields.has("outputs")) {
                    eachOnce("outputs", fields.texts("outputs"));
                }
                if (!fields.has("label") && !fields.has("outputs")) {
                    fields.problem("label", "the table has no 'label' and no 'outputs'", "name a column of labels");
                }
                return fields.sound() ? Optional.of(DataSource.table(fields.path("table"), path("test-table"),
                        inputs, fields.has("label") ? Optional.of(fields.text("label")) : Optional.empty(),
                        fields.has("outputs") ? fields.texts("outputs") : List.of())) : Optional.empty();
        }
    }

    private Optional<DataSource> shipped(String name) {
        if (!DataSource.SHIPPED.contains(name)) {
            fields.problem("set", "unknown data set '" + name + "'", NearestName.advice(name, DataSource.SHIPPED));
            return Optional.empty();
        }
        return Optional.of(DataSource.shipped(name));
    }

    private Optional<java.nio.file.Path> path(String key) {
        return fields.has(key) ? Optional.of(fields.path(key)) : Optional.empty();
    }

    private Selection selection(boolean table) {
        double noise = fields.number("label-noise", 0.0);
        if (noise < 0.0 || noise > 1.0) {
            fields.problem("label-noise", "'label-noise' = " + noise, "give a probability from 0 to 1");
        }
        long seed = fields.seed("seed");
        Labels labels = new Labels(fields.flag("parity"), noise, fields.flag("random-labels"), seed);
        return new Selection(count("per-class"), count("test-per-class"), wholes("classes", 0),
                table ? List.of() : wholes("inputs", 1), labels,
                fields.has("max") ? OptionalDouble.of(fields.positive("max")) : OptionalDouble.empty(),
                fields.number("shift", 0.0), fields.has("scale") ? fields.positive("scale") : 1.0);
    }

    private OptionalInt count(String key) {
        return fields.has(key) ? whole(key, fields.number(key), 1) : OptionalInt.empty();
    }

    private List<Integer> wholes(String key, int least) {
        List<Integer> wholes = new ArrayList<>();
        if (fields.has(key)) {
            fields.numbers(key).forEach(number -> whole(key, number, least).ifPresent(wholes::add));
            eachOnce(key, wholes);
        }
        return wholes;
    }

    private void eachOnce(String key, List<?> named) {
        if (named.stream().distinct().count() < named.size()) {
            fields.problem(key, "'" + key + "' names one twice", "give each once");
        }
    }

    private OptionalInt whole(String key, double value, int least) {
        if (Double.isNaN(value)) {
            return OptionalInt.empty();
        }
        if (value != Math.rint(value) || value < least || value > MOST) {
            fields.problem(key, "'" + key + "' = " + value, "give whole numbers of at least " + least);
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) value);
    }
}
