package org.thalweg.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.refusal.Refusal;

/** Every fault of a file of data is one line that names the file and says what would be right. */
class DataFaultsTest {
    private static final byte[] IMAGES = IdxBytes.of(new int[] {3, 1, 2}, 0, 255, 10, 20, 30, 40);
    private static final byte[] LABELS = IdxBytes.of(new int[] {3}, 0, 1, 0);

    @TempDir
    private Path folder;

    private String refusal(byte[] images, byte[] labels) {
        Path first = IdxBytes.write(folder, "a.idx", images);
        Path second = IdxBytes.write(folder, "b.idx", labels);
        String message = assertThrows(Refusal.class,
                () -> DataSource.images(first, second, Optional.empty(), Optional.empty())).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message.replace(folder + "/", "");
    }

    @Test
    void aTruncatedFile() {
        assertEquals("a.idx is truncated: its header announces 3 x 1 x 2 values, 6 bytes, and 5 follow;"
                + " copy the file again", refusal(Arrays.copyOf(IMAGES, IMAGES.length - 1), LABELS));
        assertEquals("a.idx is truncated: its header ends after 10 bytes of 16; copy the file again",
                refusal(Arrays.copyOf(IMAGES, 10), LABELS));
        assertEquals("a.idx is truncated: it has 0 bytes; give an IDX file", refusal(new byte[0], LABELS));
        byte[] packed = IdxBytes.packed(IMAGES);
        assertEquals("a.idx is truncated: the gzip stream ends early; copy the file again",
                refusal(Arrays.copyOf(packed, packed.length - 9), LABELS));
    }

    @Test
    void aFileThatIsTooLong() {
        assertEquals("a.idx is longer than its header announces, 3 x 1 x 2 values; copy the file again",
                refusal(Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS));
    }

    @Test
    void damagedGzip() {
        byte[] packed = IdxBytes.packed(IMAGES);
        packed[packed.length - 6] ^= 1;
        assertEquals("a.idx is damaged: Corrupt GZIP trailer; copy the file again", refusal(packed, LABELS));
    }

    @Test
    void anotherMagicNumber() {
        byte[] other = IMAGES.clone();
        other[2] = 0x0f;
        assertEquals("a.idx begins with the magic number 0x00000f03 and is no IDX file; give one such as 0x00000803"
                + " (images) or 0x00000801 (labels)", refusal(other, LABELS));
    }

    @Test
    void sizesThatCannotBe() {
        byte[] huge = IMAGES.clone();
        huge[4] = 0x7f;
        huge[10] = 0x7f;
        assertEquals("a.idx announces 2130706435 x 32513 x 2 values, more than memory holds; check its header, or give"
                + " fewer", refusal(huge, LABELS));
        byte[] negative = IMAGES.clone();
        negative[4] = (byte) 0xff;
        assertEquals("a.idx has the size -16777213; give one without empty dimensions", refusal(negative, LABELS));
        byte[] many = IMAGES.clone();
        many[3] = 9;
        assertEquals("a.idx has 9 sizes; give an IDX file of 1 to 4", refusal(many, LABELS));
    }

    @Test
    void labelsThatAreNotAsManyAsImages() {
        assertEquals("b.idx has 2 labels, and a.idx has 3 images; give files that belong together",
                refusal(IMAGES, IdxBytes.of(new int[] {2}, 0, 1)));
    }

    @Test
    void imagesAndLabelsExchanged() {
        assertEquals("a.idx holds single numbers and no images; are images and labels exchanged?",
                refusal(LABELS, IMAGES));
        assertEquals("b.idx holds arrays and no labels; are images and labels exchanged?", refusal(IMAGES, IMAGES));
    }

    @Test
    void blankImages() {
        assertEquals("a.idx holds nothing but 0.0 and less; give images that are not blank",
                refusal(IdxBytes.of(new int[] {3, 1, 2}, 0, 0, 0, 0, 0, 0), LABELS));
    }

    @Test
    void noFile() {
        Path none = folder.resolve("none.idx");
        assertEquals("there is no file none.idx; name it from the folder of the model file",
                assertThrows(Refusal.class, () -> DataSource.images(none, none, Optional.empty(), Optional.empty()))
                        .getMessage().replace(folder + "/", ""));
    }

