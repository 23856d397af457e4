package org.thalweg.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.refusal.Refusal;

/** Pieces of an interrupted run are remembered to the last bit, and only those that are as they were written. */
class PieceJournalTest {
    private static final Map<String, Object> REQUEST = Map.of("walks", 8);

    @TempDir
    private Path folder;

    record Inner(double value, long count) {}

    record Piece(double[] values, Inner inner) {}

    private static Piece piece(double value) {
        return new Piece(new double[] {value, Double.NaN, Double.NEGATIVE_INFINITY, 0.1 + value, Double.MIN_VALUE},
                new Inner(1.0 / 3.0, Long.MAX_VALUE));
    }

    private static Piece never() {
        throw new AssertionError("computed again");
    }

    private PieceJournal reopened() {
        return SealedJournal.reopen(new PieceJournal(folder, REQUEST, "test"));
    }

    private void keepTwo() {
        try (PieceJournal journal = SealedJournal.begin(new PieceJournal(folder, REQUEST, "test"))) {
            journal.get("b", Piece.class, () -> piece(2.0));
            journal.get("a", Piece.class, () -> piece(1.0));
        }
    }

    @Test
    void piecesAreRememberedToTheLastBit() {
        keepTwo();
        try (PieceJournal journal = reopened()) {
            Piece found = journal.get("a", Piece.class, PieceJournalTest::never);
            assertArrayEquals(piece(1.0).values(), found.values());
            assertEquals(piece(1.0).inner(), found.inner());
            assertEquals(List.of(), journal.remarks());
            assertFalse(journal.finished());
        }
    }

    /** Every byte of the lines, one after the other, with another bit: what is damaged is computed again. */
    @Test
    void oneBitIsSeen() throws IOException {
        keepTwo();
        byte[] whole = Files.readAllBytes(folder.resolve(PieceJournal.FILE));
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int i = first; i < whole.length; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(folder.resolve(PieceJournal.FILE), damaged);
            Files.deleteIfExists(folder.resolve(SetAside.FILE));
            try (PieceJournal journal = reopened()) {
                assertTrue(journal.size() < 2, "byte " + i);
                assertFalse(journal.remarks().isEmpty(), "byte " + i);
                assertArrayEquals(piece(2.0).values(),
                        journal.get("b", Piece.class, () -> piece(2.0)).values(), "byte " + i);
            }
        }
    }

    @Test
    void anotherRequestIsRefusedByName() {
        keepTwo();
        PieceJournal other = new PieceJournal(folder, Map.of("walks", 9), "test");
        Refusal refusal = assertThrows(Refusal.class, () -> SealedJournal.reopen(other));
        assertTrue(refusal.getMessage().contains("walks was 8 and is 9"), refusal.getMessage());
    }

    @Test
    void oneProcessAtATime() {
        try (PieceJournal journal = SealedJournal.begin(new PieceJournal(folder, REQUEST, "test"))) {
            assertEquals(0, journal.size());
            assertThrows(Refusal.class, this::reopened);
        }
    }

    /** Finished is what was written and still is as it was. */
    @Test
    void aFinishedRunKnowsItsFiles() throws IOException {
        keepTwo();
        Files.writeString(folder.resolve("table.csv"), "a\n1\n");
        try (PieceJournal journal = reopened()) {
            journal.finish(List.of("table.csv"));
        }
        try (PieceJournal journal = reopened()) {
            assertTrue(journal.finished());
            assertEquals(2, journal.size());
        }
        Files.writeString(folder.resolve("table.csv"), "a\n2\n");
        try (PieceJournal journal = reopened()) {
            assertFalse(journal.finished());
            assertTrue(journal.remarks().get(0).contains("table.csv is not as the test wrote it"),
                    journal.remarks().toString());
        }
        assertEquals("a\n2\n", Files.readString(folder.resolve("table.csv.changed")));
    }
}
