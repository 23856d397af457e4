package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.linear.DenseLu;
import org.thalweg.fokkerplanck.linear.DenseProduct;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The mean first-passage time of a valley by the adjoint hierarchy: T = sum_n t_n(x) he_n(y / s), n even, obeys the
 * backward equation with T = 0 at the edges of the flat set for every y (docs/theory/hierarchy.md):
 *
 * <pre>
 *   v_n = t_n' - n h t_n - r_{n+2} h t_{n+2},                                    r_n = sqrt(n (n - 1)),
 *   v_n' + (z + n (2 a - h)) v_n + r_{n+2} (a - h) v_{n+2} + r_n a v_{n-2} - n k t_n = -delta_n0 / D_xx.
 * </pre>
 *
 * <p>The mean square T2 obeys the same equation with 2 t_n in place of delta_n0. Rows have the modes n - 2 to n + 4;
 * eliminated from the highest down, t_n = X_n t_{n-2} + c_n.
 */
public final class HierarchyPassage {
    private static final int FIRST_POINTS = 20;
    private static final int FIRST_MODES = 5;
    /** At these a solve takes about a second; finite volumes are quicker then. */
    private static final int MOST_POINTS = 240;
    private static final int MOST_MODES = 40;
    /** Series that have not one digit at so many points do not have eight at the most. */
    private static final int POINTS_OF_A_DIGIT = 80;

    private final Collocation grid;
    private final ValleyCoefficients valley;
    private final double[] h;
    private final double[] a;
    private final double[] z;
    private final double[] d;
    private final int points;
    /** About one over the length of the axis, exact in binary: rows at the ends are as large as the others with it. */
    private final double perLength;

    private HierarchyPassage(PlainSetting setting, Collocation grid) {
        this.grid = grid;
        this.valley = ValleyCoefficients.of(setting, grid);
        this.points = grid.size();
        this.perLength = Math.scalb(1.0, -Math.getExponent(grid.axis().to() - grid.axis().from()));
        this.d = grid.derivative();
        this.h = valley.h()[0];
        this.a = valley.a()[0];
        this.z = new double[points];
        for (int i = 0; i < points; i++) {
            z[i] = valley.rest()[i] + valley.c()[i];
        }
    }

    /**
     * Mean and variance of the time from the start of a setting.
     *
     * @param approach with finite ends
     * @param tolerance largest estimated relative error of the mean
     * @throws NumericsException where it is not reached
     */
    public static PassageTime solve(PlainSetting setting, Approach approach, double tolerance) {
        AxisDesign axis = axis(setting, approach);
        int points = FIRST_POINTS;
        int modes = FIRST_MODES;
        Moments before = moments(setting, axis, points, modes);
        while (points <= MOST_POINTS && modes <= MOST_MODES) {
            points += points / 3;
            modes += Math.max(1, modes / 5);
            Moments moments = moments(setting, axis, points, modes);
            double time = moments.mean();
            double error = Math.max(Math.abs(time - before.mean()),
                    moments.moved(moments.meanAlong(), before, before.meanAlong()));
            if (time > 0.0 && error <= tolerance * time) {
                double square = Math.max(Math.abs(moments.square() - before.square()),
                        moments.moved(moments.squareAlong(), before, before.squareAlong()));
                return PassageTime.ofMoments(
                        Measurement.computed(time, error + Richardson.ROUNDING * time),
                        Measurement.computed(moments.square(), square + Richardson.ROUNDING * moments.square()));
            }
            before = moments;
            if (!Double.isFinite(time) || points > POINTS_OF_A_DIGIT && !(error <= Math.abs(time))) {
                break;
            }
        }
        throw new NumericsException(String.format(Locale.ROOT, "the passage time of the hierarchy has not settled to"
                + " %.1e of itself with %d points and %d modes (%.6g); use the method finite-volume", tolerance, points,
                modes, before.mean()));
    }

