package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
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
        Figure figure = Figure.of(quantity.words() + " against " + words, SettingLabel.ofModel(model),
                axis(words, values), Axis.linear(quantity.words()));
        boolean any = false;
        for (Witness witness : List.of(Witness.THEORY, Witness.DENSITY, Witness.SGD, Witness.SDE,
                Witness.REFERENCE)) {
            int[] found = IntStream.range(0, values.length)
                    .filter(i -> cells.get(i).find(witness, quantity).isPresent()).toArray();
            if (found.length < (witness == Witness.REFERENCE ? 1 : 2)) {
                continue;
            }
            any |= witness != Witness.REFERENCE;
            List<Measurement> measured = Arrays.stream(found)
                    .mapToObj(i -> cells.get(i).find(witness, quantity).orElseThrow()).toList();
            double[] x = Arrays.stream(found).mapToDouble(i -> values[i]).toArray();
            double[] y = measured.stream().mapToDouble(Measurement::value).toArray();
            double[] error = measured.stream().mapToDouble(Measurement::standardError).toArray();
            figure = switch (witness) {
                case SGD, SDE, REFERENCE -> figure.with(PointLayer.of(witness, witness.label(), x, y, error));
                case DENSITY, THEORY -> figure.with(LineLayer.of(witness, witness.label(), x, y));
            };
        }
        return any ? Optional.of(figure) : Optional.empty();
    }

    /** Logarithmic over a decade or more. */
    private static Axis axis(String label, double[] values) {
        double least = values[0];
        return least > 0.0 && values[values.length - 1] >= 10.0 * least ? Axis.logarithmic(label) : Axis.linear(label);
    }
}
