package org.thalweg.fokkerplanck.grid;

import org.thalweg.model.space.Boundary;

/**
 * An axis before its number of cells is chosen. Axes of one design are nested refinements by a smooth map, so errors on
 * them have an expansion in even powers of 1/n.
 *
 * @param from first edge
 * @param to last edge
 * @param lower what happens at the first edge
 * @param upper what happens at the last edge
 * @param stretch how cells are graded
 */
public record AxisDesign(double from, double to, Boundary lower, Boundary upper, Stretch stretch) {
    /** Cells of one width. */
    public static AxisDesign uniform(double from, double to, Boundary lower, Boundary upper) {
        return new AxisDesign(from, to, lower, upper, Stretch.NONE);
    }

    /** The axis of {@code n} cells. */
    public Axis cells(int n) {
        double first = stretch.inverse(from);
        double last = stretch.inverse(to);
        double[] edges = new double[n + 1];
        double[] centres = new double[n];
        for (int i = 0; i < n; i++) {
            edges[i] = stretch.at(first + (last - first) * i / n);
            centres[i] = stretch.at(first + (last - first) * (i + 0.5) / n);
        }
        edges[0] = from;
        edges[n] = to;
        return new Axis(edges, centres, lower, upper, stretch);
    }

    /** The smallest slope of the map: at the focus, if that lies inside. */
    public double flattest() {
        double nearest = Math.max(from, Math.min(to, stretch.focus()));
        return stretch.slope(stretch.inverse(nearest));
    }

    /** The largest slope of the map, at the end that is farther from the focus. */
    public double steepest() {
        return Math.max(stretch.slope(stretch.inverse(from)), stretch.slope(stretch.inverse(to)));
    }

    /** From end to end in the coordinate in which cells are equal. */
    public double evenLength() {
        return stretch.inverse(to) - stretch.inverse(from);
    }

    /** The spacing of {@code n} cells at {@code x}, a smooth function of x and in proportion to 1/n. */
    double spacing(double x, int n) {
        return stretch.slope(stretch.inverse(x)) * (stretch.inverse(to) - stretch.inverse(from)) / n;
    }
}
