package org.thalweg.report.figures.probes;

import org.hipparchus.stat.regression.SimpleRegression;
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

    /**
     * Points, and a line of a slope through their middle.
     *
     * @param first the first point that was fitted
     */
    static Figure with(Figure empty, String points, double[] x, double[] y, int first, String law, double slope) {
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
        return empty.with(PointLayer.exact(points, Ink.BLUE, Marker.values()[0], x, y))
                .with(new LineLayer(law + SettingLabel.number(slope), Ink.BLACK, Dash.SOLID, ends, values));
    }
}
