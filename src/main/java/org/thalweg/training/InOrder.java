package org.thalweg.training;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Hands on what is found in any order in the order of its numbers, from 0; waits with what is early. Thread-safe. */
final class InOrder<T> {
    private final Consumer<T> next;
    private final Map<Integer, T> early = new HashMap<>();
    private int number;

    InOrder(Consumer<T> next) {
        this.next = next;
    }

    synchronized void add(int place, T found) {
        early.put(place, found);
        while (early.containsKey(number)) {
            next.accept(early.remove(number));
            number++;
        }
    }
}
