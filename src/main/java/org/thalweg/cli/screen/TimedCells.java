package org.thalweg.cli.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.PowerLaw;
import org.thalweg.sweep.CellResult;

/**
 * Convergence times against temperatures, of all cells in which a witness has one, in one pass over them: of a large
 * sweep the numbers fit into memory, and the cells do not.
 *
 * @param temperatures where the particles start
 * @param times as many
 */
record TimedCells(List<Double> temperatures, List<Measurement> times) {
    /** By witness; those without any are missing, as are cells whose noise has no covariance. */
    static Map<Witness, TimedCells> of(List<CellResult> cells) {
        Map<Witness, TimedCells> timed = new EnumMap<>(Witness.class);
        for (CellResult cell : cells) {
            if (cell.setting().temperatureAtStart().isEmpty()) {
                continue;
            }
            for (Witness witness : Witness.values()) {
                cell.find(witness, Quantity.CONVERGENCE_TIME).filter(time -> Double.isFinite(time.value()))
                        .ifPresent(time -> timed.computeIfAbsent(witness,
                                w -> new TimedCells(new ArrayList<>(), new ArrayList<>())).add(cell, time));
            }
        }
        return timed;
    }

    private void add(CellResult cell, Measurement time) {
        temperatures.add(temperature(cell));
        times.add(time);
    }

    /** Where the particles of a cell start. */
    static double temperature(CellResult cell) {
        return cell.setting().temperatureAtStart().orElseThrow();
    }

    /** Of the times as a power of temperature; empty where that is everywhere the same. */
    Optional<Measurement> exponent() {
        return temperatures.stream().distinct().limit(2).count() < 2 ? Optional.empty() : Optional.of(
                PowerLaw.exponent(temperatures.stream().mapToDouble(t -> t).toArray(), times));
    }

    double fastest() {
        return times.stream().mapToDouble(Measurement::value).min().orElseThrow();
    }

    double slowest() {
        return times.stream().mapToDouble(Measurement::value).max().orElseThrow();
    }

    /** The coldest cell and the hottest. */
    static List<CellResult> ends(List<CellResult> cells) {
        Comparator<CellResult> byTemperature = Comparator.comparingDouble(TimedCells::temperature);
        return List.of(cells.stream().min(byTemperature).orElseThrow(),
                cells.stream().reduce((a, b) -> byTemperature.compare(a, b) <= 0 ? b : a).orElseThrow());
    }
}
