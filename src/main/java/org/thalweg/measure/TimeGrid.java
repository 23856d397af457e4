package org.thalweg.measure;

/**
 * Iterations at which something is recorded: {@code from, from + every, ...} up to and including {@code to}. Record
 * times lie on steps; paths are never interpolated.
 */
public record TimeGrid(long from, long to, long every) {
    /** Refuses grids without points. */
    public TimeGrid {
        if (from < 0 || to < from || every < 1) {
            throw new IllegalArgumentException(
                    "time grid " + from + ":" + to + ":" + every + ": must have 0 <= from <= to and every >= 1");
        }
    }

    /** The single step {@code at}. */
    public static TimeGrid at(long at) {
        return new TimeGrid(at, at, 1);
    }

    /** True where something is recorded after step {@code step}. */
    public boolean contains(long step) {
        return step >= from && step <= to && (step - from) % every == 0;
    }

    /** The number of record times. */
    public long size() {
        return (to - from) / every + 1;
    }
}
