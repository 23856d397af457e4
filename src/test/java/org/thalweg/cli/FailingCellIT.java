package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thalweg sweep} where one cell fails while the others go on ({@link FailingEngine}). */
class FailingCellIT {
    private static final List<String> SWEEP = List.of("sweep", "asymmetric-valley", "--vary", "c=1,3,10", "--particles",
            "16", "--iterations", "100", "--witnesses", "sgd", "--figures", "none", "--quiet");

    @TempDir
    private static Path folder;

    private static LauncherRun sweep(RunFolder run, String... more) {
        return run.run(Stream.concat(SWEEP.stream(), List.of(more).stream()).toArray(String[]::new));
    }

    /**
     * The failure is named on the screen and in the journal, the command ends with exit code 3 and keeps the rows of the
     * others; {@code --resume} fails as before on the same engine, and elsewhere runs that cell alone: the files are
     * those of a sweep in which nothing failed.
     */
    @Test
    void isNamedTheOthersAreKeptAndItIsTriedAgain() {
        RunFolder run = new RunFolder(folder.resolve("failing"));
        LauncherRun failed = sweep(run, "--engine", "failing", "--master", "1");
        assertEquals(3, failed.exitCode(), failed.err());
        assertTrue(failed.err().contains("thalweg: 1 of 3 cells failed: cell 1 on this machine:"
                + " java.lang.ArithmeticException: a fault of the machine (at "), failed.err());
        assertTrue(failed.err().contains("--resume tries these again"), failed.err());
        assertEquals(List.of("1.0", "10.0"), varied(run));
        assertTrue(run.text("journal.jsonl").contains("\"failed\":{\"cell\":1,"), run.text("journal.jsonl"));
        assertFalse(run.files().contains("report.html"), "a page of a sweep that is not through");

        assertEquals(3, sweep(run, "--engine", "failing", "--master", "1", "--resume").exitCode());
        assertEquals(List.of("1.0", "10.0"), varied(run));

        LauncherRun resumed = sweep(run, "--resume");
        assertEquals(0, resumed.exitCode(), resumed.err());
        RunFolder whole = new RunFolder(folder.resolve("whole"));
        assertEquals(0, sweep(whole).exitCode());
        for (String file : List.of("sweep.csv", "journal.jsonl")) {
            assertArrayEquals(whole.bytes(file), run.bytes(file), file);
        }
    }

    private static List<String> varied(RunFolder run) {
        return run.rows("sweep.csv").stream().map(row -> row.get("c")).distinct().toList();
    }
}
