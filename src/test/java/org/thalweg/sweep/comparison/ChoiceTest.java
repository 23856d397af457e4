package org.thalweg.sweep.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Ring;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.ParameterGrid;

/** Which setting a sweep recommends, of cells written by hand. */
class ChoiceTest {
    private static final List<Setting> SETTINGS = new ParameterGrid(
            Range.parse("0.05,0.1,0.2"), Optional.of(Range.parse("2")), Optional.empty()).cells(Ring.shipped());

    private static CellResult cell(int i, double converged, double steps, double flatness) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.plain(Witness.SGD, Quantity.CONVERGED_FRACTION, Measurement.exact(converged)));
        rows.add(Row.plain(Witness.SGD, Quantity.CONVERGENCE_STEPS, Measurement.exact(steps)));
        rows.add(Row.plain(Witness.SGD, Quantity.MEAN_FLATNESS, Measurement.exact(flatness)));
        return new CellResult(SETTINGS.get(i), rows, List.of(), Map.of());
    }

    @Test
    void ofThoseThatConvergeTheFastestAndTheFlattest() {
        CellResult slow = cell(0, 1.0, 500.0, 1.4);
        CellResult quick = cell(1, 0.995, 100.0, 1.2);
        CellResult failing = cell(2, 0.98, 10.0, 1.6);
        Choice choice = Choice.of(List.of(slow, quick, failing));
        assertEquals(List.of(slow, quick), choice.safe().toList());
        assertSame(quick, choice.fastest().orElseThrow());
        assertSame(slow, choice.flattest().orElseThrow());
        // The ring's F is at least 0.5: steps grow beyond eta = 2 F^2 = 0.5, and at its flattest beyond 4.5.
        Map<String, Double> distances = choice.distances(quick);
        assertEquals(5.0, distances.get("expelled from the sharp part"), 1e-6);
        assertEquals(45.0, distances.get("divergence"), 1e-6);
        assertEquals(2.0, distances.get("first learning rate of the sweep that fails"), 1e-12);
        assertFalse(NoiseTrends.of(choice.cells()).asked());
    }

    @Test
    void whereNothingConvergesNothingIsRecommended() {
        Choice choice = Choice.of(List.of(cell(0, 0.5, 1.0, 1.0), cell(1, 0.9, 1.0, 1.0)));
        assertTrue(choice.safe().findAny().isEmpty());
        assertTrue(choice.fastest().isEmpty() && choice.flattest().isEmpty());
    }
}
