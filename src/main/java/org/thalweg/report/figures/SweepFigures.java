package org.thalweg.report.figures;

import java.util.List;
import java.util.function.BiConsumer;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Figure;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Variation;

/**
 * The figures of a sweep.
 *
 * @param setting of the model
 * @param variations numbers that vary beside the grid
 * @param results all of its cells
 */
public record SweepFigures(Setting setting, List<Variation> variations, List<CellResult> results) {
    /** Draws what there is to draw: each figure under its name. */
    public void draw(BiConsumer<String, Figure> pen) {
        if (variations.isEmpty() && setting.surface().task().isPresent()) {
            // A network has no temperature: of the grid its learning rate is left.
            drawAlong("sgd.learning-rate",
                    results.stream().mapToDouble(r -> r.setting().sgd().learningRate()).toArray(), pen);
        } else if (variations.isEmpty()) {
            ConvergenceTimeFigure.of(setting, results).ifPresent(figure -> pen.accept("convergence-time", figure));
            PhaseDiagramFigure.of(setting, results).ifPresent(figure -> pen.accept("phase-diagram", figure));
            FrozenShareFigure.of(setting, results).ifPresent(figure -> pen.accept("frozen-share", figure));
            setting.surface().pathQuantities().forEach(path -> PathMapFigure.of(setting, results, path.quantity())
                    .ifPresent(figure -> pen.accept(path.quantity().key().replace('_', '-') + "-map", figure)));
        } else if (variations.get(0).range().values().size() == results.size()) {
            drawAlong(variations.get(0).path(), variations.get(0).range().values().stream()
                    .mapToDouble(Double::doubleValue).toArray(), pen);
        } else if (variations.size() == 1) {
            results.stream().flatMap(r -> r.rows().stream()).map(Row::quantity).distinct().forEach(quantity ->
                    VariedMapFigure.of(setting, variations.get(0).path(), variations.get(0).range().values(), results,
                            quantity).ifPresent(figure ->
                                    pen.accept(quantity.key().replace('_', '-') + "-map", figure)));
        }
    }

    /** Every quantity against the one number that varies. */
    private void drawAlong(String path, double[] values, BiConsumer<String, Figure> pen) {
        results.stream().flatMap(r -> r.rows().stream()).map(Row::quantity).distinct().forEach(quantity ->
                VariedFigure.of(setting, path, values, results, quantity)
                        .ifPresent(figure -> pen.accept(quantity.key().replace('_', '-'), figure)));
    }
}
