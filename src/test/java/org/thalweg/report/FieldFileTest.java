package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout is that of the format's specification, read back here without the writer's help. */
class FieldFileTest {
    @Test
    void theHeaderIsThatOfTheFormatAndTheNumbersReadBack(@TempDir Path folder) throws IOException {
        double[][] values = {{1.5, -0.0, Double.MIN_VALUE}, {Math.PI, 1e300, Double.NaN}};
        Path path = folder.resolve("field.npy");
        FieldFile.write(path, values);
        byte[] bytes = Files.readAllBytes(path);
        assertArrayEquals(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}, java.util.Arrays.copyOf(bytes, 8));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = buffer.getShort(8);
        assertEquals(0, (10 + length) % 64);
        String header = new String(bytes, 10, length, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", header.strip());
        assertEquals('\n', header.charAt(length - 1));
        assertEquals(10 + length + 6 * Double.BYTES, bytes.length);
        for (int k = 0; k < 6; k++) {
            assertEquals(Double.doubleToLongBits(values[k / 3][k % 3]), buffer.getLong(10 + length + 8 * k));
        }
    }
}
