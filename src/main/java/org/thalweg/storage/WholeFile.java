package org.thalweg.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is replaced in one step: who looks finds the old text or the new one, never half of one, whenever the
 * process dies.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a draft beside the file, in UTF-8, and moves it there. */
    public static void write(Path path, String text) throws IOException {
        // By its process: two that make the same file do not share a draft.
        Path draft = path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
