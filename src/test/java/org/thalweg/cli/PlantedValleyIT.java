package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a network whose valley is known to that valley as a model, and back (docs/theory/planted-valley.md), by the
 * commands. Seeds are the commands' own; the claims of {@code compare} are one family, which is wrongly refuted with
 * probability 1e-2.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedValleyIT {
    @TempDir
    private static Path folder;

    private RunFolder valley;

    private static String[] words(String line, Path out) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--out", out.toString(), "--figures", "none", "--quiet"));
        return words.toArray(String[]::new);
    }

    private static RunFolder run(String line, String name) {
        RunFolder run = new RunFolder(folder.resolve(name));
        List<String> words = new ArrayList<>(List.of(words(line, folder.resolve(name))));
        InProcess.Outcome outcome = InProcess.run(words);
        assertEquals(0, outcome.exitCode(), line + ": " + outcome.err());
        return run;
    }

    @BeforeAll
    void measure() {
        run("train linear-network --repeats 6 --time 160 --checkpoints 161 --threads 2", "run");
        valley = run("valley " + folder.resolve("run") + " --from 10 --points 12 --threads 2", "valley");
    }

    @Test
    void oneThreadGivesTheSameBytesAndNothingIsOverwritten() throws IOException {
        RunFolder one = run("valley " + folder.resolve("run") + " --from 10 --points 12 --threads 1", "one");
        for (String file : List.of("profile.csv", "valley.yaml", "floor.npy", "starts.npy")) {
            assertArrayEquals(valley.bytes(file), one.bytes(file), file);
        }
        byte[] before = Files.readAllBytes(folder.resolve("valley").resolve("profile.csv"));
        InProcess.Outcome again = InProcess.run(
                List.of(words("valley " + folder.resolve("run") + " --from 10", folder.resolve("valley"))));
        assertEquals(2, again.exitCode(), again.err());
        assertArrayEquals(before, valley.bytes("profile.csv"));
    }

    /** The network's SGD does what the valley predicts: distance, time, flatness, exponents, signs. */
    @Test
    void theNetworkDoesWhatItsValleyPredicts() throws IOException {
        RunFolder compared = run("compare " + folder.resolve("valley")
                + " --walks 8 --particles 256 --threads 2", "compared");
        List<CSVRecord> verdicts = compared.rows("verdicts.csv");
        assertEquals(13, verdicts.size());
        for (CSVRecord row : verdicts) {
            String expected = row.get("claim").startsWith("R7") ? "NOT_APPLICABLE" : "CONSISTENT";
            assertEquals(expected, row.get("verdict"), row.get("claim") + ": " + row.get("predicted") + ", "
                    + row.get("measured") + ", " + row.get("budget"));
        }
        assertEquals(5, compared.rows("comparison.csv").size());
        goesOn(compared);
        assertTrue(verdicts.get(0).get("budget").toLowerCase(Locale.ROOT).contains("reduction: one slow direction"));
    }

    /** Interrupted after two of five trials, on one thread: the same bytes; and nothing of a finished one changes. */
    private static void goesOn(RunFolder compared) throws IOException {
        String line = "compare " + folder.resolve("valley") + " --walks 8 --particles 256 --threads 1 --resume";
        Path cut = Files.createDirectory(folder.resolve("cut"));
        List<String> journal = compared.text("journal.jsonl").lines().toList();
        assertEquals(7, journal.size());
        String torn = String.join("\n", journal.subList(0, 3)) + "\n" + journal.get(3).substring(0, 50);
        Files.writeString(cut.resolve("journal.jsonl"), torn);
        run(line, "cut");
        RunFolder resumed = new RunFolder(cut);
        for (String file : List.of("comparison.csv", "verdicts.csv", "journal.jsonl")) {
            assertArrayEquals(compared.bytes(file), resumed.bytes(file), file);
        }
        run(line, "cut");
        assertArrayEquals(compared.bytes("comparison.csv"), resumed.bytes("comparison.csv"));
    }

    /** The model file goes where any valley goes. */
    @Test
    void theModelIsTakenAsItIs() {
        String model = folder.resolve("valley").resolve("valley.yaml").toString();
        assertEquals(0, InProcess.run(List.of("describe", model)).exitCode());
        run("simulate " + model + " --time 20 --particles 32", "simulated");
        run("density " + model + " --grid 32,32 --at 5", "density");
        RunFolder swept = run("sweep " + model + " --learning-rate 0.02,0.04 --particles 32 --witnesses sgd,theory",
                "swept");
        assertEquals(2, swept.rows("sweep.csv").stream()
                .filter(r -> r.get("quantity").equals("converged_fraction")).count());
    }
}
