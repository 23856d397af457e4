package org.thalweg.sweep.forecast;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast one kind of work goes: over the last fifth of the time that it was done for, so that what a virtual machine
 * takes to compile it at first is forgotten.
 */
final class Pace {
    /** Of pieces, so that few are remembered. */
    private static final double SHORTEST = 0.02;

    /** The share that counts. */
    private static final double LATE = 0.2;

    private record Piece(double amount, double seconds) {}

    private final Deque<Piece> late = new ArrayDeque<>();
    private double amount;
    private double seconds;
    private double all;

    /** More was done. */
    void add(double more, double took) {
        Piece last = late.peekLast();
        if (last != null && last.seconds() < SHORTEST + all / 1000.0) {
            late.removeLast();
            late.add(new Piece(last.amount() + more, last.seconds() + took));
        } else {
            late.add(new Piece(more, took));
        }
        amount += more;
        seconds += took;
        all += took;
        while (late.size() > 1 && seconds - late.peekFirst().seconds() >= LATE * all) {
            Piece first = late.removeFirst();
            amount -= first.amount();
            seconds -= first.seconds();
        }
    }

    /** True where anything was done. */
    boolean known() {
        return amount > 0.0 && seconds > 0.0;
    }

    /** Seconds for an amount of one, once it is {@link #known}. */
    double seconds() {
        return seconds / amount;
    }

    /** Seconds so far, those that are forgotten among them. */
    double all() {
        return all;
    }
}
