package org.thalweg.storage;

import java.util.function.Supplier;

/** Results of long work, piece by piece: those that an interrupted run came to are not computed again. Thread-safe. */
public interface Pieces {
    /** Remembers nothing. */
    Pieces NONE = new Pieces() {
        @Override
        public <T> T get(String name, Class<T> type, Supplier<T> computed) {
            return computed.get();
        }
    };

    /**
     * A piece, computed where it is not known.
     *
     * @param name of the piece in its run
     * @param type a record of numbers, texts, arrays and such records
     */
    <T> T get(String name, Class<T> type, Supplier<T> computed);
}
