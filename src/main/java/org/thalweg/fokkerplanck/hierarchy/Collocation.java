package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.linear.DenseLu;
import org.thalweg.model.space.Boundary;

/**
 * Spectral collocation along a valley: Fourier on a ring (an odd number of points, so that the derivative of nothing
 * but a constant vanishes), Chebyshev extreme points in a stretched coordinate between walls. A ring that is its own
 * mirror image keeps the points of one half: functions on it are even, and their derivatives odd.
 */
public final class Collocation {
    private final double[] x;
    /** The uniform coordinate of the points: half the angle on a ring, s in [-1, 1] between walls. */
    private final double[] s;
    /** Cosine and sine of s, on a ring only. */
    private final double[] cos;
    private final double[] sin;
    private final double[] derivative;
    private final double[] derivativeOfSlope;
    private final AxisDesign axis;
    /** The stretched coordinate at the two ends. */
    private final double lowest;
    private final double highest;
    /** Points around a whole ring; 0 between walls. */
    private final int around;
    private final boolean mirrored;

    private Collocation(double[] x, double[] s, double[] derivative, double[] derivativeOfSlope, AxisDesign axis,
            int around) {
        this.x = x;
        this.s = s;
        this.derivative = derivative;
        this.derivativeOfSlope = derivativeOfSlope;
        this.axis = axis;
        this.lowest = axis.stretch().inverse(axis.from());
        this.highest = axis.stretch().inverse(axis.to());
        this.around = around;
        this.mirrored = around > x.length;
        this.cos = Arrays.stream(around > 0 ? s : new double[0]).map(Math::cos).toArray();
        this.sin = Arrays.stream(around > 0 ? s : new double[0]).map(Math::sin).toArray();
    }

    /** {@code n} points of an axis; one more on a ring where n is even. */
    public static Collocation of(AxisDesign axis, int n) {
        return axis.lower() == Boundary.PERIODIC ? fourier(axis, n | 1) : chebyshev(axis, n);
    }

    /** Half of the points around a ring whose mirror image about its first point it is. */
    static Collocation mirrored(AxisDesign ring, int n) {
        Collocation whole = fourier(ring, n | 1);
        int all = whole.size();
        int half = all / 2 + 1;
        double[] even = new double[half * half];
        double[] odd = new double[half * half];
        for (int i = 0; i < half; i++) {
            for (int j = 0; j < half; j++) {
                double entry = whole.derivative[i * all + j];
                double image = j == 0 ? 0.0 : whole.derivative[i * all + all - j];
                even[i * half + j] = entry + image;
                odd[i * half + j] = j == 0 ? 0.0 : entry - image;
            }
        }
        return new Collocation(Arrays.copyOf(whole.x, half), Arrays.copyOf(whole.s, half), even, odd, ring, all);
    }

    /** Derivative matrix: Trefethen, Spectral Methods in MATLAB (2000), chapter 3, for an odd number of points. */
    private static Collocation fourier(AxisDesign axis, int n) {
        double[] x = new double[n];
        double[] s = new double[n];
        double[] entries = new double[n];
        double[] d = new double[n * n];
        double unit = 2.0 * Math.PI / (axis.to() - axis.from());
        for (int k = 1; k < n; k++) {
            entries[k] = 0.5 * unit * sign(k) / Math.sin(Math.PI * k / n);
        }
        for (int i = 0; i < n; i++) {
            x[i] = axis.from() + (axis.to() - axis.from()) * i / n;
            s[i] = Math.PI * i / n;
            for (int j = 0; j < n; j++) {
                d[i * n + j] = i >= j ? entries[i - j] : -entries[j - i];
            }
        }
        return new Collocation(x, s, d, d, axis, n);
    }

