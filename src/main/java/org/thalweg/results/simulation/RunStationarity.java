package org.thalweg.results.simulation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Digits;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.plan.Horizon;
import org.thalweg.results.plan.StationaryWindow;
import org.thalweg.trajectory.EnsembleResult;

/**
 * Whether the law at the end of a simulated run is stationary: measured over its second half, and said. Two things are
 * needed, since neither sees what the other does: no mean changes, and the run is long against the slowest relaxation,
 * without which a well that nobody left looks stationary.
 */
public final class RunStationarity {
    /** Records over the second half of the run: a line through them has nearly all that more would tell. */
    private static final long RECORDS = 32;

    private RunStationarity() {}

    /** The steps at which means are followed: some of the second half of a run, its last among them. */
    public static TimeGrid secondHalf(long steps) {
        long every = Math.max(1, (steps - steps / 2) / RECORDS);
        return new TimeGrid(steps - (steps - steps / 2) / every * every, steps, every);
    }

    /** The changes under the names they have in summary.csv. */
    public static Map<Quantity, Measurement> rows(EnsembleResult result) {
        Map<Quantity, Measurement> rows = new LinkedHashMap<>();
        StationaryWindow.changes(result).forEach((quantity, change) -> rows.put(Quantity.changeOf(quantity), change));
        return rows;
    }

    /** One sentence for the screen. */
    public static String sentence(Setting setting, EnsembleResult result, double time) {
        Map<Quantity, Measurement> changes = StationaryWindow.changes(result);
        if (changes.isEmpty()) {
            return "whether the law is stationary was not measured: the run is too short, or nobody was left";
        }
        Optional<String> changing = StationaryWindow.changing(result);
        if (changing.isPresent()) {
            return "not stationary: over the second half of the run " + changing.get()
                    + "; the means are those of learning time " + Digits.of(time) + " and of no stationary law";
        }
        Optional<String> early = Horizon.note(setting, time);
        String still = "over the second half of the run no mean changes (" + changes.entrySet().stream()
                .map(e -> e.getKey() + " by " + StationaryWindow.number(e.getValue()))
                .collect(Collectors.joining(", ")) + ")";
        if (early.isPresent()) {
            return "not shown to be stationary: " + still + ", but " + early.get();
        }
        return Horizon.known(setting)
                ? String.format(Locale.ROOT, "stationary: %s; one that is would be said to change with probability %.0e"
                        + " for each mean", still, StationaryWindow.FALSE_ALARM)
                : "as far as this run shows stationary: " + still + "; no relaxation time is known here, and a"
                        + " well that nobody left would not be seen";
    }
}
