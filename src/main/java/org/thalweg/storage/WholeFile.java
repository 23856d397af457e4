package org.thalweg.storage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A file that is replaced in one step: who looks finds the old text or the new one, never half of one, whenever the
 * process dies.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Writes a draft beside the file, in UTF-8, and moves it there. */
    public static void write(Path path, String text) throws IOException {
        replace(path, draft -> Files.writeString(draft, text, StandardCharsets.UTF_8));
    }

    /** The same of lines, without their ends, which need not fit into memory together. */
    public static void write(Path path, Stream<String> lines) throws IOException {
        replace(path, draft -> {
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                for (Iterator<String> each = lines.iterator(); each.hasNext();) {
                    writer.write(each.next());
                    writer.write('\n');
                }
            }
        });
    }

    /** Writes a draft. */
    private interface Writing {
        void to(Path draft) throws IOException;
    }

    private static void replace(Path path, Writing writing) throws IOException {
        // By its process: two that make the same file do not share a draft.
        Path draft = path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid() + ".draft");
        try {
            writing.to(draft);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
