package org.thalweg.report.figures.probes;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.figures.SettingLabel;

/** Variance of the samples' gradients against curvature, in the directions of the Hessian's eigenvectors. */
final class NoiseCurvatureFigure {
    private NoiseCurvatureFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "noise").map(table -> PowerLawFigure.with(
                Figure.of("Gradient noise against curvature",
                        SettingLabel.of(setting) + "; " + table.where("noise"),
                        Axis.logarithmic("curvature H_ii (loss per parameter\u00b2)"),
                        Axis.logarithmic("variance of gradients C_ii")),
                "directions of eigenvectors", table.values("curvature"), table.values("noise"), 0,
                "C ~ H^\u03b3, \u03b3 = ", table.value("noise_curvature_exponent").orElse(Double.NaN)));
    }
}