    /** The same book, chapter 6; differences of cosines as products of sines, the diagonal by negative sums. */
    private static Collocation chebyshev(AxisDesign axis, int n) {
        double[] x = new double[n];
        double[] s = new double[n];
        double[] d = new double[n * n];
        double first = axis.stretch().inverse(axis.from());
        double half = 0.5 * (axis.stretch().inverse(axis.to()) - first);
        double step = Math.PI / (n - 1);
        double[] sines = new double[2 * n];
        for (int k = 0; k < sines.length; k++) {
            sines[k] = Math.sin(0.5 * step * k);
        }
        for (int i = 0; i < n; i++) {
            s[i] = Math.sin(0.5 * step * (2 * i - n + 1));
            double stretched = first + half * (1.0 + s[i]);
            x[i] = i == 0 ? axis.from() : i == n - 1 ? axis.to() : axis.stretch().at(stretched);
            double scale = half * axis.stretch().slope(stretched);
            double sum = 0.0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double difference = 2.0 * sines[i + j] * (i > j ? sines[i - j] : -sines[j - i]);
                    double entry = sign(i - j) * end(j, n) / (end(i, n) * difference * scale);
                    d[i * n + j] = entry;
                    sum += entry;
                }
            }
            d[i * n + i] = -sum;
        }
        return new Collocation(x, s, d, d, axis, 0);
    }

    private static double sign(int k) {
        return (k & 1) == 0 ? 1.0 : -1.0;
    }

    /** Barycentric weight of a Chebyshev point, but for its sign. */
    private static double end(int j, int n) {
        return j == 0 || j == n - 1 ? 0.5 : 1.0;
    }

    /** The number of points. */
    public int size() {
        return x.length;
    }

    /** Half the length of the axis: the unit of lengths on it. */
    double halfLength() {
        return 0.5 * (axis.to() - axis.from());
    }

    /** True on a ring. */
    boolean ring() {
        return around > 0;
    }

    /** True where the points are one half of a ring that is its own mirror image. */
    boolean mirrored() {
        return mirrored;
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

    /** The derivative matrix for odd functions where {@link #mirrored()}, the same otherwise; not to be modified. */
    double[] derivativeOfSlope() {
        return derivativeOfSlope;
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
     * A function with a given slope at all points but the first, where it is 0. On a ring the mean of the slope is left
     * out. Not modified.
     */
    double[] integral(double[] slope) {
        int n = size();
        double[] matrix = derivative.clone();
        double mean = ring() && !mirrored ? Arrays.stream(slope).sum() / n : 0.0;
        double[] values = new double[n];
        for (int i = 1; i < n; i++) {
            values[i] = slope[i] - mean;
        }
        Arrays.fill(matrix, 0, n, 0.0);
        matrix[0] = 1.0;
        DenseLu.factor(n, matrix).solve(values);
        return values;
    }

    /** Legendre's polynomials of the uniform coordinate from -1 to 1, {@code [degree][point]}, one for each point. */
    double[][] legendre() {
        int n = size();
        double[][] values = new double[n][n];
        for (int j = 0; j < n; j++) {
            values[0][j] = 1.0;
            values[1][j] = s[j];
            for (int l = 1; l + 1 < n; l++) {
                values[l + 1][j] = ((2 * l + 1) * s[j] * values[l][j] - l * values[l - 1][j]) / (l + 1);
            }
        }
        return values;
    }

    /** dx by the uniform coordinate from -1 to 1, at the points. */
    double[] perUniform() {
        double half = 0.5 * (highest - lowest);
        double[] slope = new double[size()];
        for (int j = 0; j < slope.length; j++) {
            slope[j] = ring() ? halfLength() : half * axis.stretch().slope(lowest + half * (1.0 + s[j]));
        }
        return slope;
    }

    /**
     * The weights by which the interpolant at {@code at} is a sum over the values at the points (barycentric formula:
     * Berrut and Trefethen, SIAM Review 46, 501 (2004)).
     *
     * @param weights modified: length {@link #size()}
     */
    void interpolation(double at, double[] weights) {
        double position = ring() ? Math.PI * (at - axis.from()) / (axis.to() - axis.from()) : uniform(at);
        if (ring()) {
            around(position, weights, false);
        } else {
            between(position, weights);
        }
    }

    /**
     * The same for functions that are odd where {@link #mirrored()}, such as currents and slopes.
     *
     * @param weights modified: length {@link #size()}
     */
    void oddInterpolation(double at, double[] weights) {
        if (mirrored) {
            around(Math.PI * (at - axis.from()) / (axis.to() - axis.from()), weights, true);
        } else {
            interpolation(at, weights);
        }
    }

    /** 1 / sin(position - s) by the sines of both, which costs a product in place of a sine. */
    private void around(double position, double[] weights, boolean odd) {
        double cosine = Math.cos(position);
        double sine = Math.sin(position);
        double sum = 0.0;
        for (int j = 0; j < weights.length; j++) {
            double distance = sine * cos[j] - cosine * sin[j];
            double image = mirrored && j > 0 ? sine * cos[j] + cosine * sin[j] : Double.POSITIVE_INFINITY;
            if (distance == 0.0 || image == 0.0) {
                one(weights, j);
                return;
            }
            // The image of point j is point n - j of the ring, whose sign is the opposite, as is that of its sine.
            double both = sign(j) * (1.0 / distance + 1.0 / image);
            weights[j] = odd ? sign(j) * (1.0 / distance - 1.0 / image) : both;
            sum += both;
        }
        scale(weights, 1.0 / sum);
    }

    private void between(double position, double[] weights) {
        int n = weights.length;
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            double distance = position - s[j];
            if (distance == 0.0) {
                one(weights, j);
                return;
            }
            weights[j] = sign(j) * end(j, n) / distance;
            sum += weights[j];
        }
        scale(weights, 1.0 / sum);
    }

    private static void one(double[] weights, int j) {
        Arrays.fill(weights, 0.0);
        weights[j] = 1.0;
    }

    private static void scale(double[] weights, double factor) {
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= factor;
        }
    }

    private double uniform(double at) {
        return (2.0 * axis.stretch().inverse(at) - lowest - highest) / (highest - lowest);
    }

    /** The largest change at these points of a function since it was given at those of a coarser grid. */
    double moved(double[] now, Collocation coarse, double[] was) {
        double[] weights = new double[coarse.size()];
        double most = 0.0;
        for (int i = 0; i < now.length; i++) {
            coarse.interpolation(x[i], weights);
            double before = 0.0;
            for (int j = 0; j < weights.length; j++) {
                before += weights[j] * was[j];
            }
            most = Math.max(most, Math.abs(now[i] - before));
        }
        return most;
    }

    /**
     * The size of the last three coefficients (Fourier or Chebyshev) of the interpolant of values at the points, of
     * which one may vanish by symmetry. Not modified.
     */
    double tail(double[] values) {
        int n = size();
        double tail = 0.0;
        int highest = ring() ? around / 2 : n - 1;
        for (int k = highest; k > highest - 3; k--) {
            double even = 0.0;
            double odd = 0.0;
            for (int j = 0; j < n; j++) {
                double angle = ring() ? 2.0 * k * s[j] : Math.PI * k * j / (n - 1);
                double count = mirrored ? j == 0 ? 1.0 : 2.0 : ring() ? 1.0 : end(j, n);
                even += values[j] * Math.cos(angle) * count;
                odd += ring() && !mirrored ? values[j] * Math.sin(angle) : 0.0;
            }
            tail = Math.max(tail, 2.0 * Math.hypot(even, odd) / (ring() ? around : n));
        }
        return tail;
    }
}
