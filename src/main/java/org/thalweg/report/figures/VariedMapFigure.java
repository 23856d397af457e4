package org.thalweg.report.figures;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.comparison.Choice;

/** A quantity of literal SGD over the plane of learning rate and one other number that a sweep varies. */
public final class VariedMapFigure {
    private VariedMapFigure() {}

    /**
     * The figure.
     *
     * @param path of the other number
     * @param values of the other number, increasing
     * @param cells for each value all learning rates
     * @return empty where there are no such cells, or nothing to see
     */
    public static Optional<Figure> of(
            Setting model, String path, List<Double> values, List<CellResult> cells, Quantity quantity) {
        double[] rates = cells.stream().mapToDouble(c -> c.setting().sgd().learningRate()).distinct().sorted()
                .toArray();
        if (rates.length < 2 || values.size() < 2 || rates.length * values.size() != cells.size()) {
            return Optional.empty();
        }
        double[][] map = new double[rates.length][values.size()];
        boolean positive = true;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < values.size(); j++) {
            for (int i = 0; i < rates.length; i++) {
                map[i][j] = cells.get(j * rates.length + i).find(Witness.SGD, quantity).map(Measurement::value)
                        .orElse(Double.NaN);
                least = Math.min(least, Double.isNaN(map[i][j]) ? least : map[i][j]);
                most = Math.max(most, Double.isNaN(map[i][j]) ? most : map[i][j]);
                positive &= !(map[i][j] <= 0.0);
            }
        }
        if (!(least < most)) {
            return Optional.empty();
        }
        Axis x = axis(VariedNumber.words("sgd.learning-rate"), rates);
        double[] others = values.stream().mapToDouble(Double::doubleValue).toArray();
        Axis y = axis(VariedNumber.words(path), others);
        String label = quantity.labelWithUnit();
        Axis colours = positive ? Axis.logarithmic(label) : Axis.linear(label);
        Figure figure = Figure.of(quantity.title() + " of literal SGD", SettingLabel.ofModel(model), x, y)
                .with(new CellMapLayer(x.edgesAround(rates), y.edgesAround(others), map, colours));
        Choice choice = Choice.of(cells);
        return Optional.of(ChoiceMarks.on(figure, choice, cell -> values.get(cell / rates.length)));
    }

    private static Axis axis(String label, double[] values) {
        return DoubleStream.of(values).allMatch(v -> v > 0.0) && values[values.length - 1] >= 4.0 * values[0]
                ? Axis.logarithmic(label) : Axis.linear(label).of(values);
    }
}
