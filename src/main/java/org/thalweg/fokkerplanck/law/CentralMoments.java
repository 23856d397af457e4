package org.thalweg.fokkerplanck.law;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Diagnostic;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;

/**
 * The moments of x, computed about a point in the middle of the law: far from x = 0 the mean square is large, and the
 * variance would be what its rounding and grid errors leave of it.
 */
final class CentralMoments {
    private CentralMoments() {}

    /**
     * Puts {@code mean_x}, {@code variance_x} and {@code mean_square_x} of one law at successive refinements.
     *
     * @param truncation the relative error that cutting open ends leaves in a mean; NaN where the mean does not exist
     * @param quantities modified; a moment that does not exist is UNDEFINED
     */
    static void put(List<? extends Law> laws, ToDoubleFunction<Diagnostic> truncation,
            Map<Quantity, Measurement> quantities) {
        double mean = laws.get(laws.size() - 1).mean(Diagnostic.along(Quantity.MEAN_X, x -> x));
        double centre = Double.isFinite(mean) ? mean : 0.0;
        Diagnostic first = Diagnostic.along(Quantity.MEAN_X, x -> x - centre);
        Diagnostic second = Diagnostic.along(Quantity.MEAN_SQUARE_X, x -> (x - centre) * (x - centre));
        double size = laws.get(0).mean(Diagnostic.along(Quantity.MEAN_X, x -> Math.abs(x - centre)));
        double square = laws.get(0).mean(second);
        // Places are known to the rounding of x.
        double rounding = Math.ulp(centre);
        double offBy = (truncation.applyAsDouble(first) + Richardson.ROUNDING) * size + rounding;
        double squareOffBy = (truncation.applyAsDouble(second) + Richardson.ROUNDING) * square + rounding * size;
        quantities.put(Quantity.MEAN_X, widened(DensitySolution.combine(laws, law -> law.mean(first)), centre, offBy));
        quantities.put(Quantity.VARIANCE_X, widened(DensitySolution.combine(laws, law -> {
            double offset = law.mean(first);
            return law.mean(second) - offset * offset;
        }), 0.0, squareOffBy));
        quantities.put(Quantity.MEAN_SQUARE_X, widened(DensitySolution.combine(laws,
                law -> law.mean(second) + 2.0 * centre * law.mean(first)), centre * centre,
                squareOffBy + 2.0 * Math.abs(centre) * offBy));
    }

    private static Measurement widened(Measurement found, double shift, double error) {
        return found.defined() && !Double.isNaN(error)
                ? Measurement.computed(shift + found.value(), found.standardError() + error) : Measurement.UNDEFINED;
    }
}
