package org.thalweg.sweep.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.thalweg.measure.Progress;
import org.thalweg.results.Effort;
import org.thalweg.work.Meter;

/**
 * How much of a sweep is done, and how long the rest takes. Work is counted in processor seconds, which do not depend on
 * who else is on the machine: each kind has its {@link Pace}, by the pieces that are done, and what is left has the
 * amounts that were expected at the start. Kinds of which little was done yet have the pace that was guessed, times what
 * the guess of a typical other was wrong by. Only then the {@link Throughput} makes time by the clock of it; as long as
 * more than half of all work is guessed, no time is told. Thread-safe.
 */
public final class Forecast implements Meter {
    private static final double NANO = 1e-9;

    /** A block counts in so many pieces, so that a long one tells its pace before it is done. */
    private static final double PIECE = 1.0 / 8.0;

    /** Of all work, where a time is told. */
    private static final double MOST_GUESSED = 0.5;

    /** Seconds of work, by the guess, that the guess weighs as much as. */
    private static final double TRUST = 0.1;

    /** What is known of a kind. */
    private static final class Kind {
        private final Pace pace = new Pace();
        private final double guess;
        private double left;
        /** For an amount of one, as far as is known. */
        private double seconds;

        Kind(double guess) {
            this.guess = guess;
            this.seconds = guess;
        }
    }

    /** A block under way, and what was told of it. */
    private static final class Running {
        private final String kind;
        private final double amount;
        private final Running outer;
        private long told;
        private double share;
        private double counted;
        private double seconds;

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
    private final LongSupplier processorTime;
    private final Throughput throughput;
    private double done;

    /**
     * A forecast of nothing yet.
     *
     * @param progress told the share that is done, and the seconds that are left
     * @param processorTime nanoseconds for which the calling thread was on a processor
     * @param clock nanoseconds by the clock
     */
    public Forecast(Progress progress, LongSupplier processorTime, LongSupplier clock) {
        this.progress = progress;
        this.processorTime = processorTime;
        this.throughput = new Throughput(clock);
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
        throughput.begin();
        Thread thread = Thread.currentThread();
        running.put(thread, new Running(kind, amount, running.get(thread), processorTime.getAsLong()));
    }

    private synchronized void end() {
        Running outer = running.get(Thread.currentThread()).outer;
        if (outer == null) {
            running.remove(Thread.currentThread());
        } else {
            outer.told = processorTime.getAsLong();
            running.put(Thread.currentThread(), outer);
        }
    }

    @Override
    public void reached(double share) {
        double all;
        double left;
        synchronized (this) {
            Running block = running.get(Thread.currentThread());
            long now = processorTime.getAsLong();
            double took = NANO * (now - block.told);
            Kind kind = kind(block.kind);
            kind.left = Math.max(0.0, kind.left - block.amount * Math.max(0.0, share - block.share));
            block.told = now;
            block.share = Math.max(block.share, share);
            block.seconds += took;
            done += took;
            if (block.share >= 1.0 || block.share >= block.counted + PIECE) {
                kind.pace.add(block.amount * (block.share - block.counted), block.seconds);
                block.counted = block.share;
                block.seconds = 0.0;
                learn();
            }
            double seconds = left();
            all = done + seconds > 0.0 ? done / (done + seconds) : 0.0;
            // Told or not: the throughput is that of the last stretch, which begins with what it was asked before.
            double time = throughput.time(done, seconds);
            left = guessed() > MOST_GUESSED * (done + seconds) ? Double.NaN : time;
        }
        progress.done(all, left);
    }

    /** The share of the processor time that is over. */
    synchronized double share() {
        double seconds = left();
        return done + seconds > 0.0 ? done / (done + seconds) : 0.0;
    }

    /** Processor seconds that are left. */
    private double left() {
        double left = 0.0;
        for (Kind kind : kinds.values()) {
            left += kind.left * kind.seconds;
        }
        return left;
    }

    /** Those of kinds of which nothing is known but a guess. */
    private double guessed() {
        return kinds.values().stream().filter(kind -> kind.pace.amount() <= 0.0)
                .mapToDouble(kind -> kind.left * kind.seconds).sum();
    }

    /** Each kind by its own pieces, and by what the guesses of those that are known are wrong by in the geometric mean. */
    private void learn() {
        double sum = 0.0;
        int known = 0;
        for (Kind kind : kinds.values()) {
            if (kind.guess * kind.pace.amount() >= TRUST) {
                sum += Math.log(kind.pace.seconds(kind.guess, 0.0) / kind.guess);
                known++;
            }
        }
        double wrong = known == 0 ? 1.0 : Math.exp(sum / known);
        for (Kind kind : kinds.values()) {
            kind.seconds = kind.pace.seconds(wrong * kind.guess, TRUST / kind.guess);
        }
    }

    private Kind kind(String name) {
        return kinds.computeIfAbsent(name, n -> new Kind(Effort.guess(n)));
    }
}
