package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.regression.SimpleRegression;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.SettingLabel;

/** Points on two logarithmic axes, and the power law that was fitted to them. */
final class PowerLawFigure {
    private PowerLawFigure() {}

    /** Variance of the samples' gradients against curvature, in the directions of the Hessian's eigenvectors. */
    static Optional<Figure> ofNoise(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "noise").map(table -> with(
                Figure.of("Gradient noise against curvature",
                        SettingLabel.of(setting) + "; " + table.where("noise"),
                        Axis.logarithmic("curvature H_ii (loss per parameter\u00b2)"),
                        Axis.logarithmic("variance of gradients C_ii (loss\u00b2 per parameter\u00b2)")),
                "directions of eigenvectors", table.values("curvature"), table.values("noise"), 0,
                "C ~ H^\u03b3, \u03b3 = ", table.value("noise_curvature_exponent").orElse(Double.NaN), 1.0));
    }

    /** Variance of SGD's path against the flatness of the loss, along the principal components of the path. */
    static Optional<Figure> ofPath(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "component_variance").map(table -> with(
                Figure.of("Variance of the path against flatness",
                        SettingLabel.of(setting) + "; " + table.where("component_variance"),
                        Axis.logarithmic("flatness F_i: where the loss is e times as large (parameter)"),
                        Axis.logarithmic("variance \u03c3_i\u00b2 (parameter\u00b2)")),
                "principal components", table.values("component_flatness"), table.values("component_variance"), 1,
                "\u03c3\u00b2 ~ F^(\u2212\u03c8), \u03c8 = ",
                table.value("variance_flatness_exponent").orElse(Double.NaN), -1.0));
    }

    /**
     * Points, and a line of a slope through the middle of those that were fitted.
     *
     * @param first the first point that was fitted
     * @param exponent as it is named
     * @param sign the slope is the exponent times this
     */
    private static Figure with(Figure empty, String points, double[] x, double[] y, int first, String law,
            double exponent, double sign) {
        double slope = sign * exponent;
        SimpleRegression middle = new SimpleRegression();
        double from = Double.POSITIVE_INFINITY;
        double to = 0.0;
        for (int i = first; i < x.length; i++) {
            if (x[i] > 0.0 && y[i] > 0.0) {
                middle.addData(Math.log(x[i]), Math.log(y[i]));
                from = Math.min(from, x[i]);
                to = Math.max(to, x[i]);
            }
        }
        double level = middle.getIntercept() + (middle.getSlope() - slope) * (Math.log(from) + Math.log(to)) / 2.0;
        double[] ends = {from, to};
        double[] values = {Math.exp(level + slope * Math.log(from)), Math.exp(level + slope * Math.log(to))};
        Figure figure = empty.with(PointLayer.exact(points, Ink.BLUE, Marker.values()[0],
                Arrays.copyOfRange(x, first, x.length), Arrays.copyOfRange(y, first, y.length)));
        if (first > 0) {
            figure = figure.with(PointLayer.exact("not fitted", Ink.BLUE, Marker.values()[1],
                    Arrays.copyOf(x, first), Arrays.copyOf(y, first)));
        }
        return figure.with(new LineLayer(law + SettingLabel.number(exponent), Ink.BLACK, Dash.SOLID, ends, values));
    }
}