    private String table(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), text);
        String message = assertThrows(Refusal.class, () -> DataSource.table(
                file, Optional.empty(), List.of("x1", "x2"), Optional.of("y"), List.of())).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message.replace(folder + "/", "");
    }

    @Test
    void tables() throws IOException {
        assertEquals("t.csv:2: 'NaN' in column 'x2' is not a finite number; write a number such as 0.25",
                table("x1,x2,y\n1,NaN,0\n"));
        assertEquals("t.csv:2: 'one' in column 'x1' is not a finite number; write a number such as 0.25",
                table("x1,x2,y\none,2,0\n"));
        for (String none : new String[] {"1d", "1f", "0x1p3", "1e999", "--1"}) {
            assertEquals("t.csv:2: '" + none + "' in column 'x1' is not a finite number; write a number such as 0.25",
                    table("x1,x2,y\n" + none + ",2,0\n"));
        }
        assertEquals("t.csv has no column 'y'; its columns are x1, x2", table("x1,x2\n1,2\n"));
        assertEquals("t.csv:3: column 'y' is missing in this row; give each row all columns",
                table("x1,x2,y\n1,2,0\n1,2\n"));
        assertEquals("t.csv:2: the label y = 0.5; labels are whole numbers from 0 to 9999",
                table("x1,x2,y\n1,2,0.5\n"));
        assertEquals("t.csv:2: the label y = -1.0; labels are whole numbers from 0 to 9999",
                table("x1,x2,y\n1,2,-1\n"));
        assertEquals("t.csv has no rows; give at least one sample", table("x1,x2,y\n"));
        assertEquals("t.csv is empty; give a header line and rows of numbers with commas", table(""));
        assertEquals("t.csv:2: a row of 4 entries under 3 columns; give each row as many, and numbers a point, no"
                + " comma",
                table("x1,x2,y\n1,2,5,0\n"));
        assertEquals("t.csv has 2 columns 'x1'; give each column a name of its own", table("x1,x1,x2,y\n1,2,3,0\n"));
        String open = table("x1,x2,y\n1,\"2,0\n1,2,1\n");
        assertTrue(open.startsWith("t.csv is no CSV table: (startline 2) "), open);
    }

    @Test
    void labelsThatNobodyLooksAt() {
        Path file = IdxBytes.write(folder, "t.csv", "x,y,t\n1,0,0.5\n2,1,0.5\n".getBytes(StandardCharsets.US_ASCII));
        DataSource source = DataSource.table(file, Optional.empty(), List.of("x"), Optional.of("y"), List.of("t"));
        for (Labels labels : List.of(new Labels(true, 0.0, false, 0), new Labels(false, 0.5, false, 0),
                new Labels(false, 0.0, true, 0))) {
            String message = refusal(source, new Selection(OptionalInt.empty(), OptionalInt.empty(), List.of(),
                    List.of(), labels, OptionalDouble.empty(), 0.0, 1.0));
            assertEquals("t.csv has outputs to learn, and labels play no part in the loss; remove parity, label-noise"
                    + " and random-labels, or outputs", message.replace(folder + "/", ""));
        }
    }

    @Test
    void selectionsThatTheSourceDoesNotHave() {
        DataSource digits = DataSource.shipped("digits");
        assertEquals("per-class: digits-images.idx3.gz has 178 samples of class 0, and 500 are asked for; ask for"
                + " fewer",
                refusal(digits, select(500, 0)));
        assertEquals("test-per-class: digits-images.idx3.gz has 178 samples of class 0, and 190 are asked for, 170 of"
                + " them to train on; ask for fewer", refusal(digits, select(170, 20)));
        assertEquals("test-per-class: all samples of digits-images.idx3.gz are trained on; give per-class too",
                refusal(digits, select(0, 20)));
        assertEquals("classes: digits-images.idx3.gz has no class 11; it has 0, 1, 2, 3, 4, 5, 6, 7, 8, 9",
                refusal(digits, new Selection(OptionalInt.empty(), OptionalInt.empty(), List.of(11), List.of(),
                        Labels.TRUE, OptionalDouble.empty(), 0.0, 1.0)));
        assertEquals("inputs: 65 is none of the inputs 1 to 64 of digits-images.idx3.gz; count from 1, row by row",
                refusal(digits, new Selection(OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(65),
                        Labels.TRUE, OptionalDouble.empty(), 0.0, 1.0)));
    }

    private static Selection select(int perClass, int testPerClass) {
        return new Selection(perClass == 0 ? OptionalInt.empty() : OptionalInt.of(perClass),
                testPerClass == 0 ? OptionalInt.empty() : OptionalInt.of(testPerClass), List.of(), List.of(),
                Labels.TRUE, OptionalDouble.empty(), 0.0, 1.0);
    }

    private static String refusal(DataSource source, Selection selection) {
        return assertThrows(Refusal.class, () -> selection.of(source, false)).getMessage();
    }
}
