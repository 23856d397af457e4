package org.thalweg.cli;

import java.util.List;
import org.thalweg.model.Setting;
import org.thalweg.report.figures.ConvergenceTimeFigure;
import org.thalweg.report.figures.FrozenShareFigure;
import org.thalweg.report.figures.PathMapFigure;
import org.thalweg.report.figures.PhaseDiagramFigure;
import org.thalweg.report.figures.VariedFigure;
import org.thalweg.report.figures.VariedMapFigure;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Variation;

/**
 * The figures of a sweep.
 *
 * @param setting of the model
 * @param results all of its cells
 */
record SweepFigures(Run run, Setting setting, List<Variation> variations, List<CellResult> results) {
    /** Draws what there is to draw. */
    void draw() {
        if (variations.isEmpty()) {
            ConvergenceTimeFigure.of(setting, results).ifPresent(figure -> run.draw("convergence-time", figure));
            PhaseDiagramFigure.of(setting, results).ifPresent(figure -> run.draw("phase-diagram", figure));
            FrozenShareFigure.of(setting, results).ifPresent(figure -> run.draw("frozen-share", figure));
            setting.surface().pathQuantities().forEach(path -> PathMapFigure.of(setting, results, path.quantity())
                    .ifPresent(figure -> run.draw(path.quantity().key().replace('_', '-') + "-map", figure)));
        } else if (variations.get(0).range().values().size() == results.size()) {
            drawAlong(variations.get(0));
        } else if (variations.size() == 1) {
            results.stream().flatMap(r -> r.rows().stream()).map(Row::quantity).distinct().forEach(quantity ->
                    VariedMapFigure.of(setting, variations.get(0).path(), variations.get(0).range().values(), results,
                            quantity).ifPresent(figure -> run.draw(quantity.key().replace('_', '-') + "-map", figure)));
        }
    }

    /** Every quantity against the one number that varies. */
    private void drawAlong(Variation variation) {
        double[] values = variation.range().values().stream().mapToDouble(Double::doubleValue).toArray();
        results.stream().flatMap(r -> r.rows().stream()).map(Row::quantity).distinct().forEach(quantity ->
                VariedFigure.of(setting, variation.path(), values, results, quantity)
                        .ifPresent(figure -> run.draw(quantity.key().replace('_', '-'), figure)));
    }
}
