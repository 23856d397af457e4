package org.thalweg.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelText;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Ring;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.comparison.Choice;

/** Advice that can be followed: probes are of networks alone. */
class ChoiceLinesTest {
    private static final List<Setting> RINGS = new ParameterGrid(
            Range.parse("0.05,0.1"), Optional.of(Range.parse("2")), Optional.empty()).cells(Ring.shipped());
    private static final Setting NETWORK = ModelText.sound("""
            name: digits
            loss: {kind: network, data: {set: digits, classes: [0, 1], per-class: 5}, layers: [64, 2, 2]}
            noise: {kind: samples, batch: 5}
            sgd: {learning-rate: 0.1}
            start: {kind: he-normal, seed: 1}
            """).setting();

    private static List<String> lines(List<Setting> settings, Quantity... timed) {
        List<CellResult> cells = new ArrayList<>();
        for (Setting setting : settings) {
            List<Row> rows = new ArrayList<>();
            rows.add(Row.plain(Witness.SGD, Quantity.DIVERGED_FRACTION, Measurement.exact(0.0)));
            for (Quantity quantity : timed) {
                rows.add(Row.plain(Witness.SGD, quantity, Measurement.exact(7.0)));
            }
            cells.add(new CellResult(setting, rows, List.of(), Map.of()));
        }
        return ChoiceLines.of(Choice.of(cells));
    }

    @Test
    void nothingIsSaidWhereNothingWasTimedAndNothingCanBeProbed() {
        assertEquals(List.of(), lines(RINGS));
    }

    @Test
    void probesAreAdvisedOfNetworksAlone() {
        assertTrue(lines(List.of(NETWORK, NETWORK)).stream().anyMatch(l -> l.contains("--probe flatness_top10")));
        List<String> timed = lines(RINGS, Quantity.CONVERGENCE_STEPS);
        assertTrue(timed.stream().anyMatch(l -> l.contains("fastest")), timed.toString());
        assertTrue(timed.stream().noneMatch(l -> l.contains("--probe")), timed.toString());
    }

    /** Where runs diverge steps are too long; where none does and few arrive, the limit is too short. */
    @ParameterizedTest
    @CsvSource({"0.0, a longer --time-limit", "0.4, smaller learning rates"})
    void whatIsAdvisedWhereNoSettingConverges(double diverged, String remedy) {
        List<CellResult> cells = RINGS.stream().map(setting -> new CellResult(setting, List.of(
                Row.plain(Witness.SGD, Quantity.DIVERGED_FRACTION, Measurement.exact(diverged)),
                Row.plain(Witness.SGD, Quantity.CONVERGED_FRACTION, Measurement.exact(0.5)),
                Row.plain(Witness.SGD, Quantity.RESTRICTED_CONVERGENCE_TIME, Measurement.exact(7.0))),
                List.of(), Map.of())).toList();
        assertTrue(ChoiceLines.of(Choice.of(cells)).contains("  none; give " + remedy), remedy);
    }
}
