package org.thalweg.sweep;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.storage.LockedFile;
import org.thalweg.storage.SealedLine;

/**
 * Where the line of each finished cell stands in a journal: twelve bytes a cell, however long its line is. Belongs to
 * who locks.
 */
final class CellIndex {
    private final BitSet known = new BitSet();
    private long[] places = new long[64];
    private int[] lengths = new int[64];

    /** A line, without its end, holds a cell. */
    void put(int cell, long place, int length) {
        if (cell >= places.length) {
            int capacity = Math.max(cell + 1, 2 * places.length);
            places = Arrays.copyOf(places, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
        }
        known.set(cell);
        places[cell] = place;
        lengths[cell] = length;
    }

    void remove(int cell) {
        known.clear(cell);
    }

    boolean knows(int cell) {
        return known.get(cell);
    }

    int size() {
        return known.cardinality();
    }

    /** The numbers of the cells, in their order. */
    IntStream cells() {
        return known.stream();
    }

    long place(int cell) {
        return places[cell];
    }

    /** Reads a cell that is known. */
    byte[] line(int cell, LockedFile file) throws IOException {
        return file.read(places[cell], lengths[cell]);
    }

    /** Reads a cell, if it is known. */
    Optional<StoredCell> read(int cell, LockedFile file, String key) throws IOException {
        return known.get(cell) ? SealedLine.open(key, line(cell, file)).flatMap(StoredCell::parse) : Optional.empty();
    }
}
