package org.thalweg.model.file;

import java.util.List;
import java.util.Map;

/**
 * Values from outside, published or measured elsewhere, that a model file brings along: {@code reference: {table:
 * FILE}}. Each belongs to a place, given by some numbers of the model file.
 *
 * @param file as the model file names it
 * @param here what the numbers that name a place are in this model, by their paths; NaN where the file does not say
 * @param rows in the order of the table
 */
public record ReferenceTable(String file, Map<String, Double> here, List<Row> rows) {
    /** Two numbers of a place that differ by less, as a share of the larger, are the same: printed ones are rounded. */
    private static final double SAME = 1e-6;

    /** An immutable copy. */
    public ReferenceTable {
        rows = List.copyOf(rows);
    }

    /**
     * A value.
     *
     * @param line of the table, from 1
     * @param place the numbers of the model it belongs to, by their paths, in the order of the columns
     * @param quantity as in sweep.csv
     * @param standardError NaN where the table has none
     * @param source where it is from; may be empty
     */
    public record Row(int line, Map<String, Double> place, String quantity, double value, double standardError,
            String source) {
        /** True where these numbers are those of the place, up to rounding; NaN is no number of any place. */
        public boolean at(Map<String, Double> numbers) {
            return place.entrySet().stream().allMatch(e -> same(e.getValue(), numbers.get(e.getKey())));
        }

        private static boolean same(double a, double b) {
            return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
        }

        /** The line and the place: "line 3 (sgd.learning-rate 0.01, noise.strength 0.1)". */
        @Override
        public String toString() {
            List<String> numbers = place.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
            return "line " + line + (numbers.isEmpty() ? "" : " (" + String.join(", ", numbers) + ")");
        }
    }
}
