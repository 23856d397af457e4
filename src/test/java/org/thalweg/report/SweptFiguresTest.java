package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.FrozenShareFigure;
import org.thalweg.report.figures.VariedFigure;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;

/** Figures of sweeps that are not of learning rate and batch variance. */
class SweptFiguresTest {
    private static final double[] VARIANCES = {4.0, 9.0, 25.0};

    private static List<CellResult> cells(Setting model) {
        List<CellResult> cells = new ArrayList<>();
        for (double variance : VARIANCES) {
            cells.add(new CellResult(model.withBatchVariance(variance), List.of(
                    Row.plain(Witness.SGD, Quantity.FLAT_FRACTION, new Measurement(0.5, 0.01, 100)),
                    Row.plain(Witness.DENSITY, Quantity.FLAT_FRACTION, Measurement.exact(0.9))), List.of(), Map.of()));
        }
        return cells;
    }

    private static Setting model(Map<String, String> assignments) throws Exception {
        return ModelFile.read(Path.of("models", "two-valleys.yaml")).with(assignments).setting();
    }

    /** The quasi-equilibrium as a line, the frozen share as points with errors, over sigma = sqrt(eta variance). */
    @Test
    void frozenShare() throws Exception {
        Setting model = model(Map.of());
        Figure figure = FrozenShareFigure.of(model, cells(model)).orElseThrow();
        PointLayer points = (PointLayer) figure.layers().get(1);
        assertArrayEquals(new double[] {0.2, 0.3, 0.5}, points.x(), 1e-12);
        assertArrayEquals(new double[] {0.01, 0.01, 0.01}, points.yError(), 1e-12);
        assertTrue(figure.layers().get(0) instanceof LineLayer);
        Setting still = model(Map.of("loss.slow-time", "inf"));
        assertEquals(Optional.empty(), FrozenShareFigure.of(still, cells(still)));
    }

    @Test
    void oneNumberVaried() throws Exception {
        Setting model = model(Map.of());
        Figure figure = VariedFigure.of(model, "c", VARIANCES, cells(model), Quantity.FLAT_FRACTION).orElseThrow();
        assertEquals(2, figure.layers().size());
        assertArrayEquals(VARIANCES, ((PointLayer) figure.layers().get(1)).x());
        assertEquals(Optional.empty(), VariedFigure.of(model, "c", VARIANCES, cells(model), Quantity.SWITCHES));
    }
}
