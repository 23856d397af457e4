package org.thalweg.referee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.thalweg.cli.InProcess;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/** The rows of the witness theory in a sweep of one cell. */
final class TheoryRows {
    private TheoryRows() {}

    static Map<Quantity, Measurement> of(RandomValley valley, Path scratch) {
        try {
            Path folder = Files.createTempDirectory(scratch, "theory");
            Path model = Files.writeString(folder.resolve("valley.yaml"), valley.text());
            InProcess.Outcome outcome = InProcess.run(List.of("sweep", model.toString(), "--witnesses", "theory",
                    "--threads", "1", "--figures", "none", "--quiet", "--out", folder.resolve("run").toString()));
            if (outcome.exitCode() != 0) {
                throw new IllegalStateException(outcome.err());
            }
            Map<Quantity, Measurement> rows = new LinkedHashMap<>();
            for (CSVRecord row : new Bench.Result("", folder.resolve("run")).rows("sweep.csv")) {
                Number number = Number.of(row);
                rows.put(Quantity.of(row.get("quantity")), Measurement.computed(number.value(), number.error()));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
