package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.linear.DenseLu;
import org.thalweg.fokkerplanck.linear.DenseProduct;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/**
 * The adjoint hierarchy of a valley: functions f(x, y) = sum_n f_n(x) he_n(y / s) of the start under the backward
 * operator B (docs/theory/hierarchy.md). (shift - B) f = g reads, with
 *
 * <pre>
 *   v_n = f_n' - n h f_n - r_{n+2} h f_{n+2},                                    r_n = sqrt(n (n - 1)),
 *   v_n' + (z + n (2 a - h)) v_n + r_{n+2} (a - h) v_{n+2} + r_n a v_{n-2} - (n k + shift / D_xx) f_n = -g_n / D_xx.
 * </pre>
 *
 * <p>At absorbing ends f is given and does not depend on y, at walls v = 0, rings have no ends. Rows have the modes n -
 * 2 to n + 4; eliminated from the highest down, f_n = X_n f_{n-2} + c_n. Even n and odd n know nothing of each other.
 */
final class BackwardHierarchy {
    private final Collocation grid;
    private final ValleyCoefficients valley;
    private final double[] h;
    private final double[] a;
    private final double[] z;
    private final double[] d;
    private final int points;
    private final int modes;
    private final int parity;
    private final double shift;
    /** About one over the length of the axis, exact in binary: rows at the ends are as large as the others with it. */
    private final double perLength;
    /** What is left of each row, factored. */
    private final DenseLu[] factors;
    /** X[m], m &gt; 0. */
    private final double[][] below;
    /** What the mode above puts into each row, the one above that through X. */
    private final double[][] above;

    /**
     * The equations, factored.
     *
     * @param modes their number
     * @param parity 0 for functions that are even in y, 1 for odd ones
     * @param shift at least 0
     * @throws NumericsException where they are singular
     */
    BackwardHierarchy(PlainSetting setting, Collocation grid, int modes, int parity, double shift) {
        this.grid = grid;
        this.valley = ValleyCoefficients.of(setting, grid);
        this.points = grid.size();
        this.modes = modes;
        this.parity = parity;
        this.shift = shift;
        this.perLength = Math.scalb(1.0, -Math.getExponent(grid.axis().to() - grid.axis().from()));
        this.d = grid.derivative();
        this.h = valley.h()[0];
        this.a = valley.a()[0];
        this.z = new double[points];
        for (int i = 0; i < points; i++) {
            z[i] = valley.rest()[i] + valley.c()[i];
        }
        this.factors = new DenseLu[modes];
        this.below = new double[modes + 2][];
        this.above = new double[modes][];
        eliminate();
    }

    /** The number of a mode. */
    private int n(int m) {
        return 2 * m + parity;
    }

    private static double r(int n) {
        return Math.sqrt(n * (n - 1.0));
    }

    private void eliminate() {
        for (int m = modes - 1; m >= 0; m--) {
            double[] block = own(m);
            if (m + 1 < modes) {
                double[] up = rowAbove(m);
                addFarAbove(m, below[m + 2], up);
                above[m] = up;
                multiplyAdd(up.clone(), below[m + 1], block);
            }
            factors[m] = DenseLu.factor(points, block);
            if (m > 0) {
                below[m] = minusBelow(m);
                factors[m].solve(below[m], points);
            }
        }
    }

    /**
     * The modes {@code [m][i]} of f.
     *
     * @param g by modes; not modified
     * @param lower f at an absorbing lower end
     * @param upper f at an absorbing upper end
     */
    double[][] solve(double[][] g, double lower, double upper) {
        return solve(g, constant(lower), constant(upper));
    }

    private double[] constant(double value) {
        double[] ofModes = new double[modes];
        ofModes[0] = parity == 0 ? value : 0.0;
        return ofModes;
    }

    /**
     * The same with functions of y at absorbing ends.
     *
     * @param lower their modes; not modified
     * @param upper likewise
     */
    double[][] solve(double[][] g, double[] lower, double[] upper) {
        double[][] f = new double[modes + 2][points];
        for (int m = modes - 1; m >= 0; m--) {
            for (int i = 0; i < points; i++) {
                f[m][i] = end(i) ? 0.0 : -valley.perDiffusion()[i] * g[m][i];
            }
            f[m][0] = absorbing(0) ? lower[m] * perLength * perLength : f[m][0];
            f[m][points - 1] = absorbing(points - 1) ? upper[m] * perLength * perLength : f[m][points - 1];
            if (m + 1 < modes) {
                subtractAbove(m, f);
            }
            factors[m].solve(f[m]);
        }
        for (int m = 1; m < modes; m++) {
            addProduct(below[m], f[m - 1], f[m]);
        }
        return Arrays.copyOf(f, modes);
    }

    /** The same of a vector of all modes, one after the other, with f = 0 at absorbing ends. */
    void solve(double[] g) {
        double[][] source = new double[modes][];
        for (int m = 0; m < modes; m++) {
            source[m] = Arrays.copyOfRange(g, m * points, (m + 1) * points);
        }
        double[][] f = solve(source, 0.0, 0.0);
        for (int m = 0; m < modes; m++) {
            System.arraycopy(f[m], 0, g, m * points, points);
        }
    }

