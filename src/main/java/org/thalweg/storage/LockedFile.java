package org.thalweg.storage;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import org.thalweg.refusal.Refusal;

/**
 * A file of lines that one process at a time writes, read and written by a single channel: closing any other channel of
 * this process to the same file would give the lock back. The operating system takes the lock of a dead process away.
 */
public final class LockedFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;

    private LockedFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * A new file.
     *
     * @throws Refusal where another process has it
     */
    public static LockedFile create(Path path) throws IOException {
        return open(path, StandardOpenOption.CREATE_NEW);
    }

    /**
     * A file that is there.
     *
     * @throws Refusal where another process has it
     */
    public static LockedFile reopen(Path path) throws IOException {
        return open(path, StandardOpenOption.READ);
    }

    private static LockedFile open(Path path, StandardOpenOption how) throws IOException {
        FileChannel channel = FileChannel.open(
                path, EnumSet.of(how, StandardOpenOption.READ, StandardOpenOption.WRITE));
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // By this process itself: refused below.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new Refusal("output folder " + path.getParent() + " is being written by another"
                    + " process; wait for it or stop it, or name another folder with --out");
        }
        return new LockedFile(channel);
    }

    /** Told the lines of a file, one after the other. */
    @FunctionalInterface
    public interface Reader {
        /**
         * A line.
         *
         * @param place of its first byte in the file
         * @param line without its end
         */
        void line(long place, byte[] line) throws IOException;
    }

    /** That a journal cannot be read or written, with what to do. */
    public static UncheckedIOException failure(Path path, IOException cause) {
        return new UncheckedIOException(path + " cannot be read or written (" + cause.getMessage()
                + "); free some space or name another folder with --out", cause);
    }

    /** Reads all lines of a reopened file, which need not fit into memory together; the last one may be torn. */
    public void read(Reader reader) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(BUFFER);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        channel.position(0);
        long place = 0;
        while (channel.read(piece.clear()) >= 0) {
            byte[] bytes = piece.array();
            int begin = 0;
            for (int i = 0; i < piece.position(); i++) {
                if (bytes[i] == '\n') {
                    line.write(bytes, begin, i - begin);
                    byte[] whole = line.toByteArray();
                    reader.line(place, whole);
                    place += whole.length + 1L;
                    line.reset();
                    begin = i + 1;
                }
            }
            line.write(bytes, begin, piece.position() - begin);
        }
        if (line.size() > 0) {
            reader.line(place, line.toByteArray());
        }
    }

    /** Bytes that were read or appended before. */
    public byte[] read(long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, place + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    /** Goes to the end of a reopened file, and ends a torn line there. */
    public void toEnd() throws IOException {
        channel.position(channel.size());
        ByteBuffer last = ByteBuffer.allocate(1);
        if (channel.size() > 0 && !(channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n')) {
            write(new byte[] {'\n'});
        }
    }

    /**
     * Appends a line.
     *
     * @return the place of its first byte
     */
    public long append(SealedLine line) throws IOException {
        long place = channel.position();
        write(line.bytes());
        return place;
    }

    private void write(byte[] text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