    /**
     * Mean and mean square from the start, and their modes 0 at the points. Two refinements may agree at the start by
     * accident, their difference being about to change its sign there; along the whole way they do not.
     */
    private record Moments(Collocation grid, double mean, double square, double[] meanAlong, double[] squareAlong) {
        /** The largest change of a function since a coarser refinement. */
        double moved(double[] function, Moments before, double[] coarse) {
            double[] weights = new double[before.grid.size()];
            double most = 0.0;
            for (int i = 0; i < function.length; i++) {
                before.grid.interpolation(grid.points()[i], weights);
                double was = 0.0;
                for (int j = 0; j < weights.length; j++) {
                    was += weights[j] * coarse[j];
                }
                most = Math.max(most, Math.abs(function[i] - was));
            }
            return most;
        }
    }

    /** The refusal of noise that the equations cannot do. */
    static Optional<Refusal> refuses(PlainSetting setting, Approach approach) {
        return ValleyCoefficients.refuses(setting, Collocation.of(axis(setting, approach), FIRST_POINTS));
    }

    private static AxisDesign axis(PlainSetting setting, Approach approach) {
        Interval range = new Interval(approach.from(), approach.to(), Boundary.OPEN);
        boolean cut = !setting.domain().along().bounded();
        return new AxisDesign(range.from(), range.to(), approach.lower(), approach.upper(),
                ValleyRange.stretch(setting, range, cut));
    }

    private static Moments moments(PlainSetting setting, AxisDesign axis, int points, int modes) {
        Collocation grid = Collocation.of(axis, points);
        HierarchyPassage passage = new HierarchyPassage(setting, grid);
        DenseLu[] factors = new DenseLu[modes];
        double[][] below = passage.eliminate(factors);
        double[][] source = new double[modes][grid.size()];
        Arrays.fill(source[0], 1.0);
        double[][] mean = passage.substitute(factors, below, source);
        for (int m = 0; m < modes; m++) {
            Arrays.setAll(source[m], index(mean[m]));
        }
        double[][] square = passage.substitute(factors, below, source);
        return new Moments(grid, passage.at(setting, mean), passage.at(setting, square), mean[0], square[0]);
    }

    private static IntToDoubleFunction index(double[] mean) {
        return i -> 2.0 * mean[i];
    }

    /** A function given by its modes, at the start of the setting. */
    private double at(PlainSetting setting, double[][] t) {
        int modes = t.length;
        double[] start = setting.start();
        double[] weights = new double[points];
        grid.interpolation(start[0], weights);
        double[] mode = new double[modes];
        for (int m = 0; m < modes; m++) {
            for (int i = 0; i < points; i++) {
                mode[m] += weights[i] * t[m][i];
            }
        }
        Interval domain = setting.domain().along();
        double x = domain.boundary() == Boundary.PERIODIC ? domain.fold(start[0]) : start[0];
        return HierarchyLaw.series(mode, start[1] / Math.sqrt(Line.of(setting).squareAcross(x)));
    }

    private static double r(int n) {
        return Math.sqrt(n * (n - 1.0));
    }

    /**
     * Factors of what is left of each row, and the blocks X.
     *
     * @param factors modified: one for each mode
     * @return X[m], m &gt; 0
     */
    private double[][] eliminate(DenseLu[] factors) {
        int modes = factors.length;
        double[][] x = new double[modes + 2][];
        for (int m = modes - 1; m >= 0; m--) {
            double[] block = own(m);
            if (m + 1 < modes) {
                double[] up = above(m);
                addFarAbove(m, x[m + 2], up);
                multiplyAdd(up, x[m + 1], block);
            }
            factors[m] = DenseLu.factor(points, block);
            if (m > 0) {
                x[m] = minusBelow(m);
                factors[m].solve(x[m], points);
            }
        }
        return x;
    }

    /** The modes {@code [m][i]}, n = 2 m, of the solution of the backward equation for a source by modes. */
    private double[][] substitute(DenseLu[] factors, double[][] x, double[][] source) {
        int modes = factors.length;
        double[][] t = new double[modes + 2][points];
        for (int m = modes - 1; m >= 0; m--) {
            for (int i = 0; i < points; i++) {
                t[m][i] = end(i) ? 0.0 : -valley.perDiffusion()[i] * source[m][i];
            }
            if (m + 1 < modes) {
                subtractAbove(m, x[m + 2], t);
            }
            factors[m].solve(t[m]);
        }
        for (int m = 1; m < modes; m++) {
            addProduct(x[m], t[m - 1], t[m]);
        }
        return Arrays.copyOf(t, modes);
    }

