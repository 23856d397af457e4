package org.thalweg.referee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of a summary.
 *
 * @param value NaN where it is blank
 * @param error of sampling or of the numerics
 */
record Number(double value, double error) {
    /** A summary by quantity. */
    static Map<String, Number> summary(List<CSVRecord> rows) {
        Map<String, Number> summary = new LinkedHashMap<>();
        rows.forEach(row -> summary.put(row.get("quantity"), of(row)));
        return summary;
    }

    /** The number of a row with a value and its error. */
    static Number of(CSVRecord row) {
        return new Number(parse(row.get("value")), parse(row.get("standard_error")));
    }

    static double parse(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    boolean defined() {
        return !Double.isNaN(value);
    }

    /** How far from another, in units of both errors added up: they are bounds, not deviations. */
    double apart(Number other) {
        double difference = Math.abs(value - other.value);
        return difference == 0.0 ? 0.0 : difference / (error + other.error);
    }

    /** How far from another, in joint standard errors. */
    double sigmas(Number other) {
        double difference = Math.abs(value - other.value);
        return difference == 0.0 ? 0.0 : difference / Math.hypot(error, other.error);
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%.9g +- %.2g", value, error);
    }
}
