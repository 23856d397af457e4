package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Row;
import org.thalweg.storage.SealedJournal;

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
        return new CellResult((Setting) null, List.of(
                new Row(Witness.SGD, Quantity.MEAN_FLATNESS, new Measurement(value, 0.1 + 0.2, 17,
                        Double.POSITIVE_INFINITY),
                        Optional.of(Verdict.CONSISTENT)),
                Row.plain(Witness.THEORY, Quantity.SELECTION_EXPONENT, Measurement.UNDEFINED)),
                List.of("a \"note\"\nof two lines"), Map.of(Witness.SDE, new double[] {1.0 / 3.0, Double.NaN}),
                new CellLaws(Map.of(Witness.DENSITY, new Marginal(new double[] {0.1}, new double[] {Double.NaN},
                        new double[] {0.3}, new double[] {0.1 + 0.2})), Map.of(Witness.SGD, new double[] {1.0 / 7.0})));
    }

    private SweepJournal begin() {
        return SealedJournal.begin(new SweepJournal(folder, REQUEST));
    }

    @BeforeEach
    void name() {
        file = folder.resolve(SweepJournal.FILE);
    }

    @Test
    void cellsComeBackBitByBit() {
        try (SweepJournal journal = begin()) {
            journal.add(StoredCell.of(1, cell(Math.nextUp(1.0))));
        }
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            assertEquals(1, journal.size());
            assertFalse(journal.finished());
            assertTrue(journal.find(0, null).isEmpty());
            CellResult known = journal.find(1, null).orElseThrow();
            CellResult expected = cell(Math.nextUp(1.0));
            assertEquals(expected.rows(), known.rows());
            assertEquals(expected.notes(), known.notes());
            assertArrayEquals(expected.passageTimes().get(Witness.SDE), known.passageTimes().get(Witness.SDE));
            Marginal law = known.laws().marginals().get(Witness.DENSITY);
            assertArrayEquals(new double[] {0.1, Double.NaN, 0.3, 0.1 + 0.2}, new double[] {
                law.x()[0], law.flatness()[0], law.density()[0], law.standardError()[0]});
            assertArrayEquals(new double[] {1.0 / 7.0}, known.laws().passages().get(Witness.SGD));
        }
    }

    /** Whatever order the cells were finished in. */
    @Test
    void aFinishedJournalHasItsCellsInOrder() throws IOException {
        try (SweepJournal journal = begin()) {
            journal.add(StoredCell.of(1, cell(2.0)));
            journal.add(StoredCell.of(0, cell(1.0)));
            journal.finish(List.of());
            assertTrue(journal.finished());
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(4, lines.size());
        List<String> contents = lines.stream().map(SweepJournalTest::json).toList();
        assertTrue(contents.get(0).startsWith("{\"request\":"));
        assertTrue(contents.get(1).startsWith("{\"cell\":0,") && contents.get(2).startsWith("{\"cell\":1,"));
        assertEquals("{\"finished\":true,\"cells\":2,\"files\":{}}", contents.get(3));
        byte[] before = Files.readAllBytes(file);
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            assertTrue(journal.finished());
            assertEquals(2, journal.size());
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    /** What a line holds behind its checksum. */
    private static String json(String line) {
        return line.replaceFirst("^\\{\"check\":\"[0-9a-f]{16}\",", "{");
    }

    /** A process may die within a line, at any byte of it, the request's own line included. */
    @Test
    void aLineHalfWrittenIsSetAside() throws IOException {
        try (SweepJournal journal = begin()) {
            journal.add(StoredCell.of(0, cell(1.0)));
            journal.add(StoredCell.of(1, cell(2.0)));
        }
        byte[] whole = Files.readAllBytes(file);
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            journal.finish(List.of());
        }
        byte[] finished = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
                // A line that lacks nothing but its end is whole.
                int complete = (int) text.substring(0, length + 1).chars().filter(c -> c == '\n').count();
                assertEquals(Math.max(0, complete - 1), journal.size(), "after " + length + " bytes");
                boolean torn = length > 0 && text.charAt(length) != '\n' && text.charAt(length - 1) != '\n';
                assertEquals(torn ? 1 : 0, journal.remarks().size(), "after " + length + " bytes");
                assertFalse(torn && !journal.remarks().get(0).contains("line " + (complete + 1) + " "),
                        () -> journal.remarks().toString());
                for (int cell = journal.size(); cell < 2; cell++) {
                    journal.add(StoredCell.of(cell, cell(cell + 1.0)));
                }
                journal.finish(List.of());
            }
            assertArrayEquals(finished, Files.readAllBytes(file), "after " + length + " bytes");
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
        String message = refusal(request);
        assertTrue(message.contains(reason) && message.endsWith("name another folder with --out"), message);
    }

    private String refusal(Map<String, Object> request) {
        return assertThrows(Refusal.class, () -> SealedJournal.reopen(new SweepJournal(folder, request))).getMessage();
    }

    /** The lock of a process that is gone is gone with it: closing stands for dying here. */
    @Test
    void oneWriterAtATime() {
        try (SweepJournal journal = begin()) {
            assertTrue(refusal(REQUEST).contains("another process"));
            assertEquals(0, journal.size());
        }
        SealedJournal.reopen(new SweepJournal(folder, REQUEST)).close();
    }

    /** Of version 0.1 and before: lines without checksums. */
    @Test
    void aJournalWithoutChecksumsIsRefused() throws IOException {
        Files.writeString(file, "{\"request\":{\"seed\":3}}\n{\"cell\":0,\"rows\":[],\"notes\":[],\"passageTimes\":{}}\n");
        byte[] before = Files.readAllBytes(file);
        assertRefused(REQUEST, "is of an earlier version, whose lines have no checksums");
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    /** Nothing says then whose results the folder holds. */
    @Test
    void aFolderOfResultsWhoseJournalIsLostIsRefused() throws IOException {
        Files.writeString(folder.resolve("sweep.csv"), "learning_rate\n");
        for (String journal : List.of("", "\n", "{\"check\":\"0123456789abcdef\",\"request\":{}}\n", "\0\0\0")) {
            Files.writeString(file, journal);
            assertRefused(REQUEST, "has lost what the sweep was asked for");
            assertEquals(journal, Files.readString(file));
        }
    }

    /** A finished sweep vouches for its tables; one that was edited is kept. */
    @Test
    void aTableThatWasChangedIsKeptAndWrittenAnew() throws IOException {
        Path table = Files.writeString(folder.resolve("sweep.csv"), "as it was written");
        try (SweepJournal journal = begin()) {
            journal.add(StoredCell.of(0, cell(1.0)));
            journal.finish(List.of("sweep.csv", "differences.csv"));
        }
        assertFinished(true, 0);
        for (String name : List.of("sweep.csv.changed", "sweep.csv.changed-2")) {
            Files.writeString(table, "as somebody changed it");
            assertFinished(false, 1);
            assertEquals("as somebody changed it", Files.readString(folder.resolve(name)));
            assertFalse(Files.exists(table));
        }
        Files.writeString(table, "as it was written");
        assertFinished(true, 0);
    }

    private void assertFinished(boolean finished, int remarks) {
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            assertEquals(finished, journal.finished());
            assertEquals(remarks, journal.remarks().size(), journal.remarks().toString());
            assertEquals(1, journal.size());
        }
    }
}
