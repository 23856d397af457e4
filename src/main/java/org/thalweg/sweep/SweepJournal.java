package org.thalweg.sweep;

import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thalweg.model.Setting;
import org.thalweg.storage.DamagedLine;
import org.thalweg.storage.SealedJournal;

/**
 * The journal of a sweep: each cell as soon as it is finished. Cells are remembered by their places, so that many take
 * little memory; of two that contradict each other neither is believed.
 */
public final class SweepJournal extends SealedJournal implements Journal {
    private final CellIndex cells = new CellIndex();

    /** While lines are read: the number of each cell's. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private final TreeSet<Integer> contradicted = new TreeSet<>();
    private Optional<Completion> completion = Optional.empty();

    /**
     * The last line: the sweep came to its end.
     *
     * @param cells how many there are
     * @param files the SHA-256 of each table, by name
     */
    private record Completion(boolean finished, int cells, Map<String, String> files) {
        private static final String MEMBER = "{\"finished\":";

        private static Optional<Completion> parse(String json) {
            try {
                return Optional.of(json).filter(text -> text.startsWith(MEMBER))
                        .map(text -> StoredCell.GSON.fromJson(text, Completion.class)).filter(c -> c.files != null);
            } catch (JsonParseException e) {
                return Optional.empty();
            }
        }
    }

    /** See {@link SealedJournal}. */
    public SweepJournal(Path folder, Map<String, Object> request) {
        super(folder, request, "sweep", "cell");
    }

    @Override
    protected boolean remember(int number, long place, byte[] line, String json) {
        Optional<Completion> end = Completion.parse(json);
        Optional<StoredCell> cell = end.isPresent() || FailedCell.is(json) ? Optional.empty() : StoredCell.parse(json);
        completion = end.or(() -> completion);
        cell.ifPresent(c -> remember(number, place, line, c));
        return end.isPresent() || cell.isPresent() || FailedCell.is(json);
    }

    private void remember(int number, long place, byte[] line, StoredCell cell) {
        Optional<StoredCell> before = known(cell.cell());
        if (before.isEmpty()) {
            cells.put(cell.cell(), place, line.length);
            numbers.put(cell.cell(), number);
        } else if (!before.get().json().equals(cell.json())) {
            damaged(new DamagedLine(number, "contradicts line " + numbers.get(cell.cell()), line));
            contradicted.add(cell.cell());
        }
    }

    @Override
    protected void remembered() {
        for (int cell : contradicted) {
            damaged(new DamagedLine(numbers.get(cell), "is contradicted",
                    bytes(cells.place(cell), cells.length(cell))));
            cells.remove(cell);
        }
        numbers.clear();
    }

    @Override
    protected boolean isEmpty() {
        return cells.size() == 0 && completion.isEmpty();
    }

    @Override
    protected Optional<Map<String, String>> end() {
        return completion.filter(c -> c.cells() == cells.size()).map(Completion::files);
    }

    @Override
    protected String end(Map<String, String> fingerprints) {
        return StoredCell.GSON.toJson(new Completion(true, cells.size(), fingerprints));
    }

    @Override
    protected Stream<String> lines() {
        return cells.cells().mapToObj(cell -> known(cell).orElseThrow().json());
    }

    /** The number of cells that are known. */
    public synchronized int size() {
        return cells.size();
    }

    /** The cells of a finished sweep. */
    public List<CellResult> all(List<Setting> settings) {
        return all(Cells.of(settings, List.of()));
    }

    /** The same; each is read when it is asked for, and remembered where there are few. */
    public List<CellResult> all(Cells every) {
        return new JournalCells(this, every);
    }

    @Override
    public Optional<CellResult> find(int cell, Supplier<Setting> place) {
        return known(cell).map(known -> known.result(place));
    }

    private synchronized Optional<StoredCell> known(int cell) {
        return cells.knows(cell) ? read(cells.place(cell), cells.length(cell)).flatMap(StoredCell::parse)
                : Optional.empty();
    }

    @Override
    public synchronized boolean knows(int cell) {
        return cells.knows(cell);
    }

    @Override
    public synchronized void add(FailedCell cell) {
        append(cell.json());
    }

    @Override
    public synchronized void add(StoredCell cell) {
        Place place = append(cell.json());
        cells.put(cell.cell(), place.start(), place.length());
    }
}
