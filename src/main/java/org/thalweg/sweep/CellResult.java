package org.thalweg.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Row;

/**
 * A finished cell.
 *
 * @param place gives its setting, which may have to be read from a model first
 * @param rows what the witnesses said, in the order of the witnesses
 * @param notes why a witness is missing; empty where all spoke
 * @param passageTimes first-passage times of the particles, in their order, where they share random numbers with other
 *     cells
 * @param laws what is kept of its laws
 */
public record CellResult(Supplier<Setting> place, List<Row> rows, List<String> notes,
        Map<Witness, double[]> passageTimes, CellLaws laws) {
    /** A cell whose setting is there. */
    public CellResult(Setting setting, List<Row> rows, List<String> notes, Map<Witness, double[]> passageTimes,
            CellLaws laws) {
        this(() -> setting, rows, notes, passageTimes, laws);
    }

    /** A cell whose laws were not kept. */
    public CellResult(Setting setting, List<Row> rows, List<String> notes, Map<Witness, double[]> passageTimes) {
        this(setting, rows, notes, passageTimes, CellLaws.NONE);
    }

    /** Where it is. */
    public Setting setting() {
        return place.get();
    }

    /** What a witness said of a quantity, if it did. */
    public Optional<Measurement> find(Witness witness, Quantity quantity) {
        return rows.stream()
                .filter(r -> r.witness() == witness && r.quantity().equals(quantity))
                .map(Row::measurement)
                .filter(Measurement::defined)
                .findFirst();
    }

    /** How many rows have a verdict. */
    public long count(Verdict verdict) {
        return rows.stream().filter(r -> r.verdict().filter(v -> v == verdict).isPresent()).count();
    }
}
