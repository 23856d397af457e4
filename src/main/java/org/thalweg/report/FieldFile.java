package org.thalweg.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.thalweg.storage.NpyFile;

/**
 * {@code density.npy}: a matrix or a vector in the NPY format, version 1.0, little-endian doubles in C order, which
 * numpy, R and Julia read.
 */
public final class FieldFile {
    private FieldFile() {}

    /**
     * Writes the file of a matrix, which must not exist.
     *
     * @param values {@code values[i][j]}, all rows of one length; not modified
     */
    public static void write(Path path, double[][] values) {
        write(path, NpyFile.header(values.length, values.length == 0 ? 0 : values[0].length), values);
    }

    /** Writes the file of a vector, which must not exist. Not modified. */
    public static void write(Path path, double[] values) {
        write(path, NpyFile.header(values.length), values);
    }

    private static void write(Path path, byte[] header, double[]... lines) {
        ByteBuffer row = ByteBuffer.allocate(lines.length == 0 ? 0 : lines[0].length * Double.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream file = new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            file.write(header);
            for (double[] line : lines) {
                row.clear();
                row.asDoubleBuffer().put(line);
                file.write(row.array());
            }
        } catch (IOException e) {
            throw new RunDirectoryException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }
}
