package org.thalweg.model.optimiser;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.model.formula.Fields;

/** Numbers of model files that must lie in a range, and numbers in the order in which they are told. */
final class Numbers {
    private Numbers() {}

    /** An optional number from {@code least} to less than {@code below}. */
    static double within(Fields fields, String key, double otherwise, double least, double below) {
        double value = fields.number(key, otherwise);
        if (value < least || value >= below) {
            fields.problem(key, "'" + key + "' = " + value, "give a number from " + least + " to less than " + below);
        }
        return value;
    }

    /** An optional number that must be greater than zero and finite. */
    static double positive(Fields fields, String key, double otherwise) {
        double value = fields.number(key, otherwise);
        if (value <= 0.0 || Double.isInfinite(value)) {
            fields.problem(key, "'" + key + "' = " + value, "give a finite number > 0");
        }
        return value;
    }

    /** Without a decimal point where there is nothing behind it. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Pairs of keys and values, in their order. */
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put((String) pairs[i], pairs[i + 1]);
        }
        return all;
    }
}
