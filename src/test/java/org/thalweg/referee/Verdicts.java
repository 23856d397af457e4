package org.thalweg.referee;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** {@code sweep} and {@code validate}: every row REFUTED. */
final class Verdicts implements Examination {
    private static final String REFUTED = "REFUTED";

    @Override
    public void of(Bench bench) {
        sweep(bench);
        validate(bench);
    }

    static void sweep(Bench bench) {
        bench.run(List.of("sweep"), List.of()).ifPresent(result -> {
            List<CSVRecord> rows = result.rows("sweep.csv");
            // Cells that fail alike make one line.
            Map<String, List<CSVRecord>> refuted = rows.stream().filter(row -> row.get("verdict").equals(REFUTED))
                    .collect(Collectors.groupingBy(row -> row.get("witness") + " " + row.get("quantity")));
            refuted.forEach((what, cells) -> bench.find(Finding.Kind.REFUTED, "sweep", what + " in " + cells.size()
                    + " of the cells, first at " + cell(cells.get(0)) + " " + Number.of(cells.get(0)) + ", density "
                    + density(rows, cells.get(0))));
        });
    }

    private static void validate(Bench bench) {
        bench.run(List.of("validate"), bench.size().validate()).ifPresent(result -> {
            for (CSVRecord row : result.rows("verdicts.csv")) {
                if (row.get("verdict").equals(REFUTED)) {
                    bench.find(Finding.Kind.REFUTED, "validate", row.get("claim").replaceFirst(":.*", "")
                            + ": predicted " + row.get("predicted") + ", measured " + row.get("measured") + " +- "
                            + row.get("standard_error") + ", budget " + row.get("budget"));
                }
            }
        });
    }

    private static String cell(CSVRecord row) {
        return "eta " + row.get("learning_rate") + ", sigma2 " + row.get("batch_variance") + ":";
    }

    /** What the density says in the same cell. */
    private static String density(List<CSVRecord> rows, CSVRecord of) {
        Map<Boolean, List<CSVRecord>> same = rows.stream().collect(Collectors.partitioningBy(row ->
                row.get("witness").equals("density") && row.get("quantity").equals(of.get("quantity"))
                        && row.get("learning_rate").equals(of.get("learning_rate"))
                        && row.get("batch_variance").equals(of.get("batch_variance"))));
        return same.get(true).stream().findFirst().map(row -> Number.of(row).toString()).orElse("says nothing");
    }
}
