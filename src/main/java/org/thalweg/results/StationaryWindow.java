package org.thalweg.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;
import org.thalweg.trajectory.EnsembleResult;

/**
 * Whether an ensemble that is averaged as stationary is: over the window of the averages no mean may change. The change
 * is that of the straight line through the samples of each particle, so that particles are independent and Student's
 * test applies, and its standard error knows the scatter between particles but nothing of what no particle has seen:
 * that the window is long against the slowest relaxation is for the {@link RunPlan} to see to.
 */
final class StationaryWindow {
    /** Probability that a stationary ensemble is said to change, in each of two means. */
    static final double FALSE_ALARM = 1e-4;

    private StationaryWindow() {}

    /** What changes, in words; empty where nothing does. */
    static Optional<String> change(EnsembleResult result) {
        for (Quantity quantity : List.of(Quantity.MEAN_FLATNESS, Quantity.MEAN_SQUARE_Y)) {
            Measurement change = result.trend(quantity);
            if (change.defined() && change.standardError() > 0.0
                    && Math.abs(change.value()) > ErrorBudget.EMPTY.withSampling(change).marginAt(FALSE_ALARM)) {
                return Optional.of(String.format(Locale.ROOT, "%s changes by %.3g +- %.2g over the window of its"
                        + " average", quantity, change.value(), change.standardError()));
            }
        }
        return Optional.empty();
    }
}
