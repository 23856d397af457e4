package org.thalweg.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.Sha256;

/**
 * The bytes of a file of data, as they lie on the disk.
 *
 * @param name as the user knows the file; every message about it begins with that
 * @param bytes not to be modified
 */
record DataFile(String name, byte[] bytes) {
    /** What an array of Java holds, less the few words that machines keep for themselves. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** The first two bytes of a gzip file (RFC 1952). */
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    /** Reads a file. */
    static DataFile read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new Refusal(path + " is a directory; name a file of data inside it");
            }
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                throw new Refusal(path + " has " + size + " bytes; give a file of at most 2 gigabytes");
            }
            return new DataFile(path.toString(), Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new Refusal("there is no file " + path + "; name it from the folder of the model file", e);
        } catch (AccessDeniedException e) {
            throw new Refusal(path + " may not be read; change its permissions", e);
        } catch (IOException e) {
            throw new Refusal(path + " cannot be read (" + e.getMessage() + "); check the file", e);
        }
    }

    /** A file that comes with the engine. */
    static DataFile shipped(String name) {
        try (InputStream in = DataFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the file " + name + " is missing in the jar");
            }
            return new DataFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of the bytes of several files, one after the other. */
    static String sha256(List<DataFile> files) {
        return Sha256.of(files.stream().map(DataFile::bytes).toArray(byte[][]::new));
    }

    /** The content, unpacked where gzip packed it: at most {@code most} bytes of it, which may be fewer. */
    byte[] unpacked(int most) {
        try (InputStream in = stream()) {
            return in.readNBytes(most);
        } catch (EOFException e) {
            throw new Refusal(name + " is truncated: the gzip stream ends early; copy the file again", e);
        } catch (ZipException e) {
            throw new Refusal(name + " is damaged: " + e.getMessage() + "; copy the file again", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream stream() throws IOException {
        InputStream plain = new ByteArrayInputStream(bytes);
        boolean packed = bytes.length > 1 && (bytes[0] & 0xff) == GZIP_1 && (bytes[1] & 0xff) == GZIP_2;
        return packed ? new BufferedInputStream(new GZIPInputStream(plain)) : plain;
    }

    /** The content as text in UTF-8, unpacked, without a byte-order mark. */
    String text() {
        byte[] content = unpacked(MOST_BYTES);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(name + " is not text in UTF-8; give a CSV table", e);
        }
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
