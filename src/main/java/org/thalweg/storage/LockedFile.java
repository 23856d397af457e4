package org.thalweg.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.thalweg.refusal.Refusal;

/** A file that one process at a time writes. The operating system takes the lock of a dead process away. */
public final class LockedFile {
    private LockedFile() {}

    /**
     * Opens a file for writing and locks it until the channel is closed.
     *
     * @param how beside writing: to read it too, or to create it
     * @throws Refusal where another process has it
     */
    public static FileChannel open(Path path, StandardOpenOption how) throws IOException {
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
        return channel;
    }
}
