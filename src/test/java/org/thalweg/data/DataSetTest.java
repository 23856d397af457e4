package org.thalweg.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.network.Samples;

/** Data sets: what is shipped, what is read, and what selections make of it. */
class DataSetTest {
    private static final OptionalInt NONE = OptionalInt.empty();

    @TempDir
    private Path folder;

    private static int[] labels(Samples samples) {
        return IntStream.range(0, samples.count()).map(samples::label).toArray();
    }

    private static Selection selection(OptionalInt train, OptionalInt test, List<Integer> classes, Labels labels) {
        return new Selection(train, test, classes, List.of(), labels, OptionalDouble.empty(), 0.0, 1.0);
    }

    /** Sizes as published; the first image of a zero has the values that scikit-learn shows for it. */
    @Test
    void digits() {
        DataSet digits = Selection.ALL.of(DataSource.shipped("digits"), false);
        assertEquals(1797, digits.train().count());
        assertEquals(64, digits.train().features());
        assertEquals(10, digits.train().outputs());
        assertEquals(16.0, digits.max());
        double[] row = IntStream.range(0, 8).mapToDouble(j -> 16.0 * digits.train().input(0, j)).toArray();
        assertArrayEquals(new double[] {0, 0, 5, 13, 9, 1, 0, 0}, row);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0}, IntStream.range(0, 11)
                .map(digits.train()::label).toArray());
        assertTrue(digits.test().isEmpty());
    }

    @Test
    void fashionHasATestSetOfItsOwn() {
        DataSet fashion = selection(OptionalInt.of(100), OptionalInt.of(20), List.of(), Labels.TRUE)
                .of(DataSource.shipped("fashion-1k"), false);
        assertEquals(1000, fashion.train().count());
        assertEquals(200, fashion.test().orElseThrow().count());
        assertEquals(784, fashion.train().features());
        assertEquals(255.0, fashion.max());
    }

    /** The first of each class in the order of the file, and those that follow them to test on. */
    @Test
    void theFirstOfEachClass() {
        DataSource digits = DataSource.shipped("digits");
        DataSet all = Selection.ALL.of(digits, false);
        DataSet few = selection(OptionalInt.of(2), OptionalInt.of(1), List.of(), Labels.TRUE).of(digits, false);
        assertEquals(20, few.train().count());
        assertEquals(10, few.test().orElseThrow().count());
        int[] zeros = IntStream.range(0, all.train().count()).filter(n -> all.train().label(n) == 0).toArray();
        int[] fewZeros = IntStream.range(0, 20).filter(n -> few.train().label(n) == 0).toArray();
        for (int j = 0; j < 64; j++) {
            assertEquals(all.train().input(zeros[1], j), few.train().input(fewZeros[1], j));
            assertEquals(all.train().input(zeros[2], j), few.test().orElseThrow().input(0, j));
        }
    }

    @Test
    void classesAreCountedInTheOrderGiven() {
        DataSet pair = selection(OptionalInt.of(3), NONE, List.of(7, 2), Labels.TRUE)
                .of(DataSource.shipped("digits"), false);
        assertEquals(2, pair.train().outputs());
        assertArrayEquals(new int[] {1, 0, 1, 0, 1, 0}, labels(pair.train()));
    }

    @Test
    void parity() {
        DataSet pair = selection(NONE, NONE, List.of(), new Labels(true, 0.0, false, 0))
                .of(DataSource.shipped("digits"), false);
        assertEquals(2, pair.train().outputs());
        assertArrayEquals(new int[] {0, 1, 0, 1}, IntStream.range(0, 4).map(pair.train()::label).toArray());
    }

    /**
     * Seed 5. Of 1797 labels a share p = 0.3 changes within 5 standard deviations, .054 (false alarms 6e-7); none
     * becomes itself. Test labels stay.
     */
    @Test
    void labelNoise() {
        DataSource digits = DataSource.shipped("digits");
        int[] own = labels(Selection.ALL.of(digits, false).train());
        int[] noisy = labels(selection(NONE, NONE, List
                .of(), new Labels(false, 0.3, false, 5)).of(digits, false).train());
        long changed = IntStream.range(0, own.length).filter(n -> own[n] != noisy[n]).count();
        assertEquals(0.3, changed / 1797.0, 0.054);
        int[] all = labels(selection(NONE, NONE, List
                .of(), new Labels(false, 1.0, false, 5)).of(digits, false).train());
        assertEquals(0, IntStream.range(0, own.length).filter(n -> own[n] == all[n]).count());
        Labels drawn = new Labels(false, 0.5, true, 5);
        assertArrayEquals(
                labels(selection(OptionalInt.of(9), OptionalInt.of(5), List.of(), Labels.TRUE).of(digits, false)
                        .test().orElseThrow()),
                labels(selection(OptionalInt.of(9), OptionalInt.of(5), List.of(), drawn).of(digits, false)
                        .test().orElseThrow()));
    }

    /** Seeds 5 and 6. A tenth of random labels is right by chance, within 5 standard deviations, .036. */
    @Test
    void randomLabels() {
        DataSource digits = DataSource.shipped("digits");
        int[] own = labels(Selection.ALL.of(digits, false).train());
        int[] drawn = labels(selection(NONE, NONE, List
                .of(), new Labels(false, 0.0, true, 5)).of(digits, false).train());
        int[] again = labels(selection(NONE, NONE, List
                .of(), new Labels(false, 0.0, true, 5)).of(digits, false).train());
        int[] other = labels(selection(NONE, NONE, List
                .of(), new Labels(false, 0.0, true, 6)).of(digits, false).train());
        assertArrayEquals(drawn, again);
        assertNotEquals(List.of(drawn), List.of(other));
        assertEquals(0.1, IntStream.range(0, own.length).filter(n -> own[n] == drawn[n]).count() / 1797.0, 0.036);
        assertEquals(0.1, IntStream.range(0, own.length).filter(n -> other[n] == drawn[n]).count() / 1797.0, 0.036);
    }

    @Test
    void scaledAndChosenInputs() {
        DataSet digits = new Selection(NONE, NONE, List.of(), List.of(4, 3), Labels.TRUE, OptionalDouble.of(26.0), 0.25,
                0.5).of(DataSource.shipped("digits"), false);
        assertEquals(2, digits.train().features());
        assertEquals(0.5, digits.train().input(0, 0));
        assertEquals((5.0 / 26.0 - 0.25) / 0.5, digits.train().input(0, 1));
    }

    /** Packed or not, the same samples; the fingerprint is that of the bytes on the disk. */
    @Test
    void idxFilesPackedAndNot() {
        byte[] images = IdxBytes.of(new int[] {2, 1, 2}, 0, 200, 10, 20);
        byte[] labels = IdxBytes.of(new int[] {2}, 1, 0);
        DataSource plain = DataSource.images(IdxBytes.write(folder, "a", images), IdxBytes.write(folder, "b", labels),
                Optional.empty(), Optional.empty());
        DataSource packed = DataSource.images(IdxBytes.write(folder, "c", IdxBytes.packed(images)),
                IdxBytes.write(folder, "d", labels), Optional.of(folder.resolve("a")),
                        Optional.of(folder.resolve("b")));
        DataSet one = Selection.ALL.of(plain, false);
        DataSet two = Selection.ALL.of(packed, false);
        assertNotEquals(one.sha256(), two.sha256());
        assertEquals(1.0, one.train().input(0, 1));
        assertEquals(1.0, two.train().input(0, 1));
        assertEquals(0.1, two.test().orElseThrow().input(1, 1));
        assertArrayEquals(new int[] {1, 0}, labels(one.train()));
    }

    @Test
    void tablesWithLabelsTargetsAndBoth() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "y,x1,t1,t2\n1,0.5,3,4\n0,-0.5,5,6\n");
        DataSet classes = Selection.ALL.of(
                DataSource.table(file, Optional.empty(), List.of("x1"), Optional.of("y"), List.of()), false);
        assertEquals(2, classes.train().outputs());
        assertEquals(-0.5, classes.train().input(1, 0));
        DataSet numbers = Selection.ALL.of(
                DataSource.table(file, Optional.empty(), List.of("x1"), Optional.empty(), List.of("t1", "t2")), false);
        assertEquals(6.0, numbers.train().target(1, 1));
        DataSet labels = Selection.ALL.of(
                DataSource.table(file, Optional.of(file), List.of("x1"), Optional.of("y"), List.of()), true);
        assertEquals(1.0, labels.train().target(0, 0));
        assertEquals(2, labels.test().orElseThrow().count());
    }
}
