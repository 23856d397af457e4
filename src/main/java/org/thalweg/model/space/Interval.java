package org.thalweg.model.space;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.refusal.Refusal;

/**
 * The range of one coordinate.
 *
 * @param from lower end; may be -infinity where the boundary is open
 * @param to upper end; may be infinity where the boundary is open
 * @param boundary what happens at both ends
 * @param frame the units in which things are looked for where an end is infinite
 */
public record Interval(double from, double to, Boundary boundary, Frame frame) {
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

    /** A range in plain units. */
    public Interval(double from, double to, Boundary boundary) {
        this(from, to, boundary, Frame.PLAIN);
    }

    /** The same range in other units. */
    public Interval in(Frame units) {
        return new Interval(from, to, boundary, units);
    }

    /**
     * The same range; where an end is infinite, in units that fit a stationary law on it.
     *
     * @param force drift / D_xx, about d ln P / dx
     * @param start where the search for the law begins
     */
    public Interval asSeenBy(DoubleUnaryOperator force, double start) {
        return bounded() ? this : in(LawFrame.of(force, this, start));
    }

    /**
     * A place to look from on an infinite line: the one given, or the origin if that is thousands of units away.
     */
    public double focus(double place) {
        return bounded() || Math.abs(place - frame.origin()) <= LawFrame.FAR * frame.unit() ? place : frame.origin();
    }

    /** to - from. */
    public double length() {
        return to - from;
    }

    /** The middle of cell i of so many equal ones. */
    public double middle(int i, int cells) {
        return from + length() * (i + 0.5) / cells;
    }

    /** True where both ends are finite numbers. */
    public boolean bounded() {
        return !Double.isInfinite(from) && !Double.isInfinite(to);
    }

    /**
     * The finite part of this interval that is worth looking at when a function is checked on a grid: an infinite end
     * is cut 10 units of length beyond the origin or beyond the other end, whichever is farther out.
     */
    public Interval window() {
        if (bounded()) {
            return this;
        }
        double origin = frame.origin();
        double reach = 10.0 * frame.unit();
        double low = Double.isInfinite(from) ? Math.min(origin, Double.isInfinite(to) ? origin : to) - reach : from;
        double high = Double.isInfinite(to) ? Math.max(origin, Double.isInfinite(from) ? origin : from) + reach : to;
        return new Interval(low, high, boundary, frame);
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
