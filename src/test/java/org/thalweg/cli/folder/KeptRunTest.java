package org.thalweg.cli.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.storage.PieceJournal;

/** A run that was finished is finished as long as its record is what it wrote, whatever its pieces are. */
class KeptRunTest {
    private static final Map<String, Object> REQUEST = Map.of("walks", 8);

    @TempDir
    private Path folder;

    private KeptRun<PieceJournal> kept() {
        return KeptRun.of(folder.resolve("run"), true, List.of("table.csv"),
                path -> new PieceJournal(path, REQUEST, "comparison"));
    }

    /** A record that is cut short is kept beside, and all is written anew from the pieces. */
    @Test
    void aBrokenRecordIsKeptAndTheRunIsNotFinished() throws IOException {
        try (KeptRun<PieceJournal> run = kept()) {
            run.journal().get("piece", Double.class, () -> 0.1);
            Files.writeString(run.directory().file("table.csv"), "a\n0.1\n");
            Files.writeString(run.directory().file("run.json"), "{\"command\": [\"comp");
            run.finish();
        }
        try (KeptRun<PieceJournal> run = kept()) {
            assertFalse(run.journal().finished());
            assertEquals(1, run.journal().size());
            String remarks = String.join("\n", run.journal().remarks());
            assertTrue(remarks.contains("run.json is not as the comparison wrote it; it is kept as run.json.changed"),
                    remarks);
            assertFalse(Files.exists(run.directory().file("table.csv")), "of the run whose record is broken");
        }
    }
}
