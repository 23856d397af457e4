package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thalweg sweep --freezing} of a small network: its rows, threads, and a sweep that is gone on with. */
class FreezingSweepIT {
    private static final String MODEL = """
            name: three
            loss: {kind: network, data: {set: digits, classes: [1, 7, 8], inputs: [21, 22, 29, 30, 36, 37, 43, 44],
              per-class: 12, test-per-class: 40}, layers: [8, 6, 3]}
            noise: {kind: samples, batch: 6, sampling: replacement}
            sgd: {learning-rate: 0.5}
            start: {kind: he-normal, seed: 3}
            train: {time: 150}
            """;
    private static final List<String> TABLES = List.of("sweep.csv", "verdicts.csv", "journal.jsonl");

    @TempDir
    private Path folder;

    private InProcess.Outcome sweep(String name, String... more) throws IOException {
        Path model = folder.resolve("three.yaml");
        Files.writeString(model, MODEL);
        List<String> words = new ArrayList<>(List.of("sweep", model.toString(), "--learning-rate", "0.25,0.5,2,40",
                "--batch-size", "3,6", "--particles", "2", "--probe", "flatness_top10",
                "--figures", "none", "--quiet", "--out", folder.resolve(name).toString(), "--freezing"));
        words.addAll(List.of(more));
        return InProcess.run(words);
    }

    @Test
    void rowsVerdictsThreadsAndResumption() throws IOException {
        InProcess.Outcome outcome = sweep("two", "4", "--threads", "2");
        assertEquals(0, outcome.exitCode(), outcome.err());
        RunFolder two = new RunFolder(folder.resolve("two"));
        List<CSVRecord> rows = two.rows("sweep.csv");
        for (String quantity : List.of("freezing_time", "converged_fraction", "flatness_top10")) {
            assertTrue(rows.stream().anyMatch(r -> r.get("quantity").equals(quantity)), quantity);
        }
        assertEquals(3, two.rows("verdicts.csv").size());
        assertTrue(outcome.out().contains("fastest: eta ="), outcome.out());
        assertTrue(outcome.out().contains("N11 flatness rises with eta / B"), outcome.out());
        assertEquals(0, sweep("one", "4", "--threads", "1").exitCode());
        RunFolder one = new RunFolder(folder.resolve("one"));
        TABLES.forEach(table -> assertArrayEquals(two.bytes(table), one.bytes(table), table));
        // As if it had been stopped after three cells.
        Path journal = folder.resolve("one").resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, String.join("\n", lines.subList(0, 4)) + "\n");
        InProcess.Outcome resumed = sweep("one", "4", "--threads", "2", "--resume");
        assertEquals(0, resumed.exitCode(), resumed.err());
        TABLES.forEach(table -> assertArrayEquals(two.bytes(table), one.bytes(table), table));
    }

    @Test
    void twoCheckpointsAreRefused() throws IOException {
        InProcess.Outcome outcome = sweep("few", "2");
        assertEquals(2, outcome.exitCode());
    }
}
