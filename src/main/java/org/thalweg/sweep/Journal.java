package org.thalweg.sweep;

import java.util.Optional;
import java.util.function.Supplier;
import org.thalweg.model.Setting;

/** Where the finished cells of a sweep are kept, so that one that was interrupted can be gone on with. Thread-safe. */
public interface Journal {
    /** Forgets everything. */
    Journal NONE = new Journal() {
        @Override
        public Optional<CellResult> find(int cell, Supplier<Setting> place) {
            return Optional.empty();
        }

        @Override
        public boolean knows(int cell) {
            return false;
        }

        @Override
        public void add(StoredCell cell) {
            // Forgotten.
        }

        @Override
        public void add(FailedCell cell) {
            // Forgotten.
        }
    };

    /**
     * What was found in a cell before.
     *
     * @param cell its number in the sweep
     * @param place gives the setting of that cell
     */
    Optional<CellResult> find(int cell, Supplier<Setting> place);

    /** True where a cell was finished before. */
    boolean knows(int cell);

    /** Keeps a finished cell; called in whatever order the cells are finished. */
    void add(StoredCell cell);

    /** Keeps that a cell failed; it is not known for that. */
    void add(FailedCell cell);
}
