package org.thalweg.results.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.EnsembleResult;

/**
 * Whether an ensemble that is taken as stationary is: over the steps at which it is followed no mean may change. The
 * change is that of the straight line through the samples of each particle, so that particles are independent and
 * Student's test applies, and its standard error knows the scatter between particles but nothing of what no particle
 * has seen: that the window is long against the slowest relaxation is for the {@link RunPlan} to see to, or to be
 * said.
 */
public final class StationaryWindow {
    /** Probability that a stationary ensemble is said to change, in each mean. */
    public static final double FALSE_ALARM = 1e-4;

    private StationaryWindow() {}

    /**
     * The change of each mean that is looked at, by its quantity: of the flatness and y^2 on a valley, of x, x^2 and
     * y^2 elsewhere. Empty where the ensemble was not followed over at least two steps.
     */
    public static Map<Quantity, Measurement> changes(EnsembleResult result) {
        boolean valley = result.trend(Quantity.MEAN_FLATNESS).defined();
        Map<Quantity, Measurement> changes = new LinkedHashMap<>();
        for (Quantity quantity : valley ? List.of(Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y)
                : List.of(Quantity.MEAN_X, Quantity.MEAN_SQUARE_X, Quantity.MEAN_SQUARE_Y)) {
            Measurement change = result.trend(quantity);
            if (change.defined()) {
                changes.put(quantity, change);
            }
        }
        return changes;
    }

    /** What changes, in words; empty where nothing does. */
    public static Optional<String> change(EnsembleResult result) {
        return changing(result).map(changed -> changed + " over the window of its average");
    }

    /** The first mean that changes, and by how much; empty where none does. */
    public static Optional<String> changing(EnsembleResult result) {
        return changes(result).entrySet().stream().filter(e -> significant(e.getValue())).findFirst()
                .map(e -> e.getKey() + " changes by " + number(e.getValue()));
    }

    /** A change as it is told in words; a single particle has no error. */
    public static String number(Measurement change) {
        return Double.isNaN(change.standardError()) ? String.format(Locale.ROOT, "%.3g", change.value())
                : String.format(Locale.ROOT, "%.3g +- %.2g", change.value(), change.standardError());
    }

    private static boolean significant(Measurement change) {
        return change.standardError() > 0.0
                && Math.abs(change.value()) > ErrorBudget.EMPTY.withSampling(change).marginAt(FALSE_ALARM);
    }
}
