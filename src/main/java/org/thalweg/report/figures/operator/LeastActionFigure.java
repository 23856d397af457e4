package org.thalweg.report.figures.operator;

import java.util.List;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.figures.SettingLabel;

/** A path of least action over the stationary density. */
public final class LeastActionFigure {
    private LeastActionFigure() {}

    /** The figure; the density is shown where there is some, and the path. */
    public static Figure of(Setting setting, MinimumActionPath path, Density density) {
        Figure below = EvolutionFigure.of(setting, List.of(0.0), List.of(density)).figures().get(0);
        double from = below.y().limits().orElseThrow().from();
        double to = below.y().limits().orElseThrow().to();
        for (double y : path.y()) {
            from = Math.min(from, y);
            to = Math.max(to, y);
        }
        return new Figure("Path of least action, S = " + SettingLabel.number(path.action().value()),
                SettingLabel.of(setting), below.x(), below.y().between(from, to), below.layers(), Legend.BELOW)
                .with(new LineLayer("path of least action over the density", Ink.SKY, Dash.SOLID, path.x(), path.y()));
    }
}
