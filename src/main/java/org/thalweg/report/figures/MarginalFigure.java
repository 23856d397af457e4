package org.thalweg.report.figures;

import java.util.Map;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;

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
        boolean line = setting.surface().geometry() == Geometry.LINE;
        Figure figure = Figure.of(line ? "Density of the parameter" : "Density along the valley", subtitle,
                Axis.linear(line ? "parameter x" : "position along the valley x"),
                Axis.linear("density P(x) (per unit x)"));
        for (Map.Entry<Witness, Marginal> entry : marginals.entrySet()) {
            Marginal m = entry.getValue();
            Witness witness = entry.getKey();
            figure = switch (witness) {
                case SGD, SDE -> figure.with(
                        PointLayer.of(witness, witness.label(), m.x(), m.density(), m.standardError()));
                case DENSITY -> figure.with(LineLayer.of(Witness.DENSITY, "Fokker-Planck density", m.x(), m.density()));
                case THEORY -> figure.with(LineLayer.of(
                        Witness.THEORY, "stationary theory, leading order", m.x(), m.density()));
                case REFERENCE -> figure.with(PointLayer.of(
                        Witness.REFERENCE, "reference", m.x(), m.density(), m.standardError()));
            };
        }
        return figure;
    }
}
