package org.thalweg.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/**
 * What one witness says of a model.
 *
 * @param quantities by the names of {@code summary.csv}, such as mean_flatness or convergence_time
 * @param marginal the density along the valley; empty on surfaces of many parameters
 * @param notes what has to be said of the numbers, in sentences; empty where nothing has
 */
public record Answer(Map<String, Estimate> quantities, Optional<Curve> marginal, List<String> notes) {
    /** Copies its collections. */
    public Answer {
        quantities = Map.copyOf(quantities);
        notes = List.copyOf(notes);
    }

    static Answer of(Map<Quantity, Measurement> measured, Optional<Curve> marginal, List<String> notes) {
        Map<String, Estimate> quantities = new LinkedHashMap<>();
        measured.forEach((quantity, measurement) -> quantities.put(quantity.key(), Estimate.of(measurement)));
        return new Answer(quantities, marginal, notes);
    }

    /**
     * One of the quantities.
     *
     * @throws Refusal where this answer has none of that name; the message lists those it has
     */
    public Estimate quantity(String name) {
        return Optional.ofNullable(quantities.get(name)).orElseThrow(() -> new Refusal("this answer has no '" + name
                + "'; it has " + String.join(", ", quantities.keySet().stream().sorted().toList())));
    }
}
