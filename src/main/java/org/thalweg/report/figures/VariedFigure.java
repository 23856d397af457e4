package org.thalweg.report.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Layer;
import org.thalweg.sweep.CellResult;

/** A quantity against a number of the model that a sweep varies: trajectories and outside values as points, the
 * rest as lines. */
public final class VariedFigure {
    private VariedFigure() {}

    /**
     * The figure of a sweep along one axis.
     *
     * @param path what was varied
     * @param values of each cell, increasing; not modified
     * @param cells as many
     * @return empty where no witness has two values of the quantity
     */
    public static Optional<Figure> of(
            Setting model, String path, double[] values, List<CellResult> cells, Quantity quantity) {
        String words = VariedNumber.words(path);
        String some = ShownCells.spread(values.length).count() == values.length ? ""
                : ", " + ShownCells.MOST + " of " + values.length + " cells";
        Figure figure = Figure.of(quantity.title() + " against " + words, SettingLabel.ofModel(model) + some,
                axis(words, values), Axis.linear(quantity.labelWithUnit()));
        boolean any = false;
        for (Witness witness : List.of(Witness.THEORY, Witness.DENSITY, Witness.SGD, Witness.SDE,
                Witness.REFERENCE)) {
            List<Integer> found = (witness == Witness.REFERENCE ? IntStream.range(0, values.length)
                    : ShownCells.spread(values.length))
                    .filter(i -> cells.get(i).find(witness, quantity).isPresent()).boxed().toList();
            if (found.size() >= (witness == Witness.REFERENCE ? 1 : 2)) {
                any |= witness != Witness.REFERENCE;
                figure = figure.with(Layer.of(witness, witness.label(), found, i -> values[i],
                        i -> cells.get(i).find(witness, quantity).orElseThrow()));
            }
        }
        return any ? Optional.of(figure) : Optional.empty();
    }

    /** Logarithmic over a decade or more. */
    private static Axis axis(String label, double[] values) {
        double least = values[0];
        return least > 0.0 && values[values.length - 1] >= 10.0 * least ? Axis.logarithmic(label)
                : Axis.linear(label).of(values);
    }
}
