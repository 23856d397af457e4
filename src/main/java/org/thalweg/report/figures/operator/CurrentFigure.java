package org.thalweg.report.figures.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thalweg.fokkerplanck.law.Current;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.model.PlainSetting;
import org.thalweg.report.Thinning;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.NoteLayer;
import org.thalweg.report.drawing.SeenCells;
import org.thalweg.report.figures.Contour;
import org.thalweg.report.figures.SettingLabel;

/**
 * Which way probability flows: streamlines of the current over the density. Nothing is created, so the current is that
 * of a stream function psi, J = (d psi / dy, -d psi / dx), and its contours are the streamlines; equally much flows
 * between neighbouring ones. About a maximum of psi it flows anticlockwise. Arrow heads show the sense.
 */
public final class CurrentFigure {
    /** Contours to either side of psi = 0. */
    private static final int LINES = 4;
    /** Currents are rounding below this part of D P over the length of the figure. */
    private static final double ROUNDING = 1e-9;
    /** The density is shown where it is at least this part of the largest. */
    private static final double SHOWN = 1e-5;
    /** One arrow head at most in each of so many columns and rows of the figure. */
    private static final int COLUMNS = 14;
    private static final int ROWS = 10;
    /** Half the length of an arrow head, in heights of the figure, and the width of the figure in heights. */
    private static final double HEAD = 0.014;
    private static final double WIDTH = 1.5;

    private CurrentFigure() {}

    /** The figure of a current and the density on the same cells; the subtitle names the setting. */
    public static Figure of(PlainSetting setting, String subtitle, Density density, Current current) {
        SettingLabel.Coordinates coordinates = SettingLabel.Coordinates.of(setting);
        SeenCells rows = SeenCells.rows(density.values(), SHOWN).wider(density.y().length);
        SeenCells columns = coordinates.alike()
                ? SeenCells.columns(density.values(), SHOWN).wider(density.x().length)
                : new SeenCells(0, density.x().length - 1);
        double[] y = Arrays.copyOfRange(density.y(), rows.first(), rows.last() + 1);
        double[] x = Arrays.copyOfRange(density.x(), columns.first(), columns.last() + 1);
        Axis along = Axis.linear(coordinates.along());
        Axis across = Axis.linear(coordinates.across());
        Figure figure = Figure.of("Probability current over the density", subtitle, along, across)
                .with(new CellMapLayer(along.edgesAround(x), across.edgesAround(y),
                        part(density.values(), columns, rows), Axis.linear("density p(x, y) (per unit area)")));
        if (largest(current) <= ROUNDING * scale(setting, density)) {
            return figure.with(new NoteLayer("no current: equilibrium"));
        }
        double[][] stream = part(stream(current), columns, rows);
        double least = Arrays.stream(stream).flatMapToDouble(Arrays::stream).min().orElseThrow();
        double most = Arrays.stream(stream).flatMapToDouble(Arrays::stream).max().orElseThrow();
        Thinning thinning = Thinning.of(x.length, y.length);
        double[] xs = thinning.x(x);
        double[] ys = thinning.y(y);
        double[][] values = thinning.field(stream);
        double extreme = Math.max(-least, most);
        figure = streamlines(figure, current, "anticlockwise", Ink.ORANGE, xs, ys, values, extreme);
        return streamlines(figure, current, "clockwise", Ink.SKY, xs, ys, values, -extreme);
    }

    private static Figure streamlines(Figure figure, Current current, String name, Ink ink, double[] x, double[] y,
            double[][] stream, double extreme) {
        List<Double> along = new ArrayList<>();
        List<Double> across = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int k = 0; k < LINES; k++) {
            LineLayer line = Contour.of("", x, y, stream, extreme * (k + 0.5) / LINES);
            heads(line, current, x, y, along, across, taken);
            for (int i = 0; i < line.x().length; i++) {
                along.add(line.x()[i]);
                across.add(line.y()[i]);
            }
        }
        return along.isEmpty() ? figure
                : figure.with(new LineLayer(name, ink, Dash.SOLID, array(along), array(across)));
    }

    /** Adds arrow heads on the pieces of a line. */
    private static void heads(LineLayer line, Current current, double[] x, double[] y, List<Double> along,
            List<Double> across, Set<Integer> taken) {
        double width = x[x.length - 1] - x[0];
        double height = y[y.length - 1] - y[0];
        for (int i = 0; i + 1 < line.x().length; i++) {
            double atX = 0.5 * (line.x()[i] + line.x()[i + 1]);
            double atY = 0.5 * (line.y()[i] + line.y()[i + 1]);
            int place = Double.isNaN(atX + atY) ? -1
                    : (int) (COLUMNS * (atX - x[0]) / width) * ROWS + (int) (ROWS * (atY - y[0]) / height);
            if (place < 0 || !taken.add(place)) {
                continue;
            }
            int column = nearest(current.x(), atX);
            int row = nearest(current.y(), atY);
            double dx = WIDTH * current.alongX()[column][row] / width;
            double dy = current.alongY()[column][row] / height;
            double length = Math.hypot(dx, dy);
            dx /= length;
            dy /= length;
            for (int side = -1; side <= 1; side++) {
                along.add(atX + HEAD * width / WIDTH * (side == 0 ? dx : -dx - 0.7 * side * dy));
                across.add(atY + HEAD * height * (side == 0 ? dy : -dy + 0.7 * side * dx));
            }
            along.add(Double.NaN);
            across.add(Double.NaN);
        }
    }

    /** psi at the centres: across the first line of cells by J_y, from there by J_x. */
    private static double[][] stream(Current current) {
        double[] x = current.x();
        double[] y = current.y();
        double[][] stream = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            stream[i][0] = i == 0 ? 0.0 : stream[i - 1][0]
                    - 0.5 * (x[i] - x[i - 1]) * (current.alongY()[i][0] + current.alongY()[i - 1][0]);
            for (int j = 1; j < y.length; j++) {
                stream[i][j] = stream[i][j - 1]
                        + 0.5 * (y[j] - y[j - 1]) * (current.alongX()[i][j] + current.alongX()[i][j - 1]);
            }
        }
        return stream;
    }

    private static double[][] part(double[][] values, SeenCells columns, SeenCells rows) {
        return Arrays.stream(values, columns.first(), columns.last() + 1)
                .map(column -> Arrays.copyOfRange(column, rows.first(), rows.last() + 1)).toArray(double[][]::new);
    }

    private static double largest(Current current) {
        return Arrays.stream(current.alongX()).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
    }

    /** D_xx P / length where P is largest. */
    private static double scale(PlainSetting setting, Density density) {
        double[][] tensor = new double[2][2];
        double largest = 0.0;
        for (int i = 0; i < density.x().length; i++) {
            for (int j = 0; j < density.y().length; j++) {
                if (density.values()[i][j] > largest) {
                    largest = density.values()[i][j];
                    setting.diffusion().diffusionTensor(new double[] {density.x()[i], density.y()[j]}, tensor);
                }
            }
        }
        return tensor[0][0] * largest / (density.x()[density.x().length - 1] - density.x()[0]);
    }

    private static int nearest(double[] values, double at) {
        int found = Arrays.binarySearch(values, at);
        int above = Math.min(values.length - 1, found < 0 ? -found - 1 : found);
        return above > 0 && at - values[above - 1] < values[above] - at ? above - 1 : above;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
