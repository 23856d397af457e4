package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.cli.screen.ExitCode;
import org.thalweg.sweep.JournalDamage;

/** {@code sweep --resume} of a folder in which something was damaged: the bytes of an undisturbed run, or a refusal. */
class DamagedSweepTest {
    @TempDir
    private Path folder;

    private Path run;
    private StringWriter err;
    private byte[] undisturbed;
    private byte[] journal;

    private int resume(String... more) {
        err = new StringWriter();
        String[] sweep = {"sweep", "degenerate-valley", "--learning-rate", "0.1,0.2", "--batch-variance", "2,4",
            "--particles", "8", "--witnesses", "sgd,theory", "--figures", "none", "--resume", "--out", run.toString()};
        String[] all = java.util.stream.Stream.of(sweep, more).flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return Main.run(all, new PrintWriter(new StringWriter()), new PrintWriter(err));
    }

    @BeforeEach
    void sweep() throws IOException {
        run = folder.resolve("run");
        assertEquals(ExitCode.OK, resume(), err.toString());
        undisturbed = Files.readAllBytes(run.resolve("sweep.csv"));
        journal = Files.readAllBytes(run.resolve("journal.jsonl"));
    }

    private void assertUndisturbed(String message) throws IOException {
        assertArrayEquals(undisturbed, Files.readAllBytes(run.resolve("sweep.csv")), message);
        assertArrayEquals(journal, Files.readAllBytes(run.resolve("journal.jsonl")), message);
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedJournalChangesNoNumber(JournalDamage damage) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            Files.write(run.resolve("journal.jsonl"), damage.of(journal, new SplittableRandom(seed)));
            assertEquals(ExitCode.OK, resume(), err.toString());
            // Lines that were only exchanged or repeated are all believed, and stay as they are.
            assertArrayEquals(undisturbed, Files.readAllBytes(run.resolve("sweep.csv")), damage + ", seed " + seed);
        }
    }

    @Test
    void theLineIsNamedAndItsCellComputedAgain() throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("journal.jsonl"));
        String wrong = lines.get(2).replaceFirst("\"value\":[0-9]", "\"value\":7");
        Files.writeString(run.resolve("journal.jsonl"),
                Files.readString(run.resolve("journal.jsonl")).replace(lines.get(2), wrong));
        assertEquals(ExitCode.OK, resume());
        assertTrue(err.toString().contains("journal.jsonl is damaged: line 3 does not match its checksum; it is kept in"
                + " journal-damaged.txt, and what it held is computed again"), err.toString());
        assertTrue(err.toString().contains("3 of them were finished before"), err.toString());
        assertEquals(wrong + "\n", Files.readString(run.resolve("journal-damaged.txt")));
        assertUndisturbed(err.toString());
    }

    /** The two files that a finished sweep is read by. */
    @Test
    void aDamagedTableOrRecordIsWrittenAnew() throws IOException {
        for (String name : List.of("sweep.csv", "run.json")) {
            byte[] bytes = Files.readAllBytes(run.resolve(name));
            bytes[bytes.length / 2] ^= (byte) 0x80;
            Files.write(run.resolve(name), bytes);
            assertEquals(ExitCode.OK, resume(), err.toString());
            assertTrue(err.toString().contains(name) && err.toString().contains("kept as " + name + ".changed"),
                    err.toString());
            assertArrayEquals(bytes, Files.readAllBytes(run.resolve(name + ".changed")));
            assertUndisturbed(name);
            assertTrue(Files.readString(run.resolve("run.json")).contains("\"model_sha256\""));
            assertEquals(ExitCode.OK, resume(), err.toString());
            assertTrue(err.toString().contains("nothing is changed"), err.toString());
        }
    }

    /** A record that can still be read, and says what never was. */
    @Test
    void aChangedSeedInTheRecordIsNoticed() throws IOException {
        String record = Files.readString(run.resolve("run.json"));
        String changed = record.replace("\"seed\": 20230607", "\"seed\": 20230608");
        assertFalse(changed.equals(record), record);
        Files.writeString(run.resolve("run.json"), changed);
        assertEquals(ExitCode.OK, resume(), err.toString());
        assertTrue(err.toString().contains("run.json is not as the sweep wrote it; it is kept as run.json.changed"),
                err.toString());
        assertEquals(changed, Files.readString(run.resolve("run.json.changed")));
        assertTrue(Files.readString(run.resolve("run.json")).contains("\"seed\": 20230607"));
        assertUndisturbed("seed");
    }

    /** Without the request nobody can say whose cells these are. */
    @Test
    void anotherRequestThanTheLostOneIsRefused() throws IOException {
        Files.write(run.resolve("journal.jsonl"), new String(journal, java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("request", "reqvest").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(ExitCode.BAD_INPUT, resume("--seed", "7"));
        assertTrue(err.toString().contains("has lost what the sweep was asked for"), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(Files.exists(run.resolve("journal-damaged.txt")));
        assertEquals(ExitCode.OK, resume(), err.toString());
        assertUndisturbed(err.toString());
    }
}
