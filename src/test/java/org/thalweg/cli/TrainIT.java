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
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code thalweg train}: the files, threads, a run that is killed and gone on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainIT {
    private static final List<String> RESULTS =
            List.of("training.csv", "checkpoints.csv", "checkpoints.npy", "summary.csv", "journal.jsonl");

    @TempDir
    private static Path folder;

    private RunFolder whole;

    private static String[] train(String threads, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "rescaled-network", "--repeats", "6", "--time", "100",
                "--checkpoints", "6", "--figures", "none", "--threads", threads));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    @BeforeAll
    void trainWithoutInterruption() {
        whole = new RunFolder(folder.resolve("whole"));
        whole.after(train("2", "--resume"));
    }

    private void assertSameAsWhole(RunFolder run) {
        RESULTS.forEach(file -> assertArrayEquals(whole.bytes(file), run.bytes(file), file));
        assertEquals(whole.files(), run.files());
    }

    @Test
    void theFilesAreAsDocumented() {
        assertEquals("repeat,step,time,train_loss,train_error,test_loss,test_error,gradient_norm",
                whole.header("training.csv"));
        assertEquals("repeat,checkpoint,step,time", whole.header("checkpoints.csv"));
        List<CSVRecord> rows = whole.rows("training.csv");
        assertEquals(6 * 6, rows.size());
        assertEquals("200", rows.get(1).get("step"));
        assertEquals("20.0", rows.get(1).get("time"));
        String header = new String(whole.bytes("checkpoints.npy"), 10, 80, java.nio.charset.StandardCharsets.US_ASCII);
        assertTrue(header.contains("'<f8'") && header.contains("(6, 6, 24)"), header);
        assertTrue(whole.text("run.json").contains("\"sha256\": "
                + "\"94ab84f64d40dbcbef496f1c3e704f7295cb412ddf5d639a632f931af08d6cb0\""), whole.text("run.json"));
    }

    @Test
    void oneThreadGivesTheSameBytes() {
        RunFolder one = new RunFolder(folder.resolve("one"));
        one.after(train("1"));
        assertSameAsWhole(one);
    }

    /** No time to say anything: after the first repeat is in the journal. */
    @Test
    void aKilledRunIsGoneOnWith() throws IOException, InterruptedException {
        RunFolder run = new RunFolder(folder.resolve("killed"));
        List<String> command = new ArrayList<>(List.of(LauncherRun.LAUNCHER.toString()));
        command.addAll(List.of(train("1", "--out", run.path().toString())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile());
        // The back-end of those that it is compared with: a journal names it.
        builder.environment().put("JAVA_OPTS", "--add-modules=jdk.incubator.vector");
        Process process = builder.start();
        Path journal = run.path().resolve("journal.jsonl");
        while (process.isAlive() && (!Files.exists(journal) || Files.readAllLines(journal).size() < 2)) {
            Thread.sleep(5);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        LauncherRun resumed = run.after(train("2", "--resume"));
        assertTrue(resumed.err().contains("were finished before"), resumed.err());
        assertSameAsWhole(run);
    }

    @Test
    void aFinishedRunStaysAsItIs() {
        Map<String, Integer> before = whole.contents();
        assertTrue(whole.after(train("1", "--resume")).err().contains("nothing is changed"));
        assertEquals(2, whole.run(train("1", "--resume", "--seed", "1")).exitCode());
        assertEquals(2, whole.run(train("1")).exitCode());
        assertEquals(before, whole.contents());
    }

    /** Until no training sample is wrong, and ten epochs more; of 200 others less than 10 % are wrong. */
    @Test
    void digitsAreLearned() {
        RunFolder digits = new RunFolder(folder.resolve("digits"));
        LauncherRun run = digits.after("train", "digits-network", "--checkpoints", "3", "--threads", "1");
        assertTrue(run.err().contains("1 of 1 repeat came to a train error of"), run.err());
        assertEquals(0.0, digits.summary("train_error"));
        assertTrue(digits.summary("test_error") < 0.1, "test error " + digits.summary("test_error"));
        assertTrue(digits.files().containsAll(List.of("training-loss.png", "training-error.svg", "report.html")),
                digits.files().toString());
    }

    @Test
    void whatCannotBeTrainedIsOneLine() {
        for (String[] refused : new String[][] {
            {"train", "degenerate-valley", "--time", "5"}, {"train", "two-weights"},
            {"train", "digits-network", "--set", "noise.batch=1001"},
            {"train", "digits-network", "--set", "loss.weights=two-bit"},
            {"density", "two-weights", "--set", "loss.weights=one-bit"},
            {"simulate", "two-weights", "--set", "loss.weights=one-bit", "--dynamics", "sde", "--time", "1"},
            {"train", "digits-network", "--repeats", "0"}, {"train", "digits-network", "--checkpoints", "1"},
            {"train", "digits-network", "--time", "1", "--checkpoints", "12"},
            {"density", "digits-network", "--set", "noise.sampling=replacement"},
            {"simulate", "digits-network", "--time", "1"}}) {
            LauncherRun run = LauncherRun.of(refused);
            assertEquals(2, run.exitCode(), String.join(" ", refused) + "\n" + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }
}
