package org.thalweg.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Ticks of a logarithmic axis. Whatever the axis spans, at least two of them are labelled:
 *
 * <ul>
 *   <li>from 2.5 decades: powers of ten, all or every second, third, ...
 *   <li>less: 1, 2, 5 times powers of ten, or a denser or thinner set, as there is room
 *   <li>where not even two of those fall into the axis: equal steps
 * </ul>
 */
final class LogTicks {
    private static final double DECADES_FOR_POWERS = 2.5;
    private static final int MOST_LABELS = 7;
    /** Round steps are up to 2.5 times longer than asked for: two of them always fit. */
    private static final double EQUAL_STEPS = 5.0;
    /** From dense to thin. */
    private static final int[][] LEADING_DIGITS =
        {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 6, 8}, {1, 2, 3, 5}, {1, 2, 5}, {1, 3}, {1}};
    /** Ends of the axis count as inside in spite of rounding. */
    private static final double ROUNDING = 1e-9;

    private final double lower;
    private final double upper;
    private final double room;

    private LogTicks(double lower, double upper, double room) {
        this.lower = lower * (1 - ROUNDING);
        this.upper = upper * (1 + ROUNDING);
        this.room = room;
    }

    /**
     * The ticks in increasing order.
     *
     * @param lower lower end, positive
     * @param upper upper end, above it
     * @param room how many labels fit beside each other along the axis
     */
    static List<Tick> between(double lower, double upper, double room) {
        return new LogTicks(lower, upper, room).ticks();
    }

    private List<Tick> ticks() {
        double decades = Math.log10(upper / lower);
        if (decades >= DECADES_FOR_POWERS) {
            return powers(decades);
        }
        double closest = decades / Math.min(room, MOST_LABELS);
        for (int[] digits : LEADING_DIGITS) {
            List<Tick> ticks = withLeading(digits);
            if (closestDigits(digits) >= closest && ticks.stream().filter(Tick::major).count() >= 2) {
                return ticks;
            }
        }
        return equalSteps();
    }

    private List<Tick> powers(double decades) {
        int every = (int) Math.ceil(decades / Math.min(room, MOST_LABELS));
        List<Tick> ticks = new ArrayList<>();
        for (int n = first(); n <= last(); n++) {
            for (int digit = 1; digit <= (every == 1 ? 9 : 1); digit++) {
                boolean major = digit == 1 && Math.floorMod(n, every) == 0;
                add(ticks, decimal(digit, n), major ? TickLabel.power(n) : "");
            }
        }
        return ticks;
    }

    private List<Tick> withLeading(int[] digits) {
        List<Tick> ticks = new ArrayList<>();
        for (int n = first(); n <= last(); n++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value = decimal(digit, n);
                add(ticks, value, contains(digits, digit) ? TickLabel.of(value) : "");
            }
        }
        return ticks;
    }

    private List<Tick> equalSteps() {
        double atLeast = (upper - lower) / EQUAL_STEPS;
        double step = Tick.step(atLeast);
        TickLabel labels = TickLabel.forMultiplesOf(step);
        List<Tick> ticks = new ArrayList<>();
        for (double k = Math.ceil(lower / step); k * step <= upper; k++) {
            add(ticks, k * step, labels.format(k * step));
        }
        return ticks;
    }

    private void add(List<Tick> ticks, double value, String label) {
        if (value >= lower && value <= upper) {
            ticks.add(new Tick(value, label));
        }
    }

    private int first() {
        return (int) Math.floor(Math.log10(lower));
    }

    private int last() {
        return (int) Math.floor(Math.log10(upper));
    }

    /** The smallest distance in decades between neighbours, across the decade included. */
    private static double closestDigits(int[] digits) {
        double closest = Math.log10(10.0 * digits[0] / digits[digits.length - 1]);
        for (int i = 1; i < digits.length; i++) {
            closest = Math.min(closest, Math.log10((double) digits[i] / digits[i - 1]));
        }
        return closest;
    }

    private static boolean contains(int[] digits, int digit) {
        for (int candidate : digits) {
            if (candidate == digit) {
                return true;
            }
        }
        return false;
    }

    /** digit 10^n, correctly rounded. */
    private static double decimal(int digit, int n) {
        return Double.parseDouble(digit + "e" + n);
    }
}
