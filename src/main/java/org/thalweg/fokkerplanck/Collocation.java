package org.thalweg.fokkerplanck;

import java.util.Arrays;

/**
 * Spectral collocation along a valley: Fourier on a ring (an odd number of points, so that the derivative of nothing
 * but a constant vanishes), Chebyshev extreme points in a stretched coordinate between walls.
 */
final class Collocation {
    private final double[] x;
    /** The uniform coordinate of the points: the angle on a ring, s in [-1, 1] between walls. */
    private final double[] s;
    private final double[] derivative;
    private final AxisDesign axis;

    private Collocation(double[] x, double[] s, double[] derivative, AxisDesign axis) {
        this.x = x;
        this.s = s;
        this.derivative = derivative;
        this.axis = axis;
    }

    /** {@code n} points of an axis; one more on a ring where n is even. */
    static Collocation of(AxisDesign axis, int n) {
        return axis.lower() == org.thalweg.model.Boundary.PERIODIC ? fourier(axis, n | 1) : chebyshev(axis, n);
    }

    /** Derivative matrix: Trefethen, Spectral Methods in MATLAB (2000), chapter 3, for an odd number of points. */
    private static Collocation fourier(AxisDesign axis, int n) {
        double[] x = new double[n];
        double[] angle = new double[n];
        double[] d = new double[n * n];
        double unit = 2.0 * Math.PI / (axis.to() - axis.from());
        for (int i = 0; i < n; i++) {
            x[i] = axis.from() + (axis.to() - axis.from()) * i / n;
            angle[i] = 2.0 * Math.PI * i / n;
            for (int j = 0; j < n; j++) {
                d[i * n + j] = i == j ? 0.0 : 0.5 * unit * sign(i - j) / Math.sin(Math.PI * (i - j) / n);
            }
        }
        return new Collocation(x, angle, d, axis);
    }

    /** The same book, chapter 6; differences of cosines as products of sines, the diagonal by negative sums. */
    private static Collocation chebyshev(AxisDesign axis, int n) {
        double[] x = new double[n];
        double[] s = new double[n];
        double[] d = new double[n * n];
        double first = axis.stretch().inverse(axis.from());
        double half = 0.5 * (axis.stretch().inverse(axis.to()) - first);
        double step = Math.PI / (n - 1);
        for (int i = 0; i < n; i++) {
            s[i] = Math.sin(0.5 * step * (2 * i - n + 1));
            double stretched = first + half * (1.0 + s[i]);
            x[i] = i == 0 ? axis.from() : i == n - 1 ? axis.to() : axis.stretch().at(stretched);
            double scale = half * axis.stretch().slope(stretched);
            double sum = 0.0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double difference = 2.0 * Math.sin(0.5 * step * (i + j)) * Math.sin(0.5 * step * (i - j));
                    double entry = sign(i - j) * end(j, n) / (end(i, n) * difference * scale);
                    d[i * n + j] = entry;
                    sum += entry;
                }
            }
            d[i * n + i] = -sum;
        }
        return new Collocation(x, s, d, axis);
    }

    private static double sign(int k) {
        return (k & 1) == 0 ? 1.0 : -1.0;
    }

    /** Barycentric weight of a Chebyshev point, but for its sign. */
    private static double end(int j, int n) {
        return j == 0 || j == n - 1 ? 0.5 : 1.0;
    }

    /** The number of points. */
    int size() {
        return x.length;
    }

    /** True on a ring. */
    boolean ring() {
        return axis.lower() == org.thalweg.model.Boundary.PERIODIC;
    }

    /** The points, increasing; not to be modified. The first is the lower end; the last is the upper end, or below. */
    double[] points() {
        return x;
    }

    /** The axis the points are on. */
    AxisDesign axis() {
        return axis;
    }

    /** The derivative matrix d/dx by rows; not to be modified. */
    double[] derivative() {
        return derivative;
    }

    /** The derivative of a function given at the points. Not modified. */
    double[] derivative(double[] values) {
        int n = size();
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                slope[i] += derivative[i * n + j] * values[j];
            }
        }
        return slope;
    }

    /**
     * The weights by which the interpolant at {@code at} is a sum over the values at the points (barycentric formula:
     * Berrut and Trefethen, SIAM Review 46, 501 (2004)).
     */
    double[] interpolation(double at) {
        int n = size();
        double[] weights = new double[n];
        double position = ring() ? 2.0 * Math.PI * (at - axis.from()) / (axis.to() - axis.from()) : uniform(at);
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            double distance = ring() ? Math.sin(0.5 * (position - s[j])) : position - s[j];
            if (distance == 0.0) {
                Arrays.fill(weights, 0.0);
                weights[j] = 1.0;
                return weights;
            }
            weights[j] = sign(j) * (ring() ? 1.0 : end(j, n)) / distance;
            sum += weights[j];
        }
        for (int j = 0; j < n; j++) {
            weights[j] /= sum;
        }
        return weights;
    }

    private double uniform(double at) {
        double first = axis.stretch().inverse(axis.from());
        double last = axis.stretch().inverse(axis.to());
        return (2.0 * axis.stretch().inverse(at) - first - last) / (last - first);
    }

    /**
     * The size of the last three coefficients (Fourier or Chebyshev) of the interpolant of values at the points, of
     * which one may vanish by symmetry. Not modified.
     */
    double tail(double[] values) {
        int n = size();
        double tail = 0.0;
        int highest = ring() ? n / 2 : n - 1;
        for (int k = highest; k > highest - 3; k--) {
            double even = 0.0;
            double odd = 0.0;
            for (int j = 0; j < n; j++) {
                double angle = ring() ? k * s[j] : Math.PI * k * j / (n - 1);
                even += values[j] * Math.cos(angle) * (ring() ? 1.0 : end(j, n));
                odd += ring() ? values[j] * Math.sin(angle) : 0.0;
            }
            tail = Math.max(tail, 2.0 * Math.hypot(even, odd) / n);
        }
        return tail;
    }
}
