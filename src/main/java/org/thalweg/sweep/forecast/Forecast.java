package org.thalweg.sweep.forecast;

import java.util.HashMap;
import java.util.Map;
import org.thalweg.measure.Progress;
import org.thalweg.work.Meter;

/**
 * How much of a sweep is done, and how long the rest takes. Work is counted in processor seconds, which do not depend
 * on who else is on the machine: each kind has its {@link Pace}, which begins with what was known before, and what is
 * left has the amounts that were expected at the start. By how much kinds cost more or less than was known is mostly
 * the speed of the machine, and so counts for the others too. Only then the {@link Throughput} makes time by the clock
 * of it. Thread-safe.
 */
public final class Forecast implements Meter {
    private static final double NANO = 1e-9;

    /** A block counts in so many pieces, so that a long one tells its pace before it is done. */
    private static final double PIECE = 1.0 / 8.0;

    /** Processor seconds that are a piece whatever their share is: of work that is not compiled it is none. */
    private static final double LONG_PIECE = 0.1;

    /** By how much the yardstick is wrong about the speed of a machine: a standard deviation of the logarithm. */
    private static final double MACHINES = 0.3;

    /** Of the work, before which no time is told. */
    private static final double SOON = 0.05;

    /** Seconds by the clock, of all work, below which no time is told: most of it is warming up. */
    private static final double SHORT = 5.0;

    /** Processor seconds that Java's compilers take during a sweep, and of work in which most of it goes by. */
    private static final double COMPILING = 9.5;
    private static final double COMPILES_FOR = 10.0;

    /** What is known of a kind. */
    private static final class Kind {
        private final Prior prior;
        private final Pace pace;
        private double left;

        Kind(Prior prior) {
            this.prior = prior;
            this.pace = new Pace(prior);
        }

        double seconds(double machine) {
            return left * pace.seconds(machine) + pace.warmUp(left, machine);
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
    private final Map<Object, Running> running = new HashMap<>();
    private final Progress progress;
    private final Clocks clocks;
    private final int threads;
    private final Throughput throughput;
    private double done;
    /** So many times as long as on the machine of docs/scaling.md: by the yardstick, and as far as is known. */
    private final double yardstick;
    private double machine;

    /**
     * A forecast of nothing yet.
     *
     * @param progress told the share that is done, and the seconds that are left
     * @param threads that work
     * @param slowness {@link Yardstick#slowness}
     */
    public Forecast(Progress progress, Clocks clocks, int threads, double slowness) {
        this.yardstick = slowness;
        this.machine = slowness;
        this.progress = progress;
        this.clocks = clocks;
        this.threads = threads;
        this.throughput = new Throughput(clocks);
    }

    @Override
    public synchronized void expect(Map<String, Double> amounts) {
        amounts.forEach((kind, amount) -> {
            kind(kind).left += amount;
            kind(kind).pace.expect(amount);
        });
    }

    @Override
    public void time(String kind, double amount, Runnable work) {
        Object who = Thread.currentThread();
        begin(who, kind, amount);
        try {
            work.run();
        } finally {
            reached(who, 1.0);
            end(who);
        }
    }

    @Override
    public void reached(double share) {
        reached(Thread.currentThread(), share);
    }

    /** Someone begins a block, within that which they are at. */
    synchronized void begin(Object who, String kind, double amount) {
        throughput.begin();
        Running outer = running.get(who);
        long now = clocks.thread().getAsLong();
        if (outer != null) {
            outer.seconds += NANO * (now - outer.told);
            done += NANO * (now - outer.told);
        }
        running.put(who, new Running(kind, amount, outer, now));
    }

    /** Someone is through with a block, and goes on with that around it. */
    synchronized void end(Object who) {
        Running outer = running.get(who).outer;
        if (outer == null) {
            running.remove(who);
        } else {
            outer.told = clocks.thread().getAsLong();
            running.put(who, outer);
        }
    }

    /** Of the block that someone is at, so much is done. */
    void reached(Object who, double share) {
        double all;
        double time;
        synchronized (this) {
            Running block = running.get(who);
            long now = clocks.thread().getAsLong();
            double took = NANO * (now - block.told);
            Kind kind = kind(block.kind);
            kind.left = Math.max(0.0, kind.left - block.amount * Math.max(0.0, share - block.share));
            block.told = now;
            block.share = Math.max(block.share, share);
            block.seconds += took;
            done += took;
            if (block.share >= 1.0 || block.share >= block.counted + PIECE || block.seconds >= LONG_PIECE) {
                kind.pace.add(block.amount * (block.share - block.counted), block.seconds, machine);
                block.counted = block.share;
                block.seconds = 0.0;
                learn();
            }
            throughput.mark();
            double left = left();
            all = done + left > 0.0 ? done / (done + left) : 0.0;
            time = all < SOON ? Double.NaN : time(left);
        }
        progress.done(all, time);
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
            left += kind.seconds(machine);
        }
        return left;
    }

    /** Seconds by the clock: compilers take their part of the processors, where these are no more than threads. */
    private double time(double left) {
        double compiling = machine * COMPILING
                * (Math.exp(-done / (machine * COMPILES_FOR)) - Math.exp(-(done + left) / (machine * COMPILES_FOR)));
        double time = Math.max(left / threads, (left + compiling) / throughput.processors());
        return throughput.elapsed() + time < SHORT ? Double.NaN : time;
    }

    /** What kinds are wrong by, each weighing as much as it says of the machine. */
    private void learn() {
        double weights = 1.0 / (MACHINES * MACHINES);
        double sum = weights * Math.log(yardstick);
        for (Kind kind : kinds.values()) {
            double weight = kind.pace.weight() / (kind.prior.spread() * kind.prior.spread());
            sum += weight * kind.pace.wrong();
            weights += weight;
        }
        machine = Math.exp(sum / weights);
    }

    private Kind kind(String name) {
        return kinds.computeIfAbsent(name, n -> new Kind(Prior.of(n)));
    }
}
