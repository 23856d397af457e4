package org.thalweg.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.refusal.Refusal;

/**
 * A file of lines that one process at a time writes, read and written by a single channel: closing any other channel of
 * this process to the same file would give the lock back. The operating system takes the lock of a dead process away.
 */
public final class LockedFile implements Closeable {
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
        FileChannel channel = FileChannel.open(path, how, StandardOpenOption.WRITE);
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

    /** All lines of a reopened file, without their ends; the last one may be torn. */
    public List<byte[]> lines() throws IOException {
        // Not closed: that would close the channel, and with it the lock.
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)));
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            } else {
                line.write(b);
            }
        }
        if (line.size() > 0) {
            lines.add(line.toByteArray());
        }
        return lines;
    }

    /** Goes to the end of a reopened file, and ends a torn line there. */
    public void toEnd() throws IOException {
        channel.position(channel.size());
        ByteBuffer last = ByteBuffer.allocate(1);
        if (channel.size() > 0 && !(channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n')) {
            write(new byte[] {'\n'});
        }
    }

    /** Appends a line. */
    public void append(SealedLine line) throws IOException {
        write(line.bytes());
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
