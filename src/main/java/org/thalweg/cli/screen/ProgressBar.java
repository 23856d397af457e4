package org.thalweg.cli.screen;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.thalweg.measure.Progress;

/**
 * How far a computation has come and when it will be through. May be told from any thread; closing it removes the bar
 * from a terminal.
 */
public final class ProgressBar implements Progress, AutoCloseable {
    /** Returns to the start of a terminal's line and clears it (ECMA-48: CR, EL). */
    static final String ERASE_LINE = "\r\u001b[K";

    private static final int WIDTH = 30;
    private static final double NANO = 1e-9;

    /** How progress is shown. */
    enum Style {
        /** A bar, redrawn in place ten times a second: for terminals. */
        BAR(TimeUnit.MILLISECONDS.toNanos(100)),
        /** A line every five seconds: for logs. */
        LINES(TimeUnit.SECONDS.toNanos(5)),
        /** Not at all. */
        SILENT(Long.MAX_VALUE / 2);

        private final long intervalNanos;

        Style(long intervalNanos) {
            this.intervalNanos = intervalNanos;
        }
    }

    private final String task;
    private final PrintWriter err;
    private final Style style;
    private final LongSupplier nanoTime;
    private final long begin;
    private long next;
    private double furthest;

    /**
     * Progress that begins now.
     *
     * @param task what is being done, in a word or two
     * @param nanoTime the clock
     */
    public ProgressBar(String task, PrintWriter err, Style style, LongSupplier nanoTime) {
        this.task = task;
        this.err = err;
        this.style = style;
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
        this.next = begin + style.intervalNanos;
    }

    @Override
    public void done(double fraction) {
        show(fraction, OptionalDouble.empty());
    }

    @Override
    public void done(double fraction, double secondsLeft) {
        show(fraction, OptionalDouble.of(secondsLeft));
    }

    /** With the time that is left as it was told, or else as what is done took so far. */
    private synchronized void show(double fraction, OptionalDouble secondsLeft) {
        // Reports of several threads may overtake each other.
        furthest = Math.max(furthest, Math.min(fraction, 1.0));
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + style.intervalNanos;
        double left = secondsLeft.orElse(NANO * (now - begin) * (1.0 - furthest) / furthest);
        String state = String.format(Locale.ROOT, "%3d %%%s", (int) (100 * furthest), remaining(left));
        if (style == Style.BAR) {
            int filled = (int) (WIDTH * furthest);
            err.print(ERASE_LINE + task + " [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + state);
        } else {
            err.println(task + " " + state);
        }
        err.flush();
    }

    private static String remaining(double left) {
        if (!Double.isFinite(left)) {
            return "";
        }
        long seconds = Math.round(left);
        return seconds < 3600
                ? String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, ", %d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public synchronized void close() {
        if (style == Style.BAR) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
