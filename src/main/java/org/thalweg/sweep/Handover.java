package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where finished cells wait for those before them; each is taken once. Where very many wait for one that takes long,
 * those that a journal keeps are read from it when their turn comes. Thread-safe.
 */
final class Handover implements Engine.Sink {
    /** Some megabytes. */
    private static final int MOST_HELD = 1000;

    private final Cells cells;
    private final Journal journal;
    private final Map<Integer, Optional<StoredCell>> waiting = new HashMap<>();
    private final Set<Integer> without = new HashSet<>();
    private final List<FailedCell> failures = new ArrayList<>();
    private Optional<Throwable> end = Optional.empty();

    Handover(Cells cells, Journal journal) {
        this.cells = cells;
        this.journal = journal;
    }

    @Override
    public void finished(int cell, StoredCell line) {
        journal.add(line);
        synchronized (this) {
            waiting.put(cell,
                    waiting.size() >= MOST_HELD && journal.knows(cell) ? Optional.empty() : Optional.of(line));
            notifyAll();
        }
    }

    @Override
    public void failed(FailedCell cell) {
        journal.add(cell);
        synchronized (this) {
            failures.add(cell);
            without.add(cell.cell());
            notifyAll();
        }
    }

    /** Nothing more will come. */
    synchronized void ended(Throwable why) {
        end = Optional.of(why);
        notifyAll();
    }

    /** A cell, once it is finished; empty where it failed. */
    synchronized Optional<CellResult> take(int cell) throws InterruptedException {
        while (!waiting.containsKey(cell) && !without.contains(cell)) {
            if (end.isPresent() && end.get() instanceof Error error) {
                throw error;
            }
            if (end.isPresent()) {
                throw end.get() instanceof RuntimeException failure ? failure : new IllegalStateException(end.get());
            }
            wait();
        }
        if (without.contains(cell)) {
            return Optional.empty();
        }
        Optional<StoredCell> held = waiting.remove(cell);
        return held.isPresent() ? held.map(line -> line.result(new CellPlace(cells, cell)))
                : journal.find(cell, new CellPlace(cells, cell));
    }

    synchronized List<FailedCell> failures() {
        return List.copyOf(failures);
    }
}
