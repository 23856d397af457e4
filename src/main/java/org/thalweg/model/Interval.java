package org.thalweg.model;

import org.thalweg.refusal.Refusal;

/**
 * The range of one coordinate.
 *
 * @param from lower end; may be -infinity where the boundary is open
 * @param to upper end; may be infinity where the boundary is open
 * @param boundary what happens at both ends
 */
public record Interval(double from, double to, Boundary boundary) {
    /** The whole line, without walls. */
    public static final Interval LINE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Boundary.OPEN);

    /** Refuses empty and reversed intervals, and infinite ones with walls. */
    public Interval {
        if (!(from < to)) {
            throw new Refusal("interval from " + from + " to " + to + ": must have from < to");
        }
        if (boundary != Boundary.OPEN && (Double.isInfinite(from) || Double.isInfinite(to))) {
            throw new Refusal(
                    "interval from " + from + " to " + to + ": only an open boundary may be infinite");
        }
    }

    /** to - from. */
    public double length() {
        return to - from;
    }

    /** True where both ends are finite numbers. */
    public boolean bounded() {
        return !Double.isInfinite(from) && !Double.isInfinite(to);
    }

    /**
     * The finite part of this interval that is worth looking at when a function is checked on a grid: an infinite end
     * is cut 10 length units beyond 0 or beyond the other end, whichever is farther out.
     */
    public Interval window() {
        if (bounded()) {
            return this;
        }
        double reach = 10.0;
        double low = Double.isInfinite(from) ? Math.min(-reach, (Double.isInfinite(to) ? 0.0 : to) - reach) : from;
        double high = Double.isInfinite(to) ? Math.max(reach, (Double.isInfinite(from) ? 0.0 : from) + reach) : to;
        return new Interval(low, high, boundary);
    }

    /** True where {@code x} is inside or on an end; a periodic coordinate is always inside. */
    public boolean contains(double x) {
        return boundary == Boundary.PERIODIC ? !Double.isNaN(x) : x >= from && x <= to;
    }

    /**
     * The point inside the interval that {@code x} stands for: wrapped where periodic, mirrored where reflecting,
     * unchanged otherwise. NaN, and infinity where there is a point to stand for, give NaN.
     */
    public double fold(double x) {
        if (boundary == Boundary.PERIODIC) {
            if (x >= from && x < to) {
                return x;
            }
            double wrapped = x - length() * Math.floor((x - from) / length());
            return wrapped >= to ? from : Math.max(wrapped, from);
        }
        if (boundary == Boundary.REFLECTING) {
            if (x >= from && x <= to) {
                return x;
            }
            double phase = (x - from) - 2.0 * length() * Math.floor((x - from) / (2.0 * length()));
            double mirrored = from + (phase <= length() ? phase : 2.0 * length() - phase);
            // Rounding may carry it one unit in the last place beyond an end.
            return Math.max(from, Math.min(mirrored, to));
        }
        return x;
    }
}
