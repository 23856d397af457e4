package org.thalweg.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.thalweg.measure.Measurement;

/**
 * The answers of two settings that ought to say the same.
 *
 * @param answers how many were compared
 * @param largest difference, relative to the value or, about zero, to the error
 * @param wrong what differs by more than the errors say, or is there only once, or has a much larger error
 */
record Comparison(int answers, double largest, List<String> wrong) {
    /** Formulas of a dozen operations, sums of 1e4 terms and a hundred steps amplify rounding. */
    private static final double AMPLIFIED = 1e4;
    /** An error that is so many times larger is useless where the original is not. */
    private static final double WORSE = 10.0;

    static Comparison of(Map<String, Measurement> here, Map<String, Measurement> there, OtherUnits units) {
        List<String> wrong = new ArrayList<>();
        double largest = 0.0;
        TreeSet<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        double rounding = AMPLIFIED * units.rounding();
        for (String name : names) {
            Measurement one = here.get(name);
            Measurement other = there.get(name);
            if (one == null || other == null || one.defined() != other.defined()) {
                wrong.add(name + " is " + said(one) + " and " + said(other));
            } else if (one.defined()) {
                double size = Math.max(Math.abs(one.value()), name.endsWith("mean_x") ? 1.0 : 0.0);
                double difference = Math.abs(one.value() - other.value());
                largest = Math.max(largest, difference == 0.0 ? 0.0 : difference / size);
                boolean same = one.value() == other.value() || difference
                        <= one.standardError() + other.standardError() + rounding * size;
                boolean useful = other.standardError() <= WORSE * one.standardError() + rounding * size;
                if (!same || !useful) {
                    wrong.add(name + " is " + said(one) + " and " + said(other));
                }
            }
        }
        return new Comparison(names.size(), largest, wrong);
    }

    private static String said(Measurement found) {
        return found == null ? "absent" : found.defined() ? String.format(Locale.ROOT, "%.12g +- %.2g", found.value(),
                found.standardError()) : "undefined";
    }
}
