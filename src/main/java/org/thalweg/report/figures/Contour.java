package org.thalweg.report.figures;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;

/** A line of equal height over a rectangle of values, cell by cell (marching squares with linear interpolation). */
public final class Contour {
    private final List<Double> along = new ArrayList<>();
    private final List<Double> across = new ArrayList<>();

    private Contour() {}

    /**
     * The line where values on (x[i], y[j]) reach a level; pieces are separated by missing points. None passes missing
     * values.
     */
    public static LineLayer of(String name, double[] x, double[] y, double[][] values, double level) {
        Contour contour = new Contour();
        for (int i = 0; i + 1 < x.length; i++) {
            for (int j = 0; j + 1 < y.length; j++) {
                // Two triangles have no ambiguous case.
                double[] px = {x[i], x[i + 1], x[i + 1], x[i]};
                double[] py = {y[j], y[j], y[j + 1], y[j + 1]};
                double[] v = {values[i][j], values[i + 1][j], values[i + 1][j + 1], values[i][j + 1]};
                contour.triangle(px, py, v, level, 0, 1, 2);
                contour.triangle(px, py, v, level, 0, 2, 3);
            }
        }
        return new LineLayer(name, Ink.GREY, Dash.SOLID, array(contour.along), array(contour.across));
    }

    private void triangle(double[] x, double[] y, double[] v, double level, int... corners) {
        int found = 0;
        for (int k = 0; k < 3; k++) {
            int a = corners[k];
            int b = corners[(k + 1) % 3];
            if (!Double.isNaN(v[a] + v[b]) && v[a] < level != v[b] < level) {
                double share = (level - v[a]) / (v[b] - v[a]);
                add(x[a] + share * (x[b] - x[a]), y[a] + share * (y[b] - y[a]));
                found++;
            }
        }
        if (found > 0) {
            add(Double.NaN, Double.NaN);
        }
    }

    private void add(double x, double y) {
        along.add(x);
        across.add(y);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
