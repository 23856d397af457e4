package org.thalweg.report.figures.probes;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.figures.SettingLabel;

/** Variance of SGD's path against the flatness of the loss, along the principal components of the path. */
final class VarianceFlatnessFigure {
    private VarianceFlatnessFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "component_variance").map(table -> PowerLawFigure.with(
                Figure.of("Variance of the path against flatness",
                        SettingLabel.of(setting) + "; " + table.where("component_variance"),
                        Axis.logarithmic("flatness F_i: where the loss is e times as large (parameter)"),
                        Axis.logarithmic("variance \u03c3_i\u00b2 (parameter\u00b2)")),
                "principal components", table.values("component_flatness"), table.values("component_variance"), 1,
                "\u03c3\u00b2 ~ F^(\u2212\u03c8), \u2212\u03c8 = ",
                -table.value("variance_flatness_exponent").orElse(Double.NaN)));
    }
}
