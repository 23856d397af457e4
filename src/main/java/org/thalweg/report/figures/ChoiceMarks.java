package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.comparison.Choice;

/** Marks the fastest and the flattest setting that converges in the plane of a sweep. */
final class ChoiceMarks {
    private ChoiceMarks() {}

    /**
     * A figure with the marks.
     *
     * @param y what is on the vertical axis, of a setting; the horizontal one has learning rates
     */
    static Figure on(Figure figure, Choice choice, ToDoubleFunction<Setting> y) {
        double[][] failing = choice.cells().stream().filter(c -> !choice.safe(c)).map(CellResult::setting)
                .map(s -> new double[] {s.sgd().learningRate(), y.applyAsDouble(s)}).toArray(double[][]::new);
        boolean some = failing.length > 0 && failing.length < choice.cells().size();
        Figure crossed = !some ? figure : figure.with(PointLayer.exact(
                "less than 99 % converge", Ink.GREY, Marker.CROSS,
                Arrays.stream(failing).mapToDouble(at -> at[0]).toArray(),
                Arrays.stream(failing).mapToDouble(at -> at[1]).toArray()));
        return mark(mark(crossed, "fastest", Marker.OPEN_SQUARE, choice.fastest(), y), "flattest", Marker.OPEN_DIAMOND,
                choice.flattest(), y);
    }

    private static Figure mark(
            Figure figure, String name, Marker marker, Optional<CellResult> cell, ToDoubleFunction<Setting> y) {
        return cell.map(c -> figure.with(PointLayer.exact(name + " that converges", Ink.ORANGE, marker,
                new double[] {c.setting().sgd().learningRate()}, new double[] {y.applyAsDouble(c.setting())})))
                .orElse(figure);
    }
}
