package org.thalweg.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Digits;

/** A table of words and numbers in aligned columns. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();

    public Table(String... header) {
        rows.add(header);
    }

    public void row(String... cells) {
        rows.add(cells);
    }

    /** "4.049 +- 0.011": the error to two digits, the value to as many decimals. */
    public static String number(Measurement m) {
        if (!m.defined() || Double.isInfinite(m.standardError())) {
            return "-";
        }
        if (!(m.standardError() > 0.0)) {
            return number(m.value());
        }
        int decimals = (int) Math.max(0, 1 - Math.floor(Math.log10(m.standardError())));
        if (decimals > 8 || Math.abs(m.value()) >= 1e7) {
            return String.format(Locale.ROOT, "%.5g +- %.1e", m.value(), m.standardError());
        }
        String format = "%." + decimals + "f";
        return String.format(Locale.ROOT, format + " +- " + format, m.value(), m.standardError());
    }

    /** Five significant digits. */
    public static String number(double value) {
        return Digits.of(value);
    }

    /** Columns as wide as their widest cell, two spaces apart; the last one is not padded. */
    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(r -> r.length).max().orElse(0);
        int[] width = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                width[i] = Math.max(width[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(width[i] - row[i].length() + 2));
            }
            text.append(text.isEmpty() ? "" : System.lineSeparator()).append(line.toString().stripTrailing());
        }
        return text.toString();
    }
}
