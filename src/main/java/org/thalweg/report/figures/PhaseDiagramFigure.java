package org.thalweg.report.figures;

import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.VerticalMark;
import org.thalweg.results.Bound;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.comparison.Choice;

/**
 * The (learning rate, batch variance) plane: how many iterations convergence took where it was simulated (mean flatness
 * where the model has no flat set), and the upper bounds. Cells in which not every trajectory converged are grey.
 */
public final class PhaseDiagramFigure {
    private PhaseDiagramFigure() {}

    /** The figure of a sweep over both axes at the first anisotropy; empty where the noise has no batch variance. */
    public static Optional<Figure> of(Setting model, List<CellResult> cells) {
        return CellPlane.of(model, cells).flatMap(plane -> draw(model, plane));
    }

    private static Optional<Figure> draw(Setting model, CellPlane plane) {
        boolean timed = model.flatSet().isPresent();
        Quantity quantity = timed ? Quantity.CONVERGENCE_STEPS : Quantity.MEAN_FLATNESS;
        Optional<Witness> witness = List.of(Witness.SGD, Witness.SDE, Witness.DENSITY, Witness.THEORY).stream()
                .filter(w -> plane.cells().stream().anyMatch(c -> c.find(w, quantity).isPresent()))
                .findFirst();
        if (witness.isEmpty()) {
            return Optional.empty();
        }
        double[][] values = plane.values(witness.get(), quantity);
        Axis x = CellPlane.RATES;
        Axis y = Axis.logarithmic("batch variance \u03c3\u00b2");
        double[] xEdges = x.edgesAround(plane.rates());
        double[] yEdges = y.edgesAround(plane.variances());
        List<Bound> bounds = Bound.all(model);
        double right = rightEnd(xEdges[xEdges.length - 1], bounds);
        Figure figure = Figure.of(
                        (timed ? "Iterations to converge" : "Mean flatness") + ", and the upper bounds",
                        SettingLabel.ofModel(model),
                        x.between(xEdges[0], right), y.between(yEdges[0], yEdges[yEdges.length - 1]))
                .with(Legend.BELOW)
                .with(new CellMapLayer(xEdges, yEdges, values,
                        timed ? Axis.logarithmic("iterations to converge, " + witness.get().label())
                                : Axis.linear(quantity.label() + ", " + witness.get().label()),
                        plane.discs(quantity), CellPlane.DISCS));
        Ink[] inks = {Ink.VERMILLION, Ink.PURPLE, Ink.BLUE, Ink.ORANGE, Ink.SKY};
        for (int i = 0; i < bounds.size(); i++) {
            Ink ink = inks[i % inks.length];
            figure = draw(figure, bounds.get(i), ink, xEdges[0], right);
        }
        return Optional.of(ChoiceMarks.on(figure, Choice.of(plane.cells()),
                cell -> CellPlane.variance(plane.cells().get(cell))));
    }

    private static Figure draw(Figure figure, Bound bound, Ink ink, double left, double right) {
        if (bound.learningRate().isPresent()) {
            double rate = bound.learningRate().getAsDouble();
            return rate > left && rate < right
                    ? figure.with(new VerticalMark(bound.name(), ink, Dash.DASHED, rate))
                    : figure;
        }
        double strength = 2.0 * bound.temperature().orElseThrow();
        int points = 65;
        double[] rate = new double[points];
        double[] variance = new double[points];
        for (int i = 0; i < points; i++) {
            rate[i] = left * Math.pow(right / left, i / (points - 1.0));
            variance[i] = strength / rate[i];
        }
        return figure.with(new LineLayer(bound.name(), ink, Dash.DASHED, rate, variance));
    }

    /** Far enough to show the first learning-rate bound, if it is within a factor 20 of the cells. */
    private static double rightEnd(double cells, List<Bound> bounds) {
        return bounds.stream()
                .flatMapToDouble(b -> b.learningRate().stream())
                .filter(rate -> rate > cells && rate < 20.0 * cells)
                .map(rate -> 1.25 * rate)
                .min().orElse(cells);
    }
}
