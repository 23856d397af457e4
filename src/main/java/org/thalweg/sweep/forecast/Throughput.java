package org.thalweg.sweep.forecast;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * How many processors are at work for this process, over the last stretch: as many as it has threads that work or
 * compile, or what others leave of the machine.
 */
final class Throughput {
    /** Of the time so far, that counts. */
    private static final double LATE = 0.2;

    /** Seconds that count at least: long against the turns that programs take at a processor. */
    private static final double SHORTEST = 2.0;

    /** Seconds before which nothing is told. */
    private static final double SOON = 0.25;

    /** Seconds between marks at least, and as a share of all. */
    private static final double APART = 0.1;
    private static final double SHARE_APART = 0.005;

    private record Mark(double at, double processor) {}

    private final Clocks clocks;
    private long begin;
    private long processorBegin;
    private boolean begun;
    private final Deque<Mark> marks = new ArrayDeque<>();

    /** Of no work yet. */
    Throughput(Clocks clocks) {
        this.clocks = clocks;
        marks.add(new Mark(0.0, 0.0));
    }

    /** Work begins now, unless it did before: what cells take to be planned says nothing of how fast they go. */
    void begin() {
        if (!begun) {
            begun = true;
            begin = clocks.wall().getAsLong();
            processorBegin = clocks.process().getAsLong();
        }
    }

    /** Time goes on. */
    void mark() {
        double now = elapsed();
        if (now - marks.getLast().at() < Math.max(APART, SHARE_APART * now)) {
            return;
        }
        marks.add(new Mark(now, 1e-9 * (clocks.process().getAsLong() - processorBegin)));
        // The stretch begins at the last mark that makes it long enough.
        double from = now - Math.max(SHORTEST, LATE * now);
        while (marks.size() > 2 && second().at() <= from) {
            marks.removeFirst();
        }
    }

    /** Seconds by the clock since work began. */
    double elapsed() {
        return 1e-9 * (clocks.wall().getAsLong() - begin);
    }

    /** Processors at work; NaN where it is too early to say. */
    double processors() {
        Mark first = marks.getFirst();
        Mark last = marks.getLast();
        return last.at() - first.at() >= SOON ? (last.processor() - first.processor()) / (last.at() - first.at())
                : Double.NaN;
    }

    private Mark second() {
        Iterator<Mark> those = marks.iterator();
        those.next();
        return those.next();
    }
}
