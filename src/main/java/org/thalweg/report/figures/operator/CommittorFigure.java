package org.thalweg.report.figures.operator;

import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Region;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.figures.Contour;
import org.thalweg.report.figures.SettingLabel;

/** The committor over the plane: where it is a tenth, a half and nine tenths, and where the setting starts. */
public final class CommittorFigure {
    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    private CommittorFigure() {}

    /** The title for two places along the valley. */
    public static String along(double from, double to) {
        return "Probability to reach x \u2265 " + SettingLabel.number(to) + " before x \u2264 "
                + SettingLabel.number(from);
    }

    /** The title for any two sets. */
    public static String between(Region first, Region second) {
        return "Probability to reach " + second + " before " + first;
    }

    /** The figure of the probability of the second of two sets, from each cell. */
    public static Figure of(Setting setting, Density field, String title) {
        SettingLabel.Coordinates coordinates = SettingLabel.Coordinates.of(setting);
        Axis x = Axis.linear(coordinates.along());
        Axis y = Axis.linear(coordinates.across());
        Figure figure = Figure.of(title, SettingLabel.of(setting), x, y).with(Legend.BELOW)
                .with(new CellMapLayer(x.edgesAround(field.x()), y.edgesAround(field.y()), field.values(),
                        Axis.linear("committor q(x, y)").between(0.0, 1.0)));
        for (double level : LEVELS) {
            figure = figure.with(Contour.of(level == LEVELS[0] ? "q = 0.1, 0.5, 0.9" : "", field.x(), field.y(),
                    field.values(), level));
        }
        return figure.with(PointLayer.exact("start", Ink.ORANGE, Marker.FILLED_CIRCLE,
                new double[] {setting.start()[0]}, new double[] {setting.start()[1]}));
    }
}
