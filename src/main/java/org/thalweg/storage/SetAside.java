package org.thalweg.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a damaged journal's lines, and changed files, are kept, so that nothing is lost, and the remarks about them.
 */
public final class SetAside {
    /** Beside the journal: the bytes of its damaged lines, each once. */
    public static final String FILE = "journal-damaged.txt";

    /** More lines than that are counted, not named. */
    private static final int NAMED = 20;

    private final Path journal;
    private final String run;
    private final Path file;
    private final List<String> remarks = new ArrayList<>();

    /**
     * For a journal.
     *
     * @param run what it is the journal of, as remarks call it: sweep or training
     */
    public SetAside(Path journal, String run) {
        this.journal = journal;
        this.run = run;
        this.file = journal.resolveSibling(FILE);
    }

    /** What was set aside, in words; empty for nothing. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** True where the folder holds nothing but the journal and what was set aside of it. */
    public boolean alone() throws IOException {
        try (Stream<Path> files = Files.list(journal.toAbsolutePath().getParent())) {
            return files.map(Path::getFileName).map(Path::toString)
                    .allMatch(name -> name.equals(journal.getFileName().toString()) || name.equals(FILE));
        }
    }

    /** Keeps lines, those that are kept already excepted. */
    public void keep(List<DamagedLine> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        // One character a byte: whatever the bytes are.
        Set<String> known = new HashSet<>(Files.exists(file)
                ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of());
        ByteArrayOutputStream fresh = new ByteArrayOutputStream();
        for (DamagedLine line : lines) {
            if (known.add(new String(line.bytes(), StandardCharsets.ISO_8859_1))) {
                fresh.write(line.bytes());
                fresh.write('\n');
            }
        }
        Files.write(file, fresh.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        lines.stream().limit(NAMED).forEach(line -> remarks.add(journal + " is damaged: line " + line.number() + " "
                + line.what() + "; it is kept in " + FILE + ", and what it held is computed again"));
        if (lines.size() > NAMED) {
            remarks.add(journal + " is damaged: " + (lines.size() - NAMED) + " more lines, likewise");
        }
    }

    /** Gives files that were changed since they were written another name. */
    public void keepFiles(List<String> names) throws IOException {
        for (String name : names) {
            Path old = journal.resolveSibling(name);
            if (Files.exists(old)) {
                Path kept = free(name);
                Files.move(old, kept);
                remarks.add(old + " is not as the " + run + " wrote it; it is kept as " + kept.getFileName()
                        + " and written anew");
            } else {
                remarks.add(old + " is missing, and written anew");
            }
        }
    }

    private Path free(String name) {
        Path kept = journal.resolveSibling(name + ".changed");
        for (int i = 2; Files.exists(kept); i++) {
            kept = journal.resolveSibling(name + ".changed-" + i);
        }
        return kept;
    }
}