    /**
     * The adjoint of {@link #solve(double[])}, exactly: of a functional w of solutions, w f = w' g. As the mass of a
     * law is a functional of functions of the end, this is the hierarchy forward in time.
     *
     * @param w by modes, one after the other; modified
     */
    void solveAdjoint(double[] w) {
        double[][] parts = new double[modes + 2][];
        for (int m = 0; m < modes + 2; m++) {
            parts[m] = m < modes ? Arrays.copyOfRange(w, m * points, (m + 1) * points) : new double[points];
        }
        for (int m = modes - 1; m > 0; m--) {
            addTransposed(below[m], parts[m], 1.0, parts[m - 1]);
        }
        for (int m = 0; m < modes; m++) {
            double[] part = parts[m];
            factors[m].solveTransposed(part);
            if (m + 1 < modes) {
                addTransposed(above[m], part, -1.0, parts[m + 1]);
                int n = n(m);
                for (int i = 0; i < points; i++) {
                    parts[m + 2][i] += end(i) ? 0.0 : r(n + 2) * r(n + 4) * (a[i] - h[i]) * h[i] * part[i];
                }
            }
            for (int i = 0; i < points; i++) {
                w[m * points + i] = end(i) ? 0.0 : -valley.perDiffusion()[i] * part[i];
            }
        }
    }

    /** to += factor matrix^T vector. */
    private void addTransposed(double[] matrix, double[] vector, double factor, double[] to) {
        for (int i = 0; i < points; i++) {
            double product = factor * vector[i];
            for (int j = 0; j < points; j++) {
                to[j] += matrix[i * points + j] * product;
            }
        }
    }

    /** The weights of all unknowns, one mode after the other, whose sum is the function at the start of a setting. */
    static double[] weights(PlainSetting setting, Collocation grid, int modes, int parity) {
        double[] start = setting.start();
        double[] along = new double[grid.size()];
        grid.interpolation(start[0], along);
        Interval domain = setting.domain().along();
        double x = domain.boundary() == Boundary.PERIODIC ? domain.fold(start[0]) : start[0];
        double[] across = across(start[1] / Math.sqrt(Line.of(setting).squareAcross(x)), modes, parity);
        double[] weights = new double[modes * along.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = across[k / along.length] * along[k % along.length];
        }
        return weights;
    }

    /** A function given by its modes, at the start that the weights are of. */
    static double at(double[] weights, double[][] modes) {
        double sum = 0.0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * modes[k / modes[0].length][k % modes[0].length];
        }
        return sum;
    }

    /** he_n(u) of the modes, by sqrt(n + 1) he_{n+1} = u he_n - sqrt(n) he_{n-1}. */
    static double[] across(double u, int modes, int parity) {
        double[] values = new double[modes];
        double previous = 0.0;
        double current = 1.0;
        for (int n = 0; n < 2 * modes; n++) {
            if (n % 2 == parity) {
                values[n / 2] = current;
            }
            double next = (u * current - Math.sqrt(n) * previous) / Math.sqrt(n + 1.0);
            previous = current;
            current = next;
        }
        return values;
    }

    /** What the particular parts of the modes above put into row m; f_{n+4} = X f_{n+2} + c_{n+4}. */
    private void subtractAbove(int m, double[][] f) {
        for (int i = 0; i < points; i++) {
            double sum = 0.0;
            for (int j = 0; j < points; j++) {
                sum += above[m][i * points + j] * f[m + 1][j];
            }
            f[m][i] -= sum;
        }
        int n = n(m);
        for (int i = 0; i < points; i++) {
            f[m][i] += end(i) ? 0.0 : r(n + 2) * r(n + 4) * (a[i] - h[i]) * h[i] * f[m + 2][i];
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
        return !grid.ring() && (i == 0 || i == points - 1);
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
        int n = n(m);
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
                block[i * points + i] -= n * valley.decay()[0][i] + n * (n - 1.0) * a[i] * h[i]
                        + shift * valley.perDiffusion()[i];
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
    private double[] rowAbove(int m) {
        int n = n(m);
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
        int n = n(m);
        for (int i = 0; x != null && i < points; i++) {
            double factor = end(i) ? 0.0 : -r(n + 2) * r(n + 4) * (a[i] - h[i]) * h[i];
            for (int j = 0; j < points && factor != 0.0; j++) {
                up[i * points + j] += factor * x[i * points + j];
            }
        }
    }

    /** Minus mode n - 2 in row n. */
    private double[] minusBelow(int m) {
        int n = n(m);
        double[] block = new double[points * points];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points && !end(i); j++) {
                block[i * points + j] = -a[i] * r(n) * d[i * points + j];
            }
            block[i * points + i] += end(i) ? 0.0 : a[i] * r(n) * (n - 2) * h[i];
        }
        return block;
    }
}
