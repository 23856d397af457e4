package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.sweep.JournalDamage;

/** {@code train --resume} of a folder in which something was damaged: the bytes of an undisturbed run, or a refusal. */
class DamagedTrainTest {
    private static final List<String> RESULTS =
            List.of("training.csv", "checkpoints.csv", "checkpoints.npy", "summary.csv", "journal.jsonl");

    @TempDir
    private Path folder;

    private Path run;
    private StringWriter err;
    private final Map<String, byte[]> undisturbed = new HashMap<>();

    private int resume() {
        err = new StringWriter();
        List<String> train = new ArrayList<>(List.of("train", "rescaled-network", "--repeats", "3", "--time", "2",
                "--checkpoints", "3", "--threads", "1", "--figures", "none", "--resume", "--out", run.toString()));
        return Main.run(train.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(err));
    }

    @BeforeEach
    void train() throws IOException {
        run = folder.resolve("run");
        assertEquals(ExitCode.OK, resume(), err.toString());
        for (String name : RESULTS) {
            undisturbed.put(name, Files.readAllBytes(run.resolve(name)));
        }
    }

    private void assertUndisturbed(String message) throws IOException {
        for (String name : RESULTS.subList(0, 4)) {
            assertArrayEquals(undisturbed.get(name), Files.readAllBytes(run.resolve(name)), name + ", " + message);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedJournalChangesNoNumber(JournalDamage damage) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            Files.write(run.resolve("journal.jsonl"),
                    damage.of(undisturbed.get("journal.jsonl"), new SplittableRandom(seed)));
            int exitCode = resume();
            // Refused only where the journal holds nothing any more that belongs to this run.
            boolean lost = err.toString().contains("has lost what the training was asked for");
            assertEquals(lost ? ExitCode.BAD_INPUT : ExitCode.OK, exitCode, err.toString());
            assertUndisturbed(damage + ", seed " + seed);
        }
    }

    @Test
    void theLineIsNamedAndItsRepeatTrainedAgain() throws IOException {
        byte[] bytes = undisturbed.get("journal.jsonl").clone();
        bytes[bytes.length / 2] ^= 4;
        Files.write(run.resolve("journal.jsonl"), bytes);
        assertEquals(ExitCode.OK, resume());
        assertTrue(err.toString().contains("journal.jsonl is damaged: line 3 does not match its checksum; it is kept in"
                + " journal-damaged.txt, and what it held is computed again"), err.toString());
        assertUndisturbed(err.toString());
        assertArrayEquals(undisturbed.get("journal.jsonl"), Files.readAllBytes(run.resolve("journal.jsonl")));
    }

    @Test
    void damagedResultsAreKeptAndWrittenAnew() throws IOException {
        for (String name : List.of("training.csv", "checkpoints.npy", "run.json")) {
            byte[] bytes = Files.readAllBytes(run.resolve(name));
            bytes[bytes.length / 2] ^= (byte) 0x80;
            Files.write(run.resolve(name), bytes);
            assertEquals(ExitCode.OK, resume(), err.toString());
            assertTrue(err.toString().contains("kept as " + name + ".changed"), err.toString());
            assertArrayEquals(bytes, Files.readAllBytes(run.resolve(name + ".changed")));
            assertUndisturbed(name);
        }
    }
}
