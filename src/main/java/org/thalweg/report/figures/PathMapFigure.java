package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Legend;
import org.thalweg.sweep.CellResult;

/** A quantity of the paths of literal SGD over the (learning rate, noise strength) plane. */
public final class PathMapFigure {
    private PathMapFigure() {}

    /** The figure of a sweep over both axes; empty where one of them does not vary or nothing was measured. */
    public static Optional<Figure> of(Setting model, List<CellResult> cells, Quantity quantity) {
        return CellPlane.of(model, cells).filter(p -> p.rates().length > 1 && p.variances().length > 1)
                .flatMap(plane -> draw(model, plane, quantity));
    }

    private static Optional<Figure> draw(Setting model, CellPlane plane, Quantity quantity) {
        double[][] values = plane.values(Witness.SGD, quantity);
        List<CellMapLayer.Disc> discs = plane.discs(quantity);
        double[] all = DoubleStream.concat(Arrays.stream(values).flatMapToDouble(Arrays::stream),
                discs.stream().mapToDouble(CellMapLayer.Disc::value)).filter(Double::isFinite).sorted().toArray();
        if (all.length == 0) {
            return Optional.empty();
        }
        Axis x = CellPlane.RATES;
        Axis y = Axis.logarithmic("noise strength (batch variance)");
        double[] xEdges = x.edgesAround(plane.rates());
        double[] yEdges = y.edgesAround(plane.variances());
        String label = quantity.labelWithUnit() + ", " + Witness.SGD.label();
        // Colours over decades where the values span them.
        boolean decades = all[0] > 0.0 && all[all.length - 1] > 30.0 * all[0];
        Axis colours = decades ? Axis.logarithmic(label) : Axis.linear(label);
        Figure figure = Figure.of(quantity.title(), SettingLabel.ofModel(model),
                        x.between(xEdges[0], xEdges[xEdges.length - 1]),
                        y.between(yEdges[0], yEdges[yEdges.length - 1]))
                .with(new CellMapLayer(xEdges, yEdges, values, colours, discs, CellPlane.DISCS));
        return Optional.of(discs.isEmpty() ? figure : figure.with(Legend.BELOW));
    }
}
