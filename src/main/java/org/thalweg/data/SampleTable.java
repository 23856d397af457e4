package org.thalweg.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.thalweg.refusal.Refusal;

/**
 * Samples in a CSV table with a header, one a row.
 *
 * @param inputs names of columns, at least one
 * @param label name of the column of labels; empty where there is none
 * @param outputs names of the columns of targets; empty where there are none
 */
record SampleTable(List<String> inputs, Optional<String> label, List<String> outputs) {
    /** Reads the rows of a table. */
    RawSamples of(DataFile file) {
        List<double[]> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>(inputs);
        columns.addAll(outputs);
        label.ifPresent(columns::add);
        try (CSVParser parser = NumberTable.open(file)) {
            for (String column : columns) {
                NumberTable.require(file, parser, column);
            }
            for (CSVRecord row : parser) {
                double[] numbers = new double[columns.size()];
                for (int j = 0; j < numbers.length; j++) {
                    numbers[j] = NumberTable.number(file, parser, row, columns.get(j));
                }
                requireLabel(file, parser, numbers[numbers.length - 1]);
                rows.add(numbers);
            }
        } catch (IOException | UncheckedIOException e) {
            throw NumberTable.noTable(file, e);
        }
        if (rows.isEmpty()) {
            throw new Refusal(file + " has no rows; give at least one sample");
        }
        int width = inputs.size();
        int[] labels = label.isEmpty() ? null
                : rows.stream().mapToInt(row -> (int) row[width + outputs.size()]).toArray();
        double[][] targets = outputs.isEmpty() ? null : rows.stream()
                .map(row -> Arrays.copyOfRange(row, width, width + outputs.size())).toArray(double[][]::new);
        return new RawSamples(file.name(), rows.size(), width, (n, j) -> rows.get(n)[j], labels, targets, 1.0);
    }

    private void requireLabel(DataFile file, CSVParser parser, double value) {
        if (label.isPresent() && RawSamples.label(value).isEmpty()) {
            throw new Refusal(file + ":" + parser.getCurrentLineNumber() + ": the label " + label.get() + " = " + value
                    + "; labels are whole numbers from 0 to " + (RawSamples.MOST_CLASSES - 1));
        }
    }
}
