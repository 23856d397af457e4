package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that is killed, and gone on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumeIT {
    @TempDir
    private static Path folder;

    private RunFolder whole;

    private static String[] sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", "models/degenerate-valley.yaml", "--learning-rate",
                "0.1,0.2", "--batch-variance", "2,4", "--particles", "128", "--threads", "1", "--figures", "none"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @BeforeAll
    void sweepWithoutInterruption() {
        whole = new RunFolder(folder.resolve("whole"));
        whole.after(sweep("--resume"));
    }

    /** Begins the sweep and waits until a cell is in the journal. */
    private static Process begun(RunFolder run) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", LauncherRun.LAUNCHER.toString()));
        command.addAll(List.of(sweep("--out", run.path().toString())));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile()).start();
        Path journal = run.path().resolve("journal.jsonl");
        while (process.isAlive() && (!Files.exists(journal) || Files.readAllLines(journal).size() < 2)) {
            Thread.sleep(20);
        }
        return process;
    }

    private static void awaitEnd(Process process) throws InterruptedException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    }

    private void assertGoesOn(RunFolder run, LauncherRun resumed) {
        assertTrue(resumed.err().contains("were finished before"), resumed.err());
        assertArrayEquals(whole.bytes("sweep.csv"), run.bytes("sweep.csv"));
        assertArrayEquals(whole.bytes("journal.jsonl"), run.bytes("journal.jsonl"));
        assertEquals(whole.files(), run.files());
    }

    /** No time to say anything, and a lock that nobody gave back. */
    @Test
    void aKilledSweepIsGoneOnWith() throws IOException, InterruptedException {
        RunFolder run = new RunFolder(folder.resolve("killed"));
        Process process = begun(run);
        process.destroyForcibly();
        awaitEnd(process);
        assertGoesOn(run, run.after(sweep("--resume")));
    }

    @Test
    void anInterruptedSweepSaysHowToGoOn() throws IOException, InterruptedException {
        RunFolder run = new RunFolder(folder.resolve("interrupted"));
        Process process = begun(run);
        InterruptionTest.interrupt(process.toHandle());
        awaitEnd(process);
        assertEquals(130, process.exitValue());
        String err = Files.readString(folder.resolve("err"));
        assertTrue(err.contains("--resume --out " + run.path()), err);
        assertGoesOn(run, run.after(sweep("--resume")));
    }

    @Test
    void aFinishedSweepStaysAsItIs() {
        Map<String, Integer> before = whole.contents();
        LauncherRun again = whole.after(sweep("--resume"));
        assertTrue(again.err().contains("nothing is changed"), again.err());
        assertTrue(again.out().contains("4 cells"), again.out());
        assertEquals(before, whole.contents());
    }

    @Test
    void anotherRequestIsRefused() {
        Map<String, Integer> before = whole.contents();
        for (String[] other : List.of(sweep("--resume", "--seed", "1"), sweep("--resume", "--time-limit", "50"),
                sweep("--resume", "--set", "domain.y.to=9"), sweep())) {
            LauncherRun refused = whole.run(other);
            assertEquals(2, refused.exitCode(), refused.err());
            assertEquals(1, refused.err().lines().count(), refused.err());
        }
        assertEquals(before, whole.contents());
        LauncherRun nowhere = LauncherRun.of(sweep("--resume"));
        assertEquals(2, nowhere.exitCode());
        assertTrue(nowhere.err().contains("--out"), nowhere.err());
    }
}
