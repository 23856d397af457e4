package org.thalweg.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.sweep.CellResult;

/**
 * The share in the flat valley against the noise: that of the quasi-equilibrium falls, the frozen one rises to meet it.
 */
public final class FrozenShareFigure {
    private static final Quantity SHARE = Quantity.FLAT_FRACTION;

    private FrozenShareFigure() {}

    /** The figure of a sweep; empty where the landscape does not change, or no noise varies. */
    public static Optional<Figure> of(Setting model, List<CellResult> cells) {
        List<CellResult> byNoise = cells.stream().filter(c -> c.setting().noise().batchVariance().isPresent())
                .sorted(Comparator.comparingDouble(FrozenShareFigure::noise)).toList();
        if (!model.timeDependent() || byNoise.size() < 2
                || byNoise.stream().noneMatch(c -> c.find(Witness.SGD, SHARE).isPresent())) {
            return Optional.empty();
        }
        Figure figure = Figure.of("Share in the flat valley: quasi-equilibrium and frozen", SettingLabel.ofModel(model),
                Axis.linear("noise strength \u03c3 = \u221a(\u03b7 \u00d7 batch variance)"),
                Axis.linear("share in the flat valley P(x > 0)").between(0.0, 1.05));
        List<CellResult> computed = having(Witness.DENSITY, byNoise);
        if (!computed.isEmpty()) {
            figure = figure.with(LineLayer.of(Witness.DENSITY, "quasi-equilibrium of the beginning",
                    noises(computed), values(Witness.DENSITY, computed)));
        }
        figure = points(figure, Witness.SGD, "frozen, " + Witness.SGD.label(), byNoise);
        return Optional.of(having(Witness.REFERENCE, byNoise).isEmpty()
                ? figure : points(figure, Witness.REFERENCE, Witness.REFERENCE.label(), byNoise));
    }

    private static Figure points(Figure figure, Witness witness, String name, List<CellResult> byNoise) {
        List<CellResult> cells = having(witness, byNoise);
        return figure.with(PointLayer.of(witness, name, noises(cells), values(witness, cells),
                cells.stream().mapToDouble(c -> share(witness, c).standardError()).toArray()));
    }

    private static List<CellResult> having(Witness witness, List<CellResult> cells) {
        return cells.stream().filter(c -> c.find(witness, SHARE).isPresent()).toList();
    }

    private static Measurement share(Witness witness, CellResult cell) {
        return cell.find(witness, SHARE).orElseThrow();
    }

    private static double[] values(Witness witness, List<CellResult> cells) {
        return cells.stream().mapToDouble(c -> share(witness, c).value()).toArray();
    }

    private static double[] noises(List<CellResult> cells) {
        return cells.stream().mapToDouble(FrozenShareFigure::noise).toArray();
    }

    private static double noise(CellResult cell) {
        return Math.sqrt(cell.setting().sgd().learningRate() * cell.setting().noise().batchVariance().orElseThrow());
    }
}
