package org.thalweg.fokkerplanck.law;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/** Whether errors of a density are small enough for its numbers to say something: an error may cover and be no use. */
public final class Usefulness {
    /** An error of a moment that is useful, as a share of its value; of the mean, of the standard deviation. */
    public static final double USEFUL = 1e-3;
    /** Of a selection exponent, whose error is that of a fit to the tails: as a share of it, or of 1. */
    private static final double USEFUL_EXPONENT = 1e-2;

    private Usefulness() {}

    /** The first quantity whose error is useless; empty where all are useful. */
    public static Optional<Quantity> worst(DensitySolution solution) {
        Map<Quantity, Measurement> found = solution.quantities();
        for (Map.Entry<Quantity, Measurement> entry : found.entrySet()) {
            Measurement value = entry.getValue();
            double useful = useful(entry.getKey(), value, found.get(Quantity.VARIANCE_X));
            if (value.defined() && value.standardError() > useful) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** The solution with a note of an error that is useless, if there is one, and what might be done. */
    public static DensitySolution said(DensitySolution solution, String remedy) {
        return worst(solution).map(quantity -> solution.saying(String.format(Locale.ROOT,
                "the error of %s is not yet below %.0e of what it belongs to; %s", quantity.key(),
                quantity.equals(Quantity.SELECTION_EXPONENT) ? USEFUL_EXPONENT : USEFUL, remedy))).orElse(solution);
    }

    /** What to say of a passage time whose error is useless. */
    public static Optional<String> ofPassage(PassageTime time, String remedy) {
        Measurement mean = time.mean();
        return mean.defined() && mean.standardError() > USEFUL * mean.value()
                ? Optional.of(String.format(Locale.ROOT, "the error of %s is not yet below %.0e of it; %s",
                        Quantity.CONVERGENCE_TIME.key(), USEFUL, remedy)) : Optional.empty();
    }

    private static double useful(Quantity quantity, Measurement value, Measurement variance) {
        if (quantity.equals(Quantity.MEAN_X)) {
            return USEFUL * Math.sqrt(
                    variance.defined() ? Math.max(0.0, variance.value()) : Double.POSITIVE_INFINITY);
        }
        if (quantity.equals(Quantity.SELECTION_EXPONENT)) {
            return USEFUL_EXPONENT * Math.max(1.0, Math.abs(value.value()));
        }
        // It says nothing beyond mean and variance.
        return quantity.equals(Quantity.MEAN_SQUARE_X) ? Double.POSITIVE_INFINITY : USEFUL * Math.abs(value.value());
    }
}
