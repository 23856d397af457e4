package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
     * A figure with the marks, and crosses where less converges: as many as can be told apart.
     *
     * @param y what is on the vertical axis, of a cell by its number; the horizontal one has learning rates
     */
    static Figure on(Figure figure, Choice choice, IntToDoubleFunction y) {
        List<CellResult> cells = choice.cells();
        int[] failing = IntStream.range(0, cells.size()).filter(i -> !choice.safe(cells.get(i))).toArray();
        boolean some = failing.length > 0 && failing.length < cells.size();
        int[] crosses = ShownCells.spread(failing.length).map(i -> failing[i]).toArray();
        String of = crosses.length == failing.length ? ""
                : " (" + crosses.length + " of " + failing.length + " crossed)";
        Figure crossed = !some ? figure : figure.with(PointLayer.exact(
                "less than 99 % converge" + of, Ink.GREY, Marker.CROSS,
                Arrays.stream(crosses).mapToDouble(i -> rate(cells.get(i))).toArray(),
                Arrays.stream(crosses).mapToDouble(y::applyAsDouble).toArray()));
        return mark(mark(crossed, "fastest", Marker.OPEN_SQUARE, choice.numberOfFastest(), cells, y), "flattest",
                Marker.OPEN_DIAMOND, choice.numberOfFlattest(), cells, y);
    }

    private static double rate(CellResult cell) {
        return cell.setting().sgd().learningRate();
    }

    private static Figure mark(Figure figure, String name, Marker marker, OptionalInt number, List<CellResult> cells,
            IntToDoubleFunction y) {
        if (number.isEmpty()) {
            return figure;
        }
        int cell = number.getAsInt();
        return figure.with(PointLayer.exact(name + " that converges", Ink.ORANGE, marker,
                new double[] {rate(cells.get(cell))}, new double[] {y.applyAsDouble(cell)}));
    }
}