    /** What the particular parts of the modes above put into row m; t_{n+4} = X t_{n+2} + c_{n+4}. */
    private void subtractAbove(int m, double[] x, double[][] t) {
        double[] up = above(m);
        addFarAbove(m, x, up);
        Arrays.setAll(up, i -> -up[i]);
        addProduct(up, t[m + 1], t[m]);
        int n = 2 * m;
        for (int i = 1; i < points - 1; i++) {
            t[m][i] += r(n + 2) * r(n + 4) * (a[i] - h[i]) * h[i] * t[m + 2][i];
        }
    }

    /** to += matrix vector. */
    private void addProduct(double[] matrix, double[] vector, double[] to) {
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                to[i] += matrix[i * points + j] * vector[j];
            }
        }
    }

    private boolean end(int i) {
        return i == 0 || i == points - 1;
    }

    private boolean absorbing(int i) {
        return end(i) && (i == 0 ? grid.axis().lower() : grid.axis().upper()) == Boundary.ABSORBING;
    }

    /** to += left right. Modified: left changes its sign. */
    private void multiplyAdd(double[] left, double[] right, double[] to) {
        Arrays.setAll(left, i -> -left[i]);
        DenseProduct.subtract(left, 0, points, right, 0, points, to, 0, points, points, points, points);
    }

    private double current(int n, int i) {
        return z[i] + n * (2.0 * a[i] - h[i]);
    }

    /** Mode n in its own row. */
    private double[] own(int m) {
        int n = 2 * m;
        double[] inner = d.clone();
        for (int i = 0; i < points; i++) {
            inner[i * points + i] -= n * h[i];
        }
        double[] block = outer(n, inner);
        for (int i = 0; i < points; i++) {
            if (absorbing(i)) {
                Arrays.fill(block, i * points, (i + 1) * points, 0.0);
                block[i * points + i] = perLength * perLength;
            } else if (end(i)) {
                for (int j = 0; j < points; j++) {
                    block[i * points + j] = perLength * inner[i * points + j];
                }
            } else {
                block[i * points + i] -= n * valley.decay()[0][i] + n * (n - 1.0) * a[i] * h[i];
            }
        }
        return block;
    }

    /** (d_x + z + n (2 a - h)) of an operator by rows. */
    private double[] outer(int n, double[] inner) {
        double[] left = d.clone();
        for (int i = 0; i < points; i++) {
            left[i * points + i] += current(n, i);
        }
        double[] block = new double[points * points];
        multiplyAdd(left, inner, block);
        return block;
    }

    /** Mode n + 2 in row n. */
    private double[] above(int m) {
        int n = 2 * m;
        double r = r(n + 2);
        double[] block = new double[points * points];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points && !end(i); j++) {
                block[i * points + j] = d[i * points + j] * r * (a[i] - h[i] - h[j]);
            }
            if (!end(i)) {
                block[i * points + i] -= r * (current(n, i) * h[i] + (a[i] - h[i]) * (n + 2) * h[i]);
            } else if (!absorbing(i)) {
                block[i * points + i] = -perLength * r * h[i];
            }
        }
        return block;
    }

    /** Mode n + 4 in row n, as mode n + 2 through X. */
    private void addFarAbove(int m, double[] x, double[] up) {
        int n = 2 * m;
        for (int i = 1; x != null && i < points - 1; i++) {
            double factor = -r(n + 2) * r(n + 4) * (a[i] - h[i]) * h[i];
            for (int j = 0; j < points; j++) {
                up[i * points + j] += factor * x[i * points + j];
            }
        }
    }

    /** Minus mode n - 2 in row n. */
    private double[] minusBelow(int m) {
        int n = 2 * m;
        double[] block = new double[points * points];
        for (int i = 1; i < points - 1; i++) {
            for (int j = 0; j < points; j++) {
                block[i * points + j] = -a[i] * r(n) * d[i * points + j];
            }
            block[i * points + i] += a[i] * r(n) * (n - 2) * h[i];
        }
        return block;
    }
}
