package org.thalweg.report.figures;

import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Layer;
import org.thalweg.sweep.CellResult;

/**
 * The share in the flat valley against the noise: that of the quasi-equilibrium falls, the frozen one rises to meet it.
 */
public final class FrozenShareFigure {
    private static final Quantity SHARE = Quantity.FLAT_FRACTION;

    private FrozenShareFigure() {}

    /** The figure of a sweep; empty where the landscape does not change, or no noise varies. */
    public static Optional<Figure> of(Setting model, List<CellResult> cells) {
        if (!model.timeDependent() || cells.stream().anyMatch(c -> c.setting().noise().batchVariance().isEmpty())) {
            return Optional.empty();
        }
        ShownCells shown = ShownCells.along(FrozenShareFigure::noise, cells);
        List<CellResult> byNoise = shown.cells();
        if (byNoise.size() < 2
                || byNoise.stream().noneMatch(c -> c.find(Witness.SGD, SHARE).isPresent())) {
            return Optional.empty();
        }
        Figure figure = Figure.of("Share in the flat valley: quasi-equilibrium and frozen",
                SettingLabel.ofModel(model) + shown.remark(),
                Axis.linear("noise strength \u03c3 = \u221a(\u03b7 \u00d7 batch variance)"),
                Axis.linear("share in the flat valley P(x > 0)").between(0.0, 1.05));
        if (!having(Witness.DENSITY, byNoise).isEmpty()) {
            figure = with(figure, Witness.DENSITY, "quasi-equilibrium of the beginning", byNoise);
        }
        figure = with(figure, Witness.SGD, "frozen, " + Witness.SGD.label(), byNoise);
        return Optional.of(having(Witness.REFERENCE, byNoise).isEmpty()
                ? figure : with(figure, Witness.REFERENCE, Witness.REFERENCE.label(), byNoise));
    }

    private static Figure with(Figure figure, Witness witness, String name, List<CellResult> byNoise) {
        return figure.with(Layer.of(witness, name, having(witness, byNoise), c -> noise(c.setting()),
                c -> c.find(witness, SHARE).orElseThrow()));
    }

    private static List<CellResult> having(Witness witness, List<CellResult> cells) {
        return cells.stream().filter(c -> c.find(witness, SHARE).isPresent()).toList();
    }

    private static double noise(Setting setting) {
        return Math.sqrt(setting.sgd().learningRate() * setting.noise().batchVariance().orElseThrow());
    }
}
