package org.thalweg.web;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * One question is answered at a time, and of those that wait only the newest: a slider that moves asks faster than a
 * density is solved, and what it asked before the last time nobody wants to know any more.
 */
public final class NewestWins {
    private final AtomicLong newest = new AtomicLong();

    /** The answer; empty where a newer question has come before this one's turn. */
    public <T> Optional<T> answer(Supplier<T> work) {
        long number = newest.incrementAndGet();
        synchronized (this) {
            return number < newest.get() ? Optional.empty() : Optional.of(work.get());
        }
    }
}
