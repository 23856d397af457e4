package org.thalweg.report.figures;

import java.util.Arrays;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Setting;
import org.thalweg.report.Thinning;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.SeenCells;

/**
 * The density over the plane, with its contours at a half, a tenth and a hundredth of the largest value. A valley is
 * shown by its floor y = 0 and by lines one local standard deviation, sqrt(D_yy) F(x), to either side.
 */
public final class DensityFigure {
    /** Of two weights no domain is natural; what is less than this part of the largest is left out at the sides. */
    private static final double SHOWN = 1e-5;
    private static final double[] LEVELS = {0.5, 0.1, 0.01};

    private DensityFigure() {}

    /** The figure of a density on a tensor grid; the subtitle names the setting, and the time if there is one. */
    public static Figure of(Setting setting, String subtitle, Density density) {
        SettingLabel.Coordinates coordinates = SettingLabel.Coordinates.of(setting);
        Axis x = Axis.linear(coordinates.along());
        Axis y = Axis.linear(coordinates.across());
        double[] columns = x.edgesAround(density.x());
        double[] rows = y.edgesAround(density.y());
        boolean alike = coordinates.alike();
        Figure figure = Figure.of("Density over the plane", subtitle,
                        alike ? SeenCells.columns(density.values(), SHOWN).along(x, columns) : x,
                        alike ? SeenCells.rows(density.values(), SHOWN).along(y, rows) : y)
                .with(Legend.NONE)
                .with(new CellMapLayer(columns, rows, density.values(),
                        Axis.linear("density p(x, y) (per unit area)")));
        double largest = Arrays.stream(density.values()).flatMapToDouble(Arrays::stream).max().orElseThrow();
        // A contour through a few hundred cells a side is as smooth as a figure shows.
        Thinning thinning = Thinning.of(density.x().length, density.y().length);
        for (double level : LEVELS) {
            figure = figure.with(Contour.of("", thinning.x(density.x()), thinning.y(density.y()),
                    thinning.field(density.values()), level * largest));
        }
        return setting.surface().geometry().valley() ? withFloor(figure, setting, density.x()) : figure;
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
