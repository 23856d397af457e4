package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.ConvergenceTimeFigure;
import org.thalweg.report.figures.FrozenShareFigure;
import org.thalweg.report.figures.PhaseDiagramFigure;
import org.thalweg.report.figures.SweepFigures;
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

    /**
     * A network has no temperature: several learning rates are an axis, of one setting there is nothing to draw. Each
     * arrives when every sample is in its class.
     */
    @Test
    void networksAgainstTheLearningRate() throws Exception {
        Setting network = ModelFile.read(Path.of("models", "digits-network.yaml")).setting();
        List<CellResult> cells = new ArrayList<>();
        for (double rate : new double[] {0.05, 0.1, 0.2}) {
            cells.add(new CellResult(network.withLearningRate(rate), List.of(
                    Row.plain(Witness.SGD, Quantity.TRAIN_LOSS, new Measurement(0.1, 0.01, 8)),
                    Row.plain(Witness.SGD, Quantity.CONVERGENCE_TIME, new Measurement(90.0, 3.0, 8))),
                    List.of(), Map.of()));
        }
        Map<String, Figure> drawn = new TreeMap<>();
        new SweepFigures(network, List.of(), cells).draw(drawn::put);
        assertEquals(Set.of("train-loss", "convergence-time"), drawn.keySet());
        assertArrayEquals(new double[] {0.05, 0.1, 0.2},
                ((PointLayer) drawn.get("convergence-time").layers().get(0)).x());
        assertTrue(drawn.get("convergence-time").x().label().startsWith("learning rate"));
        drawn.clear();
        new SweepFigures(network, List.of(), cells.subList(0, 1)).draw(drawn::put);
        assertEquals(Map.of(), drawn);
    }

    @Test
    void oneNumberVaried() throws Exception {
        Setting model = model(Map.of());
        Figure figure = VariedFigure.of(model, "c", VARIANCES, cells(model), Quantity.FLAT_FRACTION).orElseThrow();
        assertEquals(2, figure.layers().size());
        assertArrayEquals(VARIANCES, ((PointLayer) figure.layers().get(1)).x());
        assertEquals(Optional.empty(), VariedFigure.of(model, "c", VARIANCES, cells(model), Quantity.SWITCHES));
    }

    /** A sweep of thousands of cells, each made when it is asked for, the temperature in no order. */
    private static List<CellResult> many(Setting model, int size, Quantity quantity) {
        return new AbstractList<>() {
            @Override
            public CellResult get(int i) {
                double variance = 1.0 + (7919L * i) % size;
                return new CellResult(model.withBatchVariance(variance), List.of(
                        Row.plain(Witness.SGD, quantity, new Measurement(variance, 0.01, 100)),
                        Row.plain(Witness.SGD, Quantity.CONVERGED_FRACTION,
                                new Measurement(variance > size / 2.0 ? 0.5 : 1.0, 0.0, 100))), List.of(), Map.of());
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Of many cells as many points as can be told apart, from the coldest cell to the hottest; the subtitle says so. */
    @Test
    void manyCellsAsPoints() throws Exception {
        Setting model = ModelFile.read(Path.of("models", "degenerate-valley.yaml")).setting();
        Figure figure = ConvergenceTimeFigure.of(model, many(model, 5000, Quantity.CONVERGENCE_TIME)).orElseThrow();
        PointLayer points = (PointLayer) figure.layers().get(0);
        assertEquals(400, points.x().length);
        assertEquals(1.0, points.y()[0]);
        assertEquals(5000.0, points.y()[399]);
        for (int i = 1; i < 400; i++) {
            assertEquals(4999.0 / 399.0, points.y()[i] - points.y()[i - 1], 1.0);
        }
        assertTrue(figure.subtitle().endsWith(", 400 of 5000 cells"), figure.subtitle());
        Figure frozen = FrozenShareFigure.of(model(Map.of()), many(model(Map.of()), 5000, Quantity.FLAT_FRACTION))
                .orElseThrow();
        assertEquals(400, ((PointLayer) frozen.layers().get(0)).x().length);
        assertTrue(frozen.subtitle().endsWith(", 400 of 5000 cells"), frozen.subtitle());
    }

    /** What was measured elsewhere is shown, however few cells have it. */
    @Test
    void valuesFromOutsideAmongManyCells() throws Exception {
        Setting model = ModelFile.read(Path.of("models", "degenerate-valley.yaml")).setting();
        List<CellResult> cells = new ArrayList<>(many(model, 1000, Quantity.CONVERGENCE_TIME));
        for (int i : new int[] {17, 18}) {
            cells.set(i, new CellResult(cells.get(i).setting(), List.of(Row.plain(
                    Witness.REFERENCE, Quantity.CONVERGENCE_TIME, new Measurement(3.0, 0.1, 0))), List.of(), Map.of()));
        }
        Figure figure = ConvergenceTimeFigure.of(model, cells).orElseThrow();
        assertEquals(2, ((PointLayer) figure.layers().get(1)).x().length);
    }

    /** Of the cells that fail to converge as many are crossed as can be told apart; the legend has their number. */
    @Test
    void manyCellsThatFail() throws Exception {
        Setting model = ModelFile.read(Path.of("models", "degenerate-valley.yaml")).setting();
        Figure figure = PhaseDiagramFigure.of(model, many(model, 5000, Quantity.CONVERGENCE_STEPS)).orElseThrow();
        PointLayer crosses = figure.layers().stream().filter(layer -> layer.name().startsWith("less than 99 %"))
                .map(PointLayer.class::cast).findFirst().orElseThrow();
        assertEquals("less than 99 % converge (400 of 2500 crossed)", crosses.name());
        assertEquals(400, crosses.x().length);
        for (double variance : crosses.y()) {
            assertTrue(variance > 2500.0, "a cell that fails: " + variance);
        }
    }
}
