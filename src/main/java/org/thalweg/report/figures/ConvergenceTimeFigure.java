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

/** Mean convergence time against temperature, doubly logarithmic: noise gets there faster. */
public final class ConvergenceTimeFigure {
    private ConvergenceTimeFigure() {}

    /** The figure of a sweep; empty where no witness has a convergence time, or the noise no covariance. */
    public static Optional<Figure> of(Setting model, List<CellResult> cells) {
        if (model.temperatureAtStart().isEmpty()) {
            return Optional.empty();
        }
        ShownCells shown = ShownCells.along(ConvergenceTimeFigure::temperature, cells);
        Figure figure = Figure.of(
                "Mean convergence time to the flat part",
                subtitle(model) + shown.remark(),
                Axis.logarithmic("temperature \u0394 = \u03b7\u03c3\u00b2/2 (loss)"),
                Axis.logarithmic("convergence time T (unit of t = \u03b7k)"));
        boolean any = false;
        for (Witness witness : List.of(Witness.THEORY, Witness.DENSITY, Witness.SGD, Witness.SDE,
                Witness.REFERENCE)) {
            List<CellResult> found = shown.cells().stream()
                    .filter(c -> c.find(witness, Quantity.CONVERGENCE_TIME).isPresent()).toList();
            if (!found.isEmpty()) {
                any = true;
                figure = figure.with(Layer.of(witness, name(witness), found, c -> temperature(c.setting()),
                        c -> c.find(witness, Quantity.CONVERGENCE_TIME).orElseThrow()));
            }
        }
        return any ? Optional.of(figure) : Optional.empty();
    }

    private static String name(Witness witness) {
        return switch (witness) {
            case SGD, SDE -> witness.label();
            case DENSITY -> "Fokker-Planck first passage";
            case THEORY -> "valley-floor theory";
            case REFERENCE -> "reference";
        };
    }

    private static String subtitle(Setting model) {
        return SettingLabel.ofModel(model)
                + model.flatSet().map(f -> ", flat where F \u2265 " + SettingLabel.number(f.flatness())).orElse("");
    }

    private static double temperature(Setting setting) {
        return setting.temperatureAtStart().orElseThrow();
    }
}
