package org.thalweg.report.figures;

import java.util.List;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.trajectory.watch.Path;

/** A few trajectories along the valley: flatness against time, or position where the surface is no valley. */
public final class PathFigure {
    private static final Ink[] INKS = {Ink.BLUE, Ink.VERMILLION, Ink.GREEN, Ink.PURPLE, Ink.ORANGE};

    private PathFigure() {}

    /**
     * The figure of the first few paths.
     *
     * @param timeStep learning time of a step
     */
    public static Figure of(Setting setting, List<Path> paths, double timeStep) {
        boolean valley = setting.surface().geometry().valley();
        SettingLabel.Coordinates coordinates = SettingLabel.Coordinates.of(setting);
        Figure figure = Figure.of("Trajectories", SettingLabel.of(setting),
                Axis.linear("learning time t = \u03b7k"),
                Axis.linear(valley ? "flatness F(x)"
                        : coordinates == SettingLabel.Coordinates.VALLEY ? "position x" : coordinates.along()));
        for (int i = 0; i < Math.min(INKS.length, paths.size()); i++) {
            Path path = paths.get(i);
            double[] time = new double[path.steps().length];
            double[] value = new double[time.length];
            for (int k = 0; k < time.length; k++) {
                time[k] = path.steps()[k] * timeStep;
                double x = path.theta()[0][k];
                value[k] = valley ? setting.surface().geometry().flatnessAt(x) : x;
            }
            figure = figure.with(new LineLayer("particle " + path.particle(), INKS[i], Dash.SOLID, time, value));
        }
        if (valley && setting.flatSet().isPresent()) {
            figure = figure.with(new HorizontalMark(
                    "flat set", Ink.BLACK, Dash.DASHED, setting.flatSet().get().flatness()));
        }
        return figure;
    }
}
