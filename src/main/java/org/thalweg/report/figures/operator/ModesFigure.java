package org.thalweg.report.figures.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.ModeField;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.Panels;
import org.thalweg.report.drawing.SeenCells;
import org.thalweg.report.figures.Contour;
import org.thalweg.report.figures.SettingLabel;

/** The slowest modes of the plane side by side, each with its rate and the line on which it vanishes. */
public final class ModesFigure {
    private static final int COLUMNS = 2;
    /** Modes shown; the files have all. */
    private static final int MOST = 6;
    /** What is less than this part of the largest value is left out at the sides. */
    private static final double SHOWN = 1e-3;

    /** Signs of less are rounding; told within so many cells, since a mode is small along its zero line. */
    private static final double SIGN = 1e-4;
    private static final int NEAR = 3;

    private ModesFigure() {}

    /**
     * The panels.
     *
     * @param modes in learning time
     */
    public static Panels of(Setting setting, List<RelaxationMode> modes, List<ModeField> fields) {
        List<Figure> panels = new ArrayList<>();
        for (int k = 0; k < Math.min(MOST, fields.size()); k++) {
            RelaxationMode mode = modes.get(k);
            String title = "Mode " + (k + 1) + ": rate " + SettingLabel.number(mode.rate().value()) + " per unit of t"
                    + (mode.turns() ? ", frequency " + SettingLabel.number(mode.frequency().value()) + ", real part"
                    : "");
            panels.add(panel(title, setting, fields.get(k).real()));
        }
        return new Panels(Math.min(COLUMNS, panels.size()), panels);
    }

    /** Missing where nothing around is large enough for its sign to mean something. */
    private static double[][] seen(double[][] values, double largest) {
        double[][] seen = new double[values.length][values[0].length];
        for (int i = 0; i < seen.length; i++) {
            for (int j = 0; j < seen[i].length; j++) {
                double around = 0.0;
                for (int di = -NEAR; di <= NEAR; di++) {
                    for (int dj = -NEAR; dj <= NEAR; dj++) {
                        int a = Math.floorMod(i + di, seen.length);
                        int b = Math.min(seen[i].length - 1, Math.max(0, j + dj));
                        around = Math.max(around, Math.abs(values[a][b]));
                    }
                }
                seen[i][j] = around > SIGN * largest ? values[i][j] : Double.NaN;
            }
        }
        return seen;
    }

    private static Figure panel(String title, Setting setting, Density field) {
        SettingLabel.Coordinates coordinates = SettingLabel.Coordinates.of(setting);
        Axis x = Axis.linear(coordinates.along());
        Axis y = Axis.linear(coordinates.across());
        double largest = Arrays.stream(field.values()).flatMapToDouble(Arrays::stream).map(Math::abs).max()
                .orElseThrow();
        double[] edges = y.edgesAround(field.y());
        double[] sides = x.edgesAround(field.x());
        Axis rows = SeenCells.rows(field.values(), SHOWN).along(y, edges);
        Axis columns = coordinates.alike() ? SeenCells.columns(field.values(), SHOWN).along(x, sides) : x;
        return Figure.of(title, SettingLabel.of(setting), columns, rows).with(Legend.NONE)
                .with(new CellMapLayer(sides, edges, field.values(),
                        Axis.linear("mode (per unit area)").between(-largest, largest)))
                .with(Contour.of("", field.x(), field.y(), seen(field.values(), largest), 0.0));
    }
}
