package org.thalweg.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.thalweg.storage.DamagedLine;
import org.thalweg.storage.LockedFile;
import org.thalweg.storage.RunRequest;
import org.thalweg.storage.SealedLine;

/**
 * What can be believed of the lines of a journal, whatever happened to them: only a line whose checksum is right is,
 * in whatever order lines stand and however often; of two right ones that contradict each other neither. Cells are
 * remembered by their places.
 */
final class JournalContent {
    private final LockedFile file;
    private final CellIndex cells = new CellIndex();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<DamagedLine> damaged = new ArrayList<>();
    private final TreeSet<Integer> contradicted = new TreeSet<>();
    private Optional<RunRequest> request = Optional.empty();
    private Optional<Completion> completion = Optional.empty();
    private String first;
    private boolean sealed;
    private int number;

    private JournalContent(LockedFile file) {
        this.file = file;
    }

    /**
     * Reads the lines of a file, twice.
     *
     * @param now the request in whose name the journal is read: what a journal belongs to that has lost its own
     */
    static JournalContent of(LockedFile file, RunRequest now) throws IOException {
        JournalContent content = new JournalContent(file);
        file.read((place, line) -> content.head(line));
        String key = content.request.orElse(now).json();
        file.read((place, line) -> content.line(place, line, key));
        content.contradict();
        return content;
    }

    private void head(byte[] line) {
        first = first == null ? new String(line, StandardCharsets.UTF_8) : first;
        sealed |= SealedLine.sealed(line);
        if (request.isEmpty()) {
            request = SealedLine.open("", line).filter(RunRequest::is).map(RunRequest::new);
        }
    }

    private void line(long place, byte[] line, String key) throws IOException {
        number++;
        if (SealedLine.open("", line).filter(RunRequest::is).isPresent()) {
            return;
        }
        Optional<String> json = SealedLine.open(key, line);
        Optional<Completion> end = json.filter(Completion::is).flatMap(Completion::parse);
        if (end.isPresent()) {
            completion = end;
        } else if (json.filter(FailedCell::is).isEmpty()) {
            Optional<StoredCell> cell = json.flatMap(StoredCell::parse);
            if (cell.isEmpty()) {
                damaged.add(DamagedLine.of(number, line, json.isPresent()));
            } else {
                add(place, line, cell.get(), key);
            }
        }
    }

    private void add(long place, byte[] line, StoredCell cell, String key) throws IOException {
        Optional<StoredCell> before = cells.read(cell.cell(), file, key);
        if (before.isEmpty()) {
            cells.put(cell.cell(), place, line.length);
            numbers.put(place, number);
        } else if (!before.get().json().equals(cell.json())) {
            damaged.add(new DamagedLine(number, "contradicts line " + numbers.get(cells.place(cell.cell())), line));
            contradicted.add(cell.cell());
        }
    }

    private void contradict() throws IOException {
        for (int cell : contradicted) {
            damaged.add(new DamagedLine(numbers.get(cells.place(cell)), "is contradicted", cells.line(cell, file)));
            cells.remove(cell);
        }
    }

    /** Of the journal; empty where no line holds it. */
    Optional<RunRequest> request() {
        return request;
    }

    /** Where cells stand. */
    CellIndex cells() {
        return cells;
    }

    /** Where the sweep came to its end. */
    Optional<Completion> completion() {
        return completion;
    }

    /** The other lines. */
    List<DamagedLine> damaged() {
        return List.copyOf(damaged);
    }

    /** True where no line has a checksum, and the first is another request: an earlier version wrote that. */
    boolean unsealed(RunRequest now) {
        return first != null && RunRequest.is(first) && !first.equals(now.json()) && !sealed;
    }
}
