package org.thalweg.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Row;
import org.thalweg.storage.SealedJournal;
import org.thalweg.storage.SetAside;

/**
 * Whatever happens to the bytes of a journal: a cell that is still known is the cell that was written, a line that is
 * not believed is named and kept, and the sweep ends with the bytes of one that nothing happened to. A false alarm
 * would need two texts with the same 64 bits of SHA-256.
 */
class JournalDamageTest {
    private static final int CASES = 1500;
    private static final long SEED = 20261129L;
    private static final int CELLS = 6;
    private static final int PART = 50_000;
    private static final Map<String, Object> REQUEST = Map.of("seed", 3, "settings", Map.of("particles", 64));

    @TempDir
    private Path folder;

    private Path file;

    static CellResult cell(int cell) {
        return new CellResult(null, List.of(
                new Row(Witness.SGD, Quantity.MEAN_FLATNESS, new Measurement(1.0 / (cell + 3.0), 0.1 * cell, 17, 5.5),
                        Optional.of(Verdict.CONSISTENT)),
                Row.plain(Witness.THEORY, Quantity.SELECTION_EXPONENT, Measurement.UNDEFINED)),
                List.of("a note \u03b7 of cell " + cell), Map.of(Witness.SDE, new double[] {cell / 7.0, Double.NaN}));
    }

    private byte[] written(boolean finished) throws IOException {
        Files.deleteIfExists(file);
        try (SweepJournal journal = SealedJournal.begin(new SweepJournal(folder, REQUEST))) {
            for (int cell : new int[] {2, 0, 1, 5, 3, 4}) {
                journal.add(StoredCell.of(cell, cell(cell)));
            }
            if (finished) {
                journal.finish(List.of());
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void theSweepEndsWithTheBytesOfAnUndisturbedOne() throws IOException {
        System.out.println("JournalDamageTest: " + CASES + " damaged journals, seed " + SEED);
        int damaged = damaged(SEED, CASES);
        // About a tenth of the cases only repeat, exchange or end lines.
        assertTrue(damaged > CASES / 2 && damaged < CASES, damaged + " journals had a line that was set aside");
    }

    /** The number of those with a line that was set aside, of the cases of the seeds from one on. */
    private int damaged(long seed, int cases) throws IOException {
        file = folder.resolve(SweepJournal.FILE);
        byte[] open = written(false);
        byte[] finished = written(true);
        int damaged = 0;
        for (int i = 0; i < cases; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            byte[] bytes = random.nextBoolean() ? open : finished;
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                bytes = JournalDamage.values()[random.nextInt(JournalDamage.values().length)].of(bytes, random);
            }
            damaged += assertRecovers(bytes, finished, "case " + (seed + i));
        }
        return damaged;
    }

    /** Any number of cases from any seed; ends with the first that fails. Arguments: how many, and the first seed. */
    public static void main(String[] arguments) throws IOException {
        JournalDamageTest test = new JournalDamageTest();
        test.folder = Files.createTempDirectory("journals");
        int count = Integer.parseInt(arguments[0]);
        int damaged = 0;
        // Part by part: a run that is stopped has said how far it came.
        for (int done = 0; done < count; done += PART) {
            int part = Math.min(PART, count - done);
            damaged += test.damaged(Long.parseLong(arguments[1]) + done, part);
            System.out.println("journal: " + (done + part) + " recovered, a line set aside in " + damaged);
        }
    }

    private int assertRecovers(byte[] bytes, byte[] undisturbed, String message) throws IOException {
        Files.write(file, bytes);
        Files.deleteIfExists(folder.resolve(SetAside.FILE));
        int remarks;
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            remarks = journal.remarks().size();
            for (int cell = 0; cell < CELLS; cell++) {
                Optional<CellResult> known = journal.find(cell, null);
                if (known.isPresent()) {
                    assertEquals(StoredCell.of(cell, cell(cell)).json(), StoredCell.of(cell, known.get()).json(),
                            message);
                } else {
                    journal.add(StoredCell.of(cell, cell(cell)));
                }
            }
            assertEquals(CELLS, journal.size(), message);
            assertTrue(!journal.finished() || remarks == 0, message);
            journal.finish(List.of());
        }
        assertArrayEquals(undisturbed, Files.readAllBytes(file), message);
        assertNothingIsLost(bytes, remarks, message);
        return remarks > 0 ? 1 : 0;
    }

    /** Every line is sound, and in the finished journal, or beside it. */
    private void assertNothingIsLost(byte[] bytes, int remarks, String message) throws IOException {
        Path aside = folder.resolve(SetAside.FILE);
        assertEquals(remarks > 0, Files.exists(aside), message);
        String all = Files.readString(file, StandardCharsets.ISO_8859_1)
                + (remarks > 0 ? Files.readString(aside, StandardCharsets.ISO_8859_1) : "");
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            assertTrue(all.contains(line + "\n") || line.isEmpty() || line.contains("\"finished\":true"), message);
        }
    }

    /** Every byte of the file, one of its bits after the other. */
    @Test
    void aFlippedBitAnywhereIsNamedAndChangesNothing() throws IOException {
        file = folder.resolve(SweepJournal.FILE);
        byte[] finished = written(true);
        for (int at = 0; at < finished.length; at++) {
            byte[] bytes = finished.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            assertEquals(1, assertRecovers(bytes, finished, "byte " + at), "byte " + at);
        }
    }

    /** Not what an earlier version wrote: the other lines have theirs. */
    @Test
    void aRequestThatHasLostItsChecksumIsDamaged() throws IOException {
        file = folder.resolve(SweepJournal.FILE);
        byte[] finished = written(true);
        String text = new String(finished, StandardCharsets.UTF_8);
        for (String damaged : List.of(text, text.substring(0, text.indexOf('\n')))) {
            byte[] bytes = damaged.replaceFirst("\"check\":\"[0-9a-f]*\",", "").getBytes(StandardCharsets.UTF_8);
            assertEquals(1, assertRecovers(bytes, finished, "no checksum"));
        }
    }

    /** What an undisturbed journal looks like after all orders of its lines. */
    @Test
    void linesInAnyOrderAndRepeatedAreAllBelieved() throws IOException {
        file = folder.resolve(SweepJournal.FILE);
        byte[] finished = written(true);
        List<String> lines = new ArrayList<>(Arrays.asList(
                new String(finished, StandardCharsets.UTF_8).split("\n")));
        Collections.reverse(lines);
        lines.addAll(IntStream.range(0, 3).mapToObj(lines::get).toList());
        Files.writeString(file, String.join("\n", lines) + "\n");
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            assertTrue(journal.finished());
            assertEquals(List.of(), journal.remarks());
        }
    }

    /** A line of another sweep has a right checksum, but not for this one. */
    @Test
    void aLineOfAnotherSweepIsNotBelieved() throws IOException {
        file = folder.resolve(SweepJournal.FILE);
        Map<String, Object> other = Map.of("seed", 4);
        try (SweepJournal journal = SealedJournal.begin(new SweepJournal(folder, other))) {
            journal.add(StoredCell.of(0, cell(1)));
        }
        String foreign = Files.readAllLines(file).get(1);
        written(false);
        String own = Files.readString(file);
        Files.writeString(file, own.replaceFirst("\n[^\n]*\n", "\n") + foreign + "\n");
        try (SweepJournal journal = SealedJournal.reopen(new SweepJournal(folder, REQUEST))) {
            assertEquals(CELLS - 1, journal.size());
            assertTrue(journal.remarks().get(0).contains("line 7 does not match its checksum"),
                    journal.remarks().toString());
        }
    }
}
