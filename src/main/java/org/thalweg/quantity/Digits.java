package org.thalweg.quantity;

import java.util.Locale;

/** Numbers as a person reads them. */
public final class Digits {
    private Digits() {}

    /** Five significant digits; a dash where there is no number. */
    public static String of(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5g", value);
    }
}
