package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.data.Checkpoints;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.Probe;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.stored.StoredNames;

/** {@code docs/files.md} against the tables. */
class FilesPageTest {
    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry("summary.csv", RunTables.SUMMARY.names()),
            Map.entry("marginal.csv", RunTables.MARGINAL.names()),
            Map.entry("density.csv", RunTables.DENSITY.names()),
            Map.entry("trajectories.csv", RunTables.trajectories(2).names()),
            Map.entry("sweep.csv", ComparisonTables.SWEEP.names()),
            Map.entry("differences.csv", ComparisonTables.DIFFERENCES.names()),
            Map.entry("verdicts.csv", ComparisonTables.VERDICTS.names()),
            Map.entry("effective-loss.csv", ComparisonTables.EFFECTIVE_LOSS.names()),
            Map.entry("ladder.csv", ComparisonTables.LADDER.names()),
            Map.entry("optimisers.csv", ComparisonTables.OPTIMISERS.names()),
            Map.entry("training.csv", NetworkTables.TRAINING.names()),
            Map.entry("checkpoints.csv", Checkpoints.COLUMNS),
            Map.entry("probes.csv", NetworkTables.PROBES.names()),
            Map.entry("pairs.csv", NetworkTables.PAIRS.names()),
            Map.entry("comparison.csv", ValleyTables.COMPARISON.names().stream()
                    .filter(name -> !name.endsWith("_error")).toList()));

    @Test
    void itNamesEveryColumnOfEveryTable() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs", "files.md"));
        TABLES.forEach((file, columns) -> {
            List<String> rows = lines.stream().filter(line -> line.startsWith("| `" + file + "` |")).toList();
            assertEquals(1, rows.size(), file);
            columns.forEach(column -> assertTrue(rows.get(0).contains("`" + column + "`"), file + ": " + column));
            assertTrue(!StoredNames.ofFile(file).isEmpty(), file);
        });
    }

    @Test
    void itNamesEveryQuantity() throws IOException, IllegalAccessException {
        List<String> rows = Files.readAllLines(Path.of("docs", "files.md")).stream()
                .dropWhile(line -> !line.startsWith("| quantity |")).takeWhile(line -> line.startsWith("|")).toList();
        for (Field field : Quantity.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                String named = "`" + field.get(null) + "`";
                assertTrue(rows.stream().anyMatch(row -> row.split("\\|")[1].contains(named)), field.getName());
            }
        }
    }

    @Test
    void itNamesEveryQuantityOfEveryProbe() throws IOException {
        String page = Files.readString(Path.of("docs", "files.md"));
        for (Probe probe : Probes.ALL) {
            probe.quantities().forEach(q -> assertTrue(page.contains("`" + q + "`"), probe.key() + ": " + q));
        }
    }
}
