package org.thalweg.results;

import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/**
 * A value from outside for one quantity of a setting: published, or measured elsewhere.
 *
 * @param measurement its standard error is NaN where none is known
 */
public record OutsideValue(Quantity quantity, Measurement measurement) {
    /** Whether chance could refute it: a value without an error of its own refutes nothing, and is not refuted. */
    boolean atRisk() {
        return !Double.isNaN(measurement.standardError());
    }
}
