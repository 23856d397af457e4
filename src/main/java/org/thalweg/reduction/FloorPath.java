package org.thalweg.reduction;

import java.util.Arrays;

/**
 * The way along a valley floor: straight pieces between points of the space of parameters, with the length of the way
 * as a coordinate. A straight direction is a way of one piece.
 *
 * <p>The length is Euclidean, as SGD's own metric is: the slope of the floor by it is the drift along it. Beyond the
 * ends the first and the last piece go on.
 */
public final class FloorPath {
    private final double[][] nodes;
    private final double[] places;

    private FloorPath(double[][] nodes, double[] places) {
        this.nodes = nodes;
        this.places = places;
    }

    /** Through points, in their order; at least 2, each other than the one before. Not modified. */
    static FloorPath through(double[][] points) {
        double[] places = new double[points.length];
        for (int j = 1; j < points.length; j++) {
            places[j] = places[j - 1] + distance(points[j - 1], points[j]);
        }
        return new FloorPath(points.clone(), places);
    }

    /** As it was written down: points with their places. */
    static FloorPath of(double[][] points, double[] places) {
        return new FloorPath(points.clone(), places.clone());
    }

    /** Its points' places. */
    double[] places() {
        return places.clone();
    }

    /** A straight way: x is the distance from a point along a unit vector. */
    static FloorPath straight(double[] from, double[] unit) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += unit[i];
        }
        return new FloorPath(new double[][] {from, to}, new double[] {0.0, 1.0});
    }

    /** The same way, its places less a number. */
    FloorPath from(double origin) {
        return new FloorPath(nodes, Arrays.stream(places).map(at -> at - origin).toArray());
    }

    /** Its points; not to be modified. */
    double[][] nodes() {
        return nodes;
    }

    /** The place of a point: that of the nearest point of the way. */
    public double place(double[] theta) {
        double best = Double.POSITIVE_INFINITY;
        double found = 0.0;
        int last = nodes.length - 2;
        for (int j = 0; j <= last; j++) {
            double length = places[j + 1] - places[j];
            double along = 0.0;
            double square = 0.0;
            for (int i = 0; i < theta.length; i++) {
                double d = theta[i] - nodes[j][i];
                along += d * (nodes[j + 1][i] - nodes[j][i]);
                square += d * d;
            }
            along /= length;
            double on = Math.max(j == 0 ? Double.NEGATIVE_INFINITY : 0.0,
                    Math.min(j == last ? Double.POSITIVE_INFINITY : length, along));
            double away = square - 2.0 * on * along + on * on;
            if (away < best) {
                best = away;
                found = places[j] + on;
            }
        }
        return found;
    }

    /** The unit vector along the way at its point number {@code j}: from the one before to the one after. */
    double[] tangent(int j) {
        int from = Math.max(0, Math.min(j - 1, nodes.length - 2));
        int to = Math.max(from + 1, Math.min(j + 1, nodes.length - 1));
        double[] tangent = new double[nodes[0].length];
        double length = distance(nodes[from], nodes[to]);
        for (int i = 0; i < tangent.length; i++) {
            tangent[i] = (nodes[to][i] - nodes[from][i]) / length;
        }
        return tangent;
    }

    /**
     * What the length to point {@code j} may be short by, since pieces are straight: a third of what it is longer than
     * the way through every other point, as for an arc.
     */
    double shortening(int j) {
        double coarse = 0.0;
        for (int i = 0; i < j; i += 2) {
            coarse += distance(nodes[i], nodes[Math.min(i + 2, j)]);
        }
        return (places[j] - places[0] - coarse) / 3.0;
    }

    static double distance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
