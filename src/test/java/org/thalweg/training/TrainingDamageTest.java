package org.thalweg.training;

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
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.SealedJournal;
import org.thalweg.storage.SetAside;
import org.thalweg.sweep.JournalDamage;

/**
 * Whatever happens to the bytes of the journal of a training: the run ends with the bytes of one that nothing happened
 * to, and a line that is not believed is named and kept. A false alarm would need two texts with the same 64 bits of
 * SHA-256.
 */
class TrainingDamageTest {
    private static final int CASES = 500;
    private static final int PART = 50_000;
    private static final long SEED = 20261129L;
    private static final Map<String, Object> REQUEST = Map.of("seed", 3, "settings", Map.of("repeats", 3));
    private static final List<String> TABLES = List.of("checkpoints.npy");

    @TempDir
    private Path folder;

    private Path file;

    /** Trained by nobody: what matters is that it comes back. */
    private static TrainedRepeat repeat(int number) {
        return new TrainedRepeat(number, List.of(
                new TrainingRow(0, 0.0, 2.0 / 3.0, 1.0, Double.NaN, Double.NaN, 0.1 * number),
                new TrainingRow(7, 0.7, 1.0 / (number + 3.0), 0.0, Double.NaN, Double.NaN, 1e-17)),
                TrainedRepeat.End.TIME);
    }

    @BeforeEach
    void results() throws IOException {
        file = folder.resolve(TrainingJournal.FILE);
        for (String name : TABLES) {
            Files.writeString(folder.resolve(name), name);
        }
        for (int r = 0; r < 3; r++) {
            Files.writeString(folder.resolve(TrainingJournal.parameters(r)), "parameters " + r);
        }
    }

    private byte[] written(boolean complete) throws IOException {
        Files.deleteIfExists(file);
        try (TrainingJournal journal = SealedJournal.begin(new TrainingJournal(folder, REQUEST))) {
            for (int r : new int[] {2, 0, 1}) {
                journal.add(repeat(r));
            }
            if (complete) {
                journal.finish(TABLES);
            }
        }
        return Files.readAllBytes(file);
    }

    /** As `train --resume` does; returns the remarks. */
    private List<String> resume(byte[] bytes, byte[] undisturbed, String message) throws IOException {
        Files.write(file, bytes);
        Files.deleteIfExists(folder.resolve(SetAside.FILE));
        List<String> remarks;
        try (TrainingJournal journal = SealedJournal.reopen(new TrainingJournal(folder, REQUEST))) {
            remarks = journal.remarks();
            for (int r = 0; r < 3; r++) {
                Optional<TrainedRepeat> known = journal.find(r);
                if (known.isPresent()) {
                    assertEquals(repeat(r), known.get(), message);
                } else {
                    journal.add(repeat(r));
                }
            }
            assertEquals(3, journal.repeats().size(), message);
            assertTrue(!journal.finished() || remarks.isEmpty(), message);
            journal.finish(TABLES);
        }
        assertArrayEquals(undisturbed, Files.readAllBytes(file), message);
        assertEquals(!remarks.isEmpty(), Files.exists(folder.resolve(SetAside.FILE)), message);
        return remarks;
    }

    /** Every byte of the file, one of its bits after the other. */
    @Test
    void aFlippedBitAnywhereIsNamedAndChangesNothing() throws IOException {
        byte[] complete = written(true);
        for (int at = 0; at < complete.length; at++) {
            byte[] bytes = complete.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            int line = 1 + (int) new String(complete, 0, at, StandardCharsets.ISO_8859_1).chars()
                    .filter(c -> c == '\n').count();
            // The end of the file is no part of a line.
            String remark = String.join("\n", resume(bytes, complete, "byte " + at));
            assertTrue(remark.contains("line " + line + " ") && remark.contains("kept in journal-damaged.txt"),
                    "byte " + at + ": " + remark);
        }
    }

    @Test
    void theRunEndsWithTheBytesOfAnUndisturbedOne() throws IOException {
        System.out.println("TrainingDamageTest: " + CASES + " damaged journals, seed " + SEED);
        int damaged = damaged(SEED, CASES);
        assertTrue(damaged > CASES / 2 && damaged < CASES, damaged + " journals had a line that was set aside");
    }

    /** The number of those with a line that was set aside. */
    private int damaged(long seed, int cases) throws IOException {
        byte[] open = written(false);
        byte[] complete = written(true);
        int damaged = 0;
        for (int i = 0; i < cases; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            byte[] bytes = random.nextBoolean() ? open : complete;
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                bytes = JournalDamage.values()[random.nextInt(JournalDamage.values().length)].of(bytes, random);
            }
            try {
                damaged += resume(bytes, complete, "case " + (seed + i)).isEmpty() ? 0 : 1;
            } catch (Refusal refusal) {
                // Nothing is left that belongs to this run, and the folder holds results.
                assertTrue(refusal.getMessage().contains("has lost what the training was asked for"),
                        refusal.getMessage());
                damaged++;
            }
        }
        return damaged;
    }

    @Test
    void aCompleteRunThatLostALineIsNotComplete() throws IOException {
        byte[] complete = written(true);
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", List.of(lines.get(0), lines.get(1), lines.get(4))) + "\n");
        try (TrainingJournal journal = SealedJournal.reopen(new TrainingJournal(folder, REQUEST))) {
            assertFalse(journal.finished());
        }
        resume(Files.readAllBytes(file), complete, "two lines lost");
    }

    /** A table that somebody changed is kept, and the run writes it anew. */
    @Test
    void aChangedTableIsKept() throws IOException {
        written(true);
        Files.writeString(folder.resolve(TABLES.get(0)), "changed");
        try (TrainingJournal journal = SealedJournal.reopen(new TrainingJournal(folder, REQUEST))) {
            assertFalse(journal.finished());
            assertTrue(journal.remarks().get(0).endsWith("checkpoints.npy is not as the training wrote it; it is kept as"
                    + " checkpoints.npy.changed and written anew"), journal.remarks().toString());
        }
        assertEquals("changed", Files.readString(folder.resolve("checkpoints.npy.changed")));
    }

    @Test
    void aJournalThatLostItsRequestAndAllRepeatsIsRefused() throws IOException {
        Files.writeString(file, "rubbish\n");
        TrainingJournal journal = new TrainingJournal(folder, REQUEST);
        String message = assertThrows(Refusal.class, () -> SealedJournal.reopen(journal)).getMessage();
        assertTrue(message.contains("has lost what the training was asked for"), message);
    }

    /** Any number of cases from any seed; ends with the first that fails. Arguments: how many, and the first seed. */
    public static void main(String[] arguments) throws IOException {
        TrainingDamageTest test = new TrainingDamageTest();
        test.folder = Files.createTempDirectory("trainings");
        test.results();
        int count = Integer.parseInt(arguments[0]);
        int damaged = 0;
        for (int done = 0; done < count; done += PART) {
            int part = Math.min(PART, count - done);
            damaged += test.damaged(Long.parseLong(arguments[1]) + done, part);
            System.out.println("training: " + (done + part) + " recovered or refused, a line set aside in " + damaged);
        }
    }
}
