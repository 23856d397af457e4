package org.thalweg.sweep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

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

    /** Without the end of the line. */
    int length(int cell) {
        return lengths[cell];
    }
}
