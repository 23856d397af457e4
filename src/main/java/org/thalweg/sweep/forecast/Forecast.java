package org.thalweg.sweep.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.thalweg.measure.Progress;
import org.thalweg.results.Effort;
import org.thalweg.work.Meter;

/**
 * How much of a sweep is done, as a share of its time. Each kind of work has its {@link Pace}, by the blocks that are
 * done and as far as they are; what is left has the amounts that were expected at the start. Kinds of which nothing
 * was done yet have the pace that was guessed, times what the guess of a typical other was wrong by. Thread-safe.
 */
public final class Forecast implements Meter {
    private static final double NANO = 1e-9;

    /** What is known of a kind. */
    private static final class Kind {
        private final Pace pace = new Pace();
        private double left;
    }

    /** A block under way, and what was told of it. */
    private static final class Running {
        private final String kind;
        private final double amount;
        private final Running outer;
        private long told;
        private double share;

        Running(String kind, double amount, Running outer, long begin) {
            this.kind = kind;
            this.amount = amount;
            this.outer = outer;
            this.told = begin;
        }
    }

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<Thread, Running> running = new HashMap<>();
    private final Progress progress;
    private final LongSupplier nanoTime;

    /**
     * A forecast of nothing yet.
     *
     * @param progress told the share that is done
     * @param nanoTime the clock
     */
    public Forecast(Progress progress, LongSupplier nanoTime) {
        this.progress = progress;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void expect(Map<String, Double> amounts) {
        amounts.forEach((kind, amount) -> kind(kind).left += amount);
    }

    @Override
    public void time(String kind, double amount, Runnable work) {
        begin(kind, amount);
        try {
            work.run();
        } finally {
            reached(1.0);
            end();
        }
    }

    private synchronized void begin(String kind, double amount) {
        Thread thread = Thread.currentThread();
        running.put(thread, new Running(kind, amount, running.get(thread), nanoTime.getAsLong()));
    }

    private synchronized void end() {
        Running outer = running.get(Thread.currentThread()).outer;
        if (outer == null) {
            running.remove(Thread.currentThread());
        } else {
            outer.told = nanoTime.getAsLong();
            running.put(Thread.currentThread(), outer);
        }
    }

    @Override
    public void reached(double share) {
        double all;
        synchronized (this) {
            Running block = running.get(Thread.currentThread());
            long now = nanoTime.getAsLong();
            Kind kind = kind(block.kind);
            double more = block.amount * Math.max(0.0, share - block.share);
            kind.pace.add(more, NANO * (now - block.told));
            kind.left = Math.max(0.0, kind.left - more);
            block.told = now;
            block.share = Math.max(block.share, share);
            all = share();
        }
        progress.done(all);
    }

    /** The share of the time of all threads that is over. */
    synchronized double share() {
        double wrong = wrong();
        double done = 0.0;
        double left = 0.0;
        for (Map.Entry<String, Kind> entry : kinds.entrySet()) {
            Kind kind = entry.getValue();
            double pace = kind.pace.known() ? kind.pace.seconds() : wrong * Effort.guess(entry.getKey());
            done += kind.pace.all();
            left += kind.left * pace;
        }
        return done + left > 0.0 ? done / (done + left) : 0.0;
    }

    /** What the guesses of kinds that are known are to be multiplied by, in the geometric mean. */
    private double wrong() {
        double sum = 0.0;
        int known = 0;
        for (Map.Entry<String, Kind> entry : kinds.entrySet()) {
            if (entry.getValue().pace.known()) {
                sum += Math.log(entry.getValue().pace.seconds() / Effort.guess(entry.getKey()));
                known++;
            }
        }
        return known == 0 ? 1.0 : Math.exp(sum / known);
    }

    private Kind kind(String name) {
        return kinds.computeIfAbsent(name, n -> new Kind());
    }
}
