package org.thalweg.report.figures;

import java.util.Map;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Layer;

/** The density along the valley, by all witnesses that were asked. */
public final class MarginalFigure {
    private MarginalFigure() {}

    /**
     * The figure.
     *
     * @param marginals in the order in which they are drawn
     */
    public static Figure of(Setting setting, Map<Witness, Marginal> marginals) {
        return of(setting, SettingLabel.of(setting), marginals);
    }

    /** The figure with a subtitle of its own, such as one that names the time. */
    public static Figure of(Setting setting, String subtitle, Map<Witness, Marginal> marginals) {
        SettingLabel.Coordinates coordinates = SettingLabel.Coordinates.of(setting);
        Figure figure = Figure.of("Density " + coordinates.marginal(), subtitle, Axis.linear(coordinates.along()),
                Axis.linear("density P(x) (per unit x)"));
        for (Map.Entry<Witness, Marginal> entry : marginals.entrySet()) {
            Marginal m = entry.getValue();
            figure = figure.with(Layer.of(entry.getKey(), name(entry.getKey()), m.x(), m.density(), m.standardError()));
        }
        return figure;
    }

    private static String name(Witness witness) {
        return switch (witness) {
            case SGD, SDE -> witness.label();
            case DENSITY -> "Fokker-Planck density";
            case THEORY -> "stationary theory, leading order";
            case REFERENCE -> "reference";
        };
    }
}
