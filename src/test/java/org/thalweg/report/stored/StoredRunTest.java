package org.thalweg.report.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.report.ExportFile;
import org.thalweg.report.RunDirectoryException;
import org.thalweg.report.SampleRun;

class StoredRunTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatARecordSays() {
        StoredRun run = SampleRun.of(folder.resolve("a"), "sweep", "ring", "--out", "x y").sweep().read();
        assertEquals("a", run.name());
        assertEquals("sweep", run.command());
        assertEquals("ring", run.modelName());
        assertEquals(Optional.of("A ring & <b>more</b>."), run.modelSummary());
        assertEquals("7", run.text("seed"));
        assertEquals(Map.of("particles", "64"), run.settings());
        assertEquals(List.of("run.json", "sweep.csv"), run.files());
        assertTrue(run.finished());
        assertEquals(List.of("0.05", "0.1"), run.table("sweep.csv").orElseThrow().distinct("learning_rate"));
        assertEquals(Optional.empty(), run.table("summary.csv"));
    }

    /** Records of other versions may lack fields, and models need not be models of this version. */
    @Test
    void whatIsMissingIsEmpty() {
        StoredRun run = SampleRun.of(folder)
                .with("run.json", "{\"model\": \"old.yaml\", \"model_text\": \"a: [\"}").read();
        assertEquals("run", run.command());
        assertEquals("old.yaml", run.modelName());
        assertEquals("", run.text("jdk"));
        assertEquals(Map.of(), run.settings());
        assertTrue(run.finished());
    }

    /** The limits of a model file hold for that in a record too; JSON has its own. */
    @Test
    void nothingIsBuiltBeyondTheLimits() throws IOException {
        for (String model : List.of("name: &a [*a]", "name: " + "[".repeat(100_000),
                "name: [" + "1, ".repeat(100_000) + "1]")) {
            StoredRun run = SampleRun.of(folder).with("run.json",
                    "{\"model\": \"old.yaml\", \"model_text\": \"" + model + "\"}").read();
            assertEquals("old.yaml", run.modelName());
        }
        SampleRun.of(folder).with("run.json", "{\"settings\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        refuses(folder, "run.json cannot be read");
        try (var file = java.nio.channels.FileChannel.open(folder.resolve("run.json"),
                java.nio.file.StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[] {'}'}), 1L << 32);
        }
        refuses(folder, "larger than 64 megabytes");
    }

    @Test
    void anInterruptedRunIsNotFinished() {
        assertFalse(SampleRun.of(folder).record(List.of("sweep"), "", List.of("unfinished")).read().finished());
    }

    @Test
    void foldersThatAreNoRunsAreRefusedInOneLine() throws IOException {
        refuses(folder.resolve("gone"), "no folder");
        refuses(folder, "holds no run.json");
        SampleRun.of(folder.resolve("one"), "sweep");
        refuses(folder, "such as " + folder.resolve("one"));
        refuses(folder.resolve("one/run.json"), "is a file");
        Files.writeString(folder.resolve("one/run.json"), "{\"command\": [\n\"swe");
        refuses(folder.resolve("one"), "run.json cannot be read");
        Files.writeString(folder.resolve("one/run.json"), "[]");
        refuses(folder.resolve("one"), "run.json cannot be read");
    }

    @Test
    void aTableThatWasCutOffIsRefused() {
        SampleRun run = SampleRun.of(folder, "sweep").with("sweep.csv", "a,b", "1,2", "3");
        Exception e = assertThrows(RunDirectoryException.class, () -> run.read().table("sweep.csv"));
        assertEquals(folder.resolve("sweep.csv") + ": row 3 has 1 fields, the header 2; run the command again",
                e.getMessage());
    }

    /** The folder of the results is another one the next time, and the default seed may change. */
    @Test
    void theCommandThatRepeatsIt() {
        StoredRun run = SampleRun.of(folder, "simulate", "my model.yaml", "--set", "start.x=uniform(2, 3)",
                "--out=here", "--quiet", "--out", "there").read();
        assertEquals("simulate 'my model.yaml' --set 'start.x=uniform(2, 3)' --seed 7", ShellCommand.again(run));
        assertEquals("'it'\\''s'", ShellCommand.of(List.of("it's")));
        assertEquals("sweep ring --seed=3",
                ShellCommand.again(SampleRun.of(folder, "sweep", "ring", "--seed=3").read()));
    }

    @Test
    void anExportReplacesNothingUnlessTold() throws IOException {
        Path file = folder.resolve("new/page.html");
        new ExportFile(file, false).write("one");
        Exception e = assertThrows(RunDirectoryException.class, () -> new ExportFile(file, false).write("two"));
        assertTrue(e.getMessage().contains("--force"), e.getMessage());
        assertEquals("one", Files.readString(file));
        new ExportFile(file, false).write("one");
        new ExportFile(file, false).write("of its own", before -> before.equals("one"));
        assertEquals("of its own", Files.readString(file));
        new ExportFile(file, true).write("two");
        assertEquals("two", Files.readString(file));
        assertThrows(RunDirectoryException.class, () -> new ExportFile(folder, true).write("three"));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private static void refuses(Path path, String why) {
        RunDirectoryException e = assertThrows(RunDirectoryException.class, () -> StoredRun.read(path));
        assertTrue(e.getMessage().contains(why), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }
}
