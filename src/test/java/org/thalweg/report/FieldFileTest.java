package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    @Test
    void aVectorHasOneDimension(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("axis.npy");
        FieldFile.write(path, new double[] {0.1, -2.0});
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int length = buffer.getShort(8);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
                new String(buffer.array(), 10, length, StandardCharsets.US_ASCII).strip());
        assertEquals(10 + length + 2 * Double.BYTES, buffer.array().length);
        assertEquals(0.1, buffer.getDouble(10 + length));
        assertEquals(-2.0, buffer.getDouble(18 + length));
    }

    /** Where there is a numpy, it reads the same numbers: as they are printed in full, in its own words. */
    @Test
    void numpyReadsIt(@TempDir Path folder) throws IOException, InterruptedException {
        FieldFile.write(folder.resolve("field.npy"), new double[][] {{1.5, -0.0, 4.9e-324}, {Math.PI, 1e300, -7.0}});
        FieldFile.write(folder.resolve("axis.npy"), new double[] {0.1, -2.0});
        String read;
        try {
            Process python = new ProcessBuilder("python3", "-c", "import numpy\n"
                    + "for name in ('field', 'axis'):\n"
                    + "    a = numpy.load(name + '.npy')\n"
                    + "    print(a.shape, a.dtype, [float.hex(float(v)) for v in a.ravel()])")
                    .directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            read = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assumeTrue(python.waitFor() == 0, "no numpy here");
        } catch (IOException e) {
            assumeTrue(false, "no python3 here");
            return;
        }
        assertEquals("(2, 3) float64 ['0x1.8000000000000p+0', '-0x0.0p+0', '0x0.0000000000001p-1022', "
                + "'0x1.921fb54442d18p+1', '0x1.7e43c8800759cp+996', '-0x1.c000000000000p+2']\n"
                + "(2,) float64 ['0x1.999999999999ap-4', '-0x1.0000000000000p+1']\n", read);
    }
}
