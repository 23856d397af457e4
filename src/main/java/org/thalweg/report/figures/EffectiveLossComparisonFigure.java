package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.function.Function;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.results.EffectiveLossComparison;
import org.thalweg.results.EffectiveLossCurve;

/**
 * The effective SGD-loss of all witnesses and all orders of the theory: against ln F, where the leading order is a
 * straight line, and along the valley as the deviation from that order, where the others are told apart. Bars are
 * standard errors, the band is what the leading order is allowed to leave out.
 */
public final class EffectiveLossComparisonFigure {
    private EffectiveLossComparisonFigure() {}

    /** L_SGD / Delta against ln F. */
    public static Figure againstFlatness(Setting setting, EffectiveLossComparison comparison) {
        return draw(Figure.of("SGD-loss against flatness", SettingLabel.of(setting), Axis.linear("ln F(x)"),
                Axis.linear("SGD-loss L_SGD / \u0394")), comparison,
                EffectiveLossCurve::byFlatness, EffectiveLossCurve::logFlatness, EffectiveLossCurve::loss);
    }

    /** L_SGD / Delta less (1 - kappa) ln F, against x. */
    public static Figure alongValley(Setting setting, EffectiveLossComparison comparison) {
        return draw(Figure.of("SGD-loss beyond the leading order", SettingLabel.of(setting), Axis.linear("x"),
                Axis.linear("L_SGD / \u0394 \u2212 (1 \u2212 \u03ba) ln F")), comparison,
                curve -> curve, EffectiveLossCurve::x, EffectiveLossCurve::deviation);
    }

    private static Figure draw(Figure empty, EffectiveLossComparison comparison,
            Function<EffectiveLossCurve, EffectiveLossCurve> order, Function<EffectiveLossCurve, double[]> abscissa,
            Function<EffectiveLossCurve, double[]> ordinate) {
        Figure figure = empty.with(Legend.BELOW);
        for (EffectiveLossCurve unordered : comparison.curves()) {
            if (unordered.source() == EffectiveLossCurve.Source.LEADING_ORDER) {
                EffectiveLossCurve curve = order.apply(unordered);
                figure = figure.with(band(abscissa.apply(curve), ordinate.apply(curve), curve.error()));
            }
        }
        for (EffectiveLossCurve unordered : comparison.curves()) {
            EffectiveLossCurve curve = order.apply(unordered);
            double[] x = abscissa.apply(curve);
            double[] y = ordinate.apply(curve);
            figure = figure.with(switch (curve.source()) {
                case SGD -> new PointLayer(
                        Witness.SGD.label(), Ink.BLUE, Marker.FILLED_CIRCLE, x, y, curve.error());
                case SDE -> new PointLayer(Witness.SDE.label(), Ink.VERMILLION, Marker.OPEN_SQUARE, x, y,
                        curve.error());
                case FINITE_VOLUME -> new LineLayer("density, finite volumes", Ink.GREEN, Dash.SOLID, x, y);
                case HIERARCHY -> new LineLayer("density, hierarchy", Ink.ORANGE, Dash.DASHED, x, y);
                case LEADING_ORDER -> new LineLayer("leading order", Ink.BLACK, Dash.DASHED, x, y);
                case NEXT_ORDER -> new LineLayer("next order", Ink.BLACK, Dash.DASH_DOTTED, x, y);
                case FINITE_LEARNING_RATE -> new LineLayer("finite learning rate", Ink.BLUE, Dash.SOLID, x, y);
            });
        }
        return figure;
    }

    private static BandLayer band(double[] x, double[] y, double[] half) {
        double[] lower = new double[x.length];
        double[] upper = new double[x.length];
        Arrays.setAll(lower, i -> y[i] - half[i]);
        Arrays.setAll(upper, i -> y[i] + half[i]);
        return new BandLayer("allowed to the leading order", Ink.GREY, x, lower, upper);
    }
}
