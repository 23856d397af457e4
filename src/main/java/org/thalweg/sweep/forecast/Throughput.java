package org.thalweg.sweep.forecast;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;

/**
 * Processor seconds of work done in a second by the clock, over the last stretch: how many threads there are, and how much
 * of the machine others leave them.
 */
final class Throughput {
    /** Of the time so far, that counts. */
    private static final double LATE = 0.2;

    /** Seconds that count at least: long against the reports of a thread. */
    private static final double SHORTEST = 2.0;

    /** Seconds between marks at least, and as a share of all. */
    private static final double APART = 0.1;
    private static final double SHARE_APART = 0.005;

    private record Mark(double at, double done) {}

    private final LongSupplier clock;
    private long begin;
    private boolean begun;
    private final Deque<Mark> marks = new ArrayDeque<>();

    /**
     * Of no work yet.
     *
     * @param clock nanoseconds
     */
    Throughput(LongSupplier clock) {
        this.clock = clock;
        marks.add(new Mark(0.0, 0.0));
    }

    /** Work begins now, unless it did before: what cells take to be planned says nothing of how fast they go. */
    void begin() {
        begin = begun ? begin : clock.getAsLong();
        begun = true;
    }

    /**
     * Seconds by the clock for work that is left; NaN where nothing was done yet.
     *
     * @param done processor seconds so far
     * @param left processor seconds
     */
    double time(double done, double left) {
        double now = 1e-9 * (clock.getAsLong() - begin);
        if (now - marks.getLast().at() >= Math.max(APART, SHARE_APART * now)) {
            marks.add(new Mark(now, done));
        }
        // The stretch begins at the last mark that makes it long enough.
        double from = now - Math.max(SHORTEST, LATE * now);
        while (marks.size() > 1 && second().at() <= from) {
            marks.removeFirst();
        }
        Mark first = marks.getFirst();
        return done > first.done() ? left * (now - first.at()) / (done - first.done()) : Double.NaN;
    }

    private Mark second() {
        Iterator<Mark> those = marks.iterator();
        those.next();
        return those.next();
    }
}
