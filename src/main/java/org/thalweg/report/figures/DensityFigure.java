package org.thalweg.report.figures;

import org.thalweg.fokkerplanck.Density;
import org.thalweg.report.Axis;
import org.thalweg.report.CellMapLayer;
import org.thalweg.report.Figure;
import org.thalweg.report.Legend;

/** The density over the plane. */
public final class DensityFigure {
    private DensityFigure() {}

    /** The figure of a density on a tensor grid; the subtitle names the setting, and the time if there is one. */
    public static Figure of(String subtitle, Density density) {
        Axis x = Axis.linear("position along the valley x");
        Axis y = Axis.linear("position across the valley y");
        return Figure.of("Density over the plane", subtitle, x, y)
                .with(Legend.NONE)
                .with(new CellMapLayer(x.edgesAround(density.x()), y.edgesAround(density.y()), density.values(),
                        Axis.linear("density p(x, y) (per unit area)")));
    }
}
