package org.thalweg.model.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.refusal.Refusal;

/**
 * An ordered list of numbers, written {@code 0.1}, {@code 0.1,0.2,0.5}, {@code lin:A:B:N} or {@code log:A:B:N}.
 *
 * @param values at least one, strictly increasing
 */
public record Range(List<Double> values) {
    /** An immutable copy; refuses empty, unordered and non-finite lists. */
    public Range {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new Refusal("range is empty; give at least one number");
        }
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i))) {
                throw new Refusal("range holds " + values.get(i) + "; give finite numbers");
            }
            if (i > 0 && values.get(i) <= values.get(i - 1)) {
                throw new Refusal("range goes from " + values.get(i - 1) + " to " + values.get(i)
                        + "; give the numbers in increasing order, each once");
            }
        }
    }

    /** A single number. */
    public static Range of(double value) {
        return new Range(List.of(value));
    }

    /**
     * Reads a range.
     *
     * @throws Refusal with what is wrong and what would be right
     */
    public static Range parse(String text) {
        String trimmed = text.trim();
        if (trimmed.startsWith("lin:") || trimmed.startsWith("log:")) {
            return spaced(trimmed);
        }
        if (trimmed.isEmpty()) {
            throw new Refusal("range is empty; write 0.1 or 0.1,0.2 or lin:A:B:N or log:A:B:N");
        }
        return new Range(Arrays.stream(trimmed.split(",", -1)).map(part -> number(part, text)).toList());
    }

    private static Range spaced(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw new Refusal("range '" + text + "' has " + (parts.length - 1)
                    + " fields after its kind; write " + parts[0] + ":A:B:N");
        }
        double from = number(parts[1], text);
        double to = number(parts[2], text);
        double count = number(parts[3], text);
        if (count != Math.rint(count) || count < 1 || count > 100_000) {
            throw new Refusal(
                    "range '" + text + "' has N = " + parts[3] + "; give a whole number from 1 to 100000");
        }
        if (!(from < to) && !(from == to && count == 1)) {
            throw new Refusal(
                    "range '" + text + "' is reversed or empty; write the smaller end first");
        }
        if (count == 1 && from < to) {
            throw new Refusal(
                    "range '" + text + "' has two ends and N = 1; give an N of at least 2, or a single number");
        }
        boolean logarithmic = parts[0].equals("log");
        if (logarithmic && !(from > 0)) {
            throw new Refusal(
                    "range '" + text + "' is logarithmic from " + parts[1] + "; give positive ends");
        }
        int n = (int) count;
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double share = n == 1 ? 0.0 : (double) i / (n - 1);
            double inner = logarithmic
                    ? Math.exp(Math.log(from) + share * Math.log(to / from))
                    : from + share * (to - from);
            values.add(i == 0 ? from : i == n - 1 ? to : inner);
        }
        return new Range(values);
    }

    /**
     * A value as a whole number, as sizes must be.
     *
     * @throws Refusal where it is not, by more than the rounding of a logarithmic range
     */
    public static int whole(double value) {
        Refusal.raise(refusesWhole(value));
        return (int) Math.rint(value);
    }

    /** Why {@link #whole} is no number. */
    public static Optional<Refusal> refusesWhole(double value) {
        double whole = Math.rint(value);
        // exp(log A + share log(B / A)) is right to a few units in the last place.
        boolean sound = Math.abs(value - whole) <= 64.0 * Math.ulp(value) && Math.abs(whole) <= Integer.MAX_VALUE;
        return sound ? Optional.empty()
                : Optional.of(new Refusal(value + " is not a whole number; write 8,16,32 or log:8:64:4"));
    }

    private static double number(String part, String text) {
        try {
            return Double.parseDouble(part.trim());
        } catch (NumberFormatException e) {
            throw new Refusal("range '" + text + "' holds '" + part.trim()
                    + "', which is not a number; write 0.1 or 0.1,0.2 or lin:A:B:N or log:A:B:N");
        }
    }

    @Override
    public String toString() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
