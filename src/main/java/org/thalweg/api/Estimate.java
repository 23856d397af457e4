package org.thalweg.api;

import org.thalweg.measure.Measurement;

/**
 * A number with its error.
 *
 * @param value the number; NaN where it is not defined
 * @param error one standard error of a simulated number, the estimated numerical error of a computed one
 */
public record Estimate(double value, double error) {
    static Estimate of(Measurement measured) {
        return new Estimate(measured.value(), measured.standardError());
    }
}
