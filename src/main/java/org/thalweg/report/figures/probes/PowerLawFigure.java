package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    private static final String NOT_FITTED = "not fitted";

    private PowerLawFigure() {}

    /** Variance of the samples' gradients against curvature, in the directions of the Hessian's eigenvectors. */
    static Optional<Figure> ofNoise(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "noise").map(table -> new Law(table, "C ~ H^\u03b3, \u03b3",
                "noise_curvature_exponent", 1.0, 0, Style.PLAIN).on(
                Figure.of("Gradient noise against curvature",
                        SettingLabel.of(setting) + "; " + table.where("noise"),
                        Axis.logarithmic("curvature H_ii (loss per parameter\u00b2)"),
                        Axis.logarithmic("variance of gradients C_ii (loss\u00b2 per parameter\u00b2)")),
                "directions of eigenvectors", table.values("curvature"), table.values("noise")));
    }

    /**
     * Variance of SGD's path against the flatness of the loss, along the principal components of the path; and along
     * the same ones under noise that is alike in all directions.
     */
    static Optional<Figure> ofPath(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "component_variance").map(table -> {
            double[] flatness = table.values("component_flatness");
            Figure figure = Figure.of("Variance of the path against flatness",
                    SettingLabel.of(setting) + "; " + table.where("component_variance"),
                    Axis.logarithmic("flatness F_i: where the loss is e times as large (parameter)"),
                    Axis.logarithmic("variance \u03c3_i\u00b2 (parameter\u00b2)"));
            String name = "\u03c3\u00b2 ~ F^(\u2212\u03c8), \u03c8";
            figure = new Law(table, name, "variance_flatness_exponent_isotropic", -1.0, 1, Style.CONTROL)
                    .on(figure, "isotropic noise, the same directions", flatness,
                            table.values("component_variance_isotropic"));
            return new Law(table, name, "variance_flatness_exponent", -1.0, 1, Style.PLAIN)
                    .on(figure, "SGD, principal components", flatness, table.values("component_variance"));
        });
    }

    /** How points and their law are drawn. */
    private enum Style {
        PLAIN(Ink.BLUE, Marker.FILLED_CIRCLE, Dash.SOLID),
        CONTROL(Ink.VERMILLION, Marker.FILLED_TRIANGLE, Dash.DASHED);

        private final Ink ink;
        private final Marker marker;
        private final Dash dash;

        Style(Ink ink, Marker marker, Dash dash) {
            this.ink = ink;
            this.marker = marker;
            this.dash = dash;
        }
    }

    /**
     * A power law that was fitted.
     *
     * @param name the law and its exponent
     * @param exponent the quantity
     * @param sign the slope is the exponent times this
     * @param first the first point that was fitted
     * @param style of points and line
     */
    private record Law(ReadingTable table, String name, String exponent, double sign, int first, Style style) {
        /** Points, and a line of the slope through the middle of those that were fitted. */
        Figure on(Figure empty, String points, double[] x, double[] y) {
            double value = table.value(exponent).orElse(Double.NaN);
            double slope = sign * value;
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
            Figure figure = empty.with(PointLayer.exact(points, style.ink, style.marker,
                    Arrays.copyOfRange(x, first, x.length), Arrays.copyOfRange(y, first, y.length)));
            if (first > 0 && style == Style.PLAIN) {
                figure = figure.with(PointLayer.exact(NOT_FITTED, style.ink, Marker.OPEN_SQUARE,
                        Arrays.copyOf(x, first), Arrays.copyOf(y, first)));
            }
            return figure.with(new LineLayer(name + " = " + withError(value), Ink.BLACK, style.dash, ends,
                    values));
        }

        /** Digits that the error of the fit leaves. */
        private String withError(double value) {
            double error = table.error(exponent).orElse(Double.NaN);
            if (!(error > 0.0) || error >= 100.0) {
                return SettingLabel.number(value);
            }
            int digits = Math.max(0, 1 - (int) Math.floor(Math.log10(error)));
            return String.format(Locale.ROOT, "%." + digits + "f \u00b1 %." + digits + "f", value, error)
                    .replace('-', '\u2212');
        }
    }
}
