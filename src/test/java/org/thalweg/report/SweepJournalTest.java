package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;

/** What a journal keeps, and whom it refuses. */
class SweepJournalTest {
    private static final Map<String, Object> REQUEST = request(3L, List.of(0.05, 0.1));

    @TempDir
    private Path folder;

    private Path file;

    private static Map<String, Object> request(long seed, List<Double> rates) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("seed", seed);
        request.put("settings", Map.of("learning_rate", rates, "particles", 64));
        return request;
    }

    private static CellResult cell(double value) {
        return new CellResult(null, List.of(
                new Row(Witness.SGD, "mean_flatness", new Measurement(value, 0.1 + 0.2, 17, Double.POSITIVE_INFINITY),
                        Optional.of(Verdict.CONSISTENT)),
                Row.plain(Witness.THEORY, "selection_exponent", Measurement.UNDEFINED)),
                List.of("a \"note\"\nof two lines"), Map.of(Witness.SDE, new double[] {1.0 / 3.0, Double.NaN}));
    }

    private SweepJournal begin() {
        return SweepJournal.begin(new RunDirectory(folder), REQUEST);
    }

    @BeforeEach
    void name() {
        file = folder.resolve(SweepJournal.FILE);
    }

    @Test
    void cellsComeBackBitByBit() {
        try (SweepJournal journal = begin()) {
            journal.add(1, cell(Math.nextUp(1.0)));
        }
        try (SweepJournal journal = SweepJournal.reopen(folder, REQUEST)) {
            assertEquals(1, journal.size());
            assertFalse(journal.finished());
            assertTrue(journal.find(0, null).isEmpty());
            CellResult known = journal.find(1, null).orElseThrow();
            CellResult expected = cell(Math.nextUp(1.0));
            assertEquals(expected.rows(), known.rows());
            assertEquals(expected.notes(), known.notes());
            assertArrayEquals(expected.passageTimes().get(Witness.SDE), known.passageTimes().get(Witness.SDE));
        }
    }

    /** Whatever order the cells were finished in. */
    @Test
    void aFinishedJournalHasItsCellsInOrder() throws IOException {
        try (SweepJournal journal = begin()) {
            journal.add(1, cell(2.0));
            journal.add(0, cell(1.0));
            journal.finish();
            assertTrue(journal.finished());
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).startsWith("{\"request\":"));
        assertTrue(lines.get(1).startsWith("{\"cell\":0,") && lines.get(2).startsWith("{\"cell\":1,"));
        byte[] before = Files.readAllBytes(file);
        try (SweepJournal journal = SweepJournal.reopen(folder, REQUEST)) {
            assertTrue(journal.finished());
            assertEquals(2, journal.size());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    /** A process may die within a line, at any byte of it, the request's own line included. */
    @Test
    void aLineHalfWrittenIsDropped() throws IOException {
        try (SweepJournal journal = begin()) {
            journal.add(0, cell(1.0));
            journal.add(1, cell(2.0));
        }
        byte[] whole = Files.readAllBytes(file);
        List<String> lines = Files.readAllLines(file);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (SweepJournal journal = SweepJournal.reopen(folder, REQUEST)) {
                int complete = length <= lines.get(0).length() + 1
                        ? 0 : length < lines.get(0).length() + lines.get(1).length() + 2 ? 0 : 1;
                assertEquals(complete, journal.size(), "after " + length + " bytes");
                if (complete == 0) {
                    journal.add(0, cell(1.0));
                }
                journal.add(1, cell(2.0));
            }
            assertArrayEquals(whole, Files.readAllBytes(file), "after " + length + " bytes");
        }
    }

    @Test
    void anotherRequestIsRefusedByTheFirstThingThatDiffers() {
        begin().close();
        assertRefused(request(4L, List.of(0.05, 0.1)), "seed was 3 and is 4");
        assertRefused(request(3L, List.of(0.05)), "settings.learning_rate was [0.05,0.1] and is [0.05]");
        Map<String, Object> more = new LinkedHashMap<>(REQUEST);
        more.put("version", "2");
        assertRefused(more, "version was not given and is \"2\"");
        assertRefused(Map.of("seed", 3L), "settings was {");
    }

    private void assertRefused(Map<String, Object> request, String reason) {
        String message = assertThrows(RunDirectoryException.class, () -> SweepJournal.reopen(folder, request))
                .getMessage();
        assertTrue(message.contains(reason) && message.endsWith("name another folder with --out"), message);
    }

    /** The lock of a process that is gone is gone with it: closing stands for dying here. */
    @Test
    void oneWriterAtATime() {
        try (SweepJournal journal = begin()) {
            assertTrue(assertThrows(RunDirectoryException.class, () -> SweepJournal.reopen(folder, REQUEST))
                    .getMessage().contains("another process"));
            assertEquals(0, journal.size());
        }
        SweepJournal.reopen(folder, REQUEST).close();
    }

    @Test
    void aDamagedJournalIsRefused() throws IOException {
        begin().close();
        Files.writeString(file, "{\"cell\":\n", StandardOpenOption.APPEND);
        assertTrue(assertThrows(RunDirectoryException.class, () -> SweepJournal.reopen(folder, REQUEST))
                .getMessage().contains("damaged"));
    }
}
