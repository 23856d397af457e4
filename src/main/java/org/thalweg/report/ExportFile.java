package org.thalweg.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.thalweg.storage.WholeFile;

/**
 * A file made from a run. One that exists already is replaced only on request, and never by half of a new one.
 *
 * @param path of the file
 * @param replace whether an existing file may be replaced
 */
public record ExportFile(Path path, boolean replace) {
    /**
     * Writes the file, with the folders above it.
     *
     * @throws RunDirectoryException where it exists and may not be replaced, or cannot be written
     */
    public void write(String text) {
        if (Files.isDirectory(path)) {
            throw new RunDirectoryException(path + " is a folder; name a file with --out");
        }
        if (!replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
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
}
