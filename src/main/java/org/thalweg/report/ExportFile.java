package org.thalweg.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.thalweg.storage.WholeFile;

/**
 * A file made from a run. One that exists already is replaced only on request, or where that loses nothing, and never
 * by half of a new one.
 *
 * @param path of the file
 * @param replace whether an existing file may be replaced
 */
public record ExportFile(Path path, boolean replace) {
    /** Writes the file where none exists; see the other. */
    public void write(String text) {
        write(text, before -> false);
    }

    /**
     * Writes the file, with the folders above it. Where it has that text already nothing is to be done.
     *
     * @param own whether an existing file's text is one that was written by this program and not changed since
     * @throws RunDirectoryException where it exists and may not be replaced, or cannot be written
     */
    public void write(String text, Predicate<String> own) {
        if (Files.isDirectory(path)) {
            throw new RunDirectoryException(path + " is a folder; name a file with --out");
        }
        if (!replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !replaceable(text, own)) {
            throw new RunDirectoryException(path + " exists already; name another file with --out, or replace it with "
                    + "--force");
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            WholeFile.write(path, text);
        } catch (IOException e) {
            throw new RunDirectoryException(path + " cannot be written (" + e.getMessage()
                    + "); name another file with --out", e);
        }
    }

    private boolean replaceable(String text, Predicate<String> own) {
        try {
            String before = Files.readString(path, StandardCharsets.UTF_8);
            return before.equals(text) || own.test(before);
        } catch (IOException e) {
            // Not text, or not to be read: not a file that this program wrote.
            return false;
        }
    }
}
