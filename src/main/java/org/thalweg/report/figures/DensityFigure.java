package org.thalweg.report.figures;

import org.thalweg.fokkerplanck.Density;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Setting;
import org.thalweg.report.Axis;
import org.thalweg.report.CellMapLayer;
import org.thalweg.report.Dash;
import org.thalweg.report.Figure;
import org.thalweg.report.Ink;
import org.thalweg.report.Legend;
import org.thalweg.report.LineLayer;

/**
 * The density over the plane, with its contours at a half, a tenth and a hundredth of the largest value. A valley is
 * shown by its floor y = 0 and by lines one local standard deviation, sqrt(D_yy) F(x), to either side.
 */
public final class DensityFigure {
    private static final double[] LEVELS = {0.5, 0.1, 0.01};

    private DensityFigure() {}

    /** The figure of a density on a tensor grid; the subtitle names the setting, and the time if there is one. */
    public static Figure of(Setting setting, String subtitle, Density density) {
        Axis x = Axis.linear("position along the valley x");
        Axis y = Axis.linear("position across the valley y");
        Figure figure = Figure.of("Density over the plane", subtitle, x, y)
                .with(Legend.NONE)
                .with(new CellMapLayer(x.edgesAround(density.x()), y.edgesAround(density.y()), density.values(),
                        Axis.linear("density p(x, y) (per unit area)")));
        double largest = 0.0;
        for (double[] line : density.values()) {
            for (double value : line) {
                largest = Math.max(largest, value);
            }
        }
        for (double level : LEVELS) {
            figure = figure.with(Contour.of("", density.x(), density.y(), density.values(), level * largest));
        }
        return setting.surface().valley().isPresent() ? withFloor(figure, setting, density.x()) : figure;
    }

    private static Figure withFloor(Figure figure, Setting setting, double[] x) {
        FloorDiffusion floor = FloorDiffusion.of(setting.effective().atFirstOrder());
        double[] middle = new double[x.length];
        double[] above = new double[x.length];
        double[] below = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            above[i] = Math.sqrt(floor.across(0, x[i])) * floor.shape().flatness().get(0).value(x[i]);
            below[i] = -above[i];
        }
        return figure.with(new LineLayer("", Ink.ORANGE, Dash.SOLID, x, middle))
                .with(new LineLayer("", Ink.ORANGE, Dash.DASHED, x, above))
                .with(new LineLayer("", Ink.ORANGE, Dash.DASHED, x, below));
    }
}
