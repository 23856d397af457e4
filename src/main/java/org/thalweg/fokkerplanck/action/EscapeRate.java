package org.thalweg.fokkerplanck.action;

import java.util.Optional;
import org.thalweg.measure.Measurement;
import org.thalweg.model.ItoDiffusion;

/**
 * The rate of escape from an attractor over a saddle that a path of least action implies [BR16], also where drift and
 * noise do not balance (docs/theory/action.md):
 *
 * <pre>
 *   k = (mu / 2 pi) sqrt( det Z_a / |det Z_s| ) exp( -int (div b + D : Z + 2 theta . div D) dt - S ),
 * </pre>
 *
 * mu the rate at which the saddle is left, Z the second derivatives of the quasipotential along the path. At both ends
 * 1/Z is the solution of A C + C A^T + 2 D = 0, A = db; between them Z x' is the slope of theta, and what is left,
 * across the path, obeys an equation of Riccati. To leading order for little noise.
 */
public final class EscapeRate {
    /** An end is where nothing moves if the drift there is this part of the largest on the path. */
    private static final double STILL = 1e-3;
    private static final double DIFFERENCE = 1e-3;
    /** Parts of the fastest time in a step of the Riccati equation. */
    private static final double SUBSTEP = 0.1;
    private static final int MOST_SUBSTEPS = 10_000;

    private final GeometricAction action;
    private final double h;

    private EscapeRate(ItoDiffusion diffusion, MinimumActionPath path) {
        this.action = new GeometricAction(diffusion);
        this.h = DIFFERENCE * Chain.length(path.x(), path.y());
    }

    /**
     * The rate; empty where the path does not lead from an attractor to a saddle, or meets a caustic.
     *
     * @return per unit of learning time, with what half as many points make of its factor as the error
     */
    public static Optional<Measurement> of(ItoDiffusion diffusion, MinimumActionPath path) {
        EscapeRate rate = new EscapeRate(diffusion, path);
        int last = path.x().length - 1;
        double largest = 0.0;
        for (int k = 0; k <= last; k++) {
            largest = Math.max(largest, rate.speed(path.x()[k], path.y()[k]));
        }
        double[][] a = rate.slopes(path.x()[0], path.y()[0]);
        double[][] s = rate.slopes(path.x()[last], path.y()[last]);
        boolean attractor = a[0][0] + a[1][1] < 0.0 && determinant(a) > 0.0;
        boolean still = rate.speed(path.x()[0], path.y()[0]) < STILL * largest
                && rate.speed(path.x()[last], path.y()[last]) < STILL * largest;
        if (!attractor || !still || determinant(s) >= 0.0) {
            return Optional.empty();
        }
        double trace = s[0][0] + s[1][1];
        double mu = 0.5 * (trace + Math.sqrt(trace * trace - 4.0 * determinant(s)));
        double[][] wide = covariance(a, rate.action.tensor(path.x()[0], path.y()[0]));
        double[][] saddle = covariance(s, rate.action.tensor(path.x()[last], path.y()[last]));
        double factor = mu / (2.0 * Math.PI) * Math.sqrt(Math.abs(determinant(saddle)) / determinant(wide));
        double fine = rate.exponent(path, 1, wide);
        double coarse = rate.exponent(path, 2, wide);
        if (!Double.isFinite(fine) || !Double.isFinite(coarse)) {
            return Optional.empty();
        }
        double value = factor * Math.exp(-fine - (fine - coarse) / 3.0 - path.action().value());
        return Optional.of(Measurement.computed(value, value
                * (Math.abs(fine - coarse) + path.action().standardError())));
    }

    private double speed(double x, double y) {
        double[] b = action.drift(x, y);
        return Math.hypot(b[0], b[1]);
    }

    private static double determinant(double[][] m) {
        return m[0][0] * m[1][1] - m[0][1] * m[1][0];
    }

    /** d_j b_i. */
    private double[][] slopes(double x, double y) {
        double[][] slopes = new double[2][2];
        for (int j = 0; j < 2; j++) {
            double[] up = action.drift(x + (j == 0 ? h : 0.0), y + (j == 1 ? h : 0.0)).clone();
            double[] down = action.drift(x - (j == 0 ? h : 0.0), y - (j == 1 ? h : 0.0)).clone();
            for (int i = 0; i < 2; i++) {
                slopes[i][j] = (up[i] - down[i]) / (2.0 * h);
            }
        }
        return slopes;
    }

    /** C of A C + C A^T + 2 D = 0. */
    private static double[][] covariance(double[][] a, double[][] d) {
        // In two dimensions C = -(det A D + (A - tr A) D (A - tr A)^T) / (tr A det A).
        double trace = a[0][0] + a[1][1];
        double det = determinant(a);
        double[][] b = {{a[0][0] - trace, a[0][1]}, {a[1][0], a[1][1] - trace}};
        double[][] c = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double sum = det * d[i][j];
                for (int k = 0; k < 2; k++) {
                    for (int l = 0; l < 2; l++) {
                        sum += b[i][k] * d[k][l] * b[j][l];
                    }
                }
                c[i][j] = -sum / (trace * det);
            }
        }
        return c;
    }

    /** What a point of the path knows: its direction, how theta changes along it, and the second derivatives of H. */
    private static final class Local {
        final double[] t = new double[2];
        final double[] n = new double[2];
        double speed;
        double zTT;
        double zTN;
        /** How fast the direction turns, per unit of length. */
        double turning;
        double[] theta;
        double[][] d;
        double nHn;
        double nHt;
        double nGn;
        double divergence;
    }

    /** int (div b + D : Z + 2 theta . div D) dt along every {@code stride}-th point; NaN where Z blows up. */
    private double exponent(MinimumActionPath path, int stride, double[][] wide) {
        int pieces = (path.x().length - 1) / stride;
        double[] x = new double[pieces + 1];
        double[] y = new double[pieces + 1];
        for (int k = 0; k <= pieces; k++) {
            x[k] = path.x()[k * stride];
            y[k] = path.y()[k * stride];
        }
        double[][] theta = new double[pieces + 1][];
        for (int k = 1; k < pieces; k++) {
            theta[k] = theta(x, y, k);
        }
        theta[0] = new double[2];
        theta[pieces] = new double[2];
        Local[] local = new Local[pieces + 1];
        for (int k = 1; k < pieces; k++) {
            local[k] = local(x, y, theta, k);
        }
        double det = determinant(wide);
        double[] n = local[1].n;
        double z = (n[0] * n[0] * wide[1][1] - 2.0 * n[0] * n[1] * wide[0][1] + n[1] * n[1] * wide[0][0]) / det;
        double piece = Chain.length(x, y) / pieces;
        // From the attractor, which takes for ever: all goes with the distance, and what is left is the first term.
        double sum = rate(local[1], z) * piece / local[1].speed;
        for (int k = 1; k + 1 < pieces; k++) {
            double time = 2.0 * piece / (local[k].speed + local[k + 1].speed);
            double before = rate(local[k], z);
            z = across(local[k], local[k + 1], z, time);
            sum += 0.5 * time * (before + rate(local[k + 1], z));
        }
        return sum + rate(local[pieces - 1], z) * piece / local[pieces - 1].speed;
    }

    /** D^-1 (lambda x' - b) / 2 at an inner point. */
    private double[] theta(double[] x, double[] y, int k) {
        double sx = x[k + 1] - x[k - 1];
        double sy = y[k + 1] - y[k - 1];
        double[] b = action.drift(x[k], y[k]);
        double[][] d = action.tensor(x[k], y[k]);
        double lambda = Math.sqrt(GeometricAction.product(d, b[0], b[1], b[0], b[1])
                / GeometricAction.product(d, sx, sy, sx, sy));
        double px = 0.5 * (lambda * sx - b[0]);
        double py = 0.5 * (lambda * sy - b[1]);
        return new double[] {GeometricAction.product(d, 1.0, 0.0, px, py),
            GeometricAction.product(d, 0.0, 1.0, px, py)};
    }

    private Local local(double[] x, double[] y, double[][] theta, int k) {
        Local at = new Local();
        double sx = x[k + 1] - x[k - 1];
        double sy = y[k + 1] - y[k - 1];
        double length = Math.hypot(sx, sy);
        at.t[0] = sx / length;
        at.t[1] = sy / length;
        at.n[0] = -at.t[1];
        at.n[1] = at.t[0];
        at.theta = theta[k];
        at.d = PathStep.copy(action.tensor(x[k], y[k]));
        double[] b = action.drift(x[k], y[k]);
        at.speed = Math.hypot(b[0] + 2.0 * (at.d[0][0] * at.theta[0] + at.d[0][1] * at.theta[1]),
                b[1] + 2.0 * (at.d[1][0] * at.theta[0] + at.d[1][1] * at.theta[1]));
        double bend = (x[k + 1] - 2.0 * x[k] + x[k - 1]) * at.n[0] + (y[k + 1] - 2.0 * y[k] + y[k - 1]) * at.n[1];
        at.turning = 4.0 * bend / (length * length);
        double[] change = {(theta[k + 1][0] - theta[k - 1][0]) / length,
            (theta[k + 1][1] - theta[k - 1][1]) / length};
        at.zTT = change[0] * at.t[0] + change[1] * at.t[1];
        at.zTN = change[0] * at.n[0] + change[1] * at.n[1];
        double here = hamiltonian(x[k], y[k], at.theta);
        at.nHn = (hamiltonian(x[k] + h * at.n[0], y[k] + h * at.n[1], at.theta) - 2.0 * here
                + hamiltonian(x[k] - h * at.n[0], y[k] - h * at.n[1], at.theta)) / (h * h);
        // Of n . d(b + 2 D theta): along t and along n.
        double[] up = velocity(x[k] + h * at.n[0], y[k] + h * at.n[1], at.theta);
        double[] down = velocity(x[k] - h * at.n[0], y[k] - h * at.n[1], at.theta);
        at.nHt = ((up[0] - down[0]) * at.t[0] + (up[1] - down[1]) * at.t[1]) / (2.0 * h);
        at.nGn = ((up[0] - down[0]) * at.n[0] + (up[1] - down[1]) * at.n[1]) / (2.0 * h);
        double[] east = velocity(x[k] + h, y[k], at.theta);
        double[] west = velocity(x[k] - h, y[k], at.theta);
        double[] north = velocity(x[k], y[k] + h, at.theta);
        double[] south = velocity(x[k], y[k] - h, at.theta);
        at.divergence = (east[0] - west[0] + north[1] - south[1]) / (2.0 * h);
        return at;
    }

    /** b . theta + theta . D theta. */
    private double hamiltonian(double x, double y, double[] theta) {
        double[] v = velocity(x, y, theta);
        double[] b = action.drift(x, y);
        return 0.5 * ((v[0] + b[0]) * theta[0] + (v[1] + b[1]) * theta[1]);
    }

    /** b + 2 D theta. */
    private double[] velocity(double x, double y, double[] theta) {
        double[][] d = action.tensor(x, y);
        double px = 2.0 * (d[0][0] * theta[0] + d[0][1] * theta[1]);
        double py = 2.0 * (d[1][0] * theta[0] + d[1][1] * theta[1]);
        double[] b = action.drift(x, y);
        return new double[] {b[0] + px, b[1] + py};
    }

    /** div (b + 2 D theta) at fixed theta, and D : Z. */
    private static double rate(Local at, double z) {
        return at.divergence + between(at.d, at.t, at.t) * at.zTT + 2.0 * between(at.d, at.t, at.n) * at.zTN
                + between(at.d, at.n, at.n) * z;
    }

    private static double between(double[][] d, double[] u, double[] v) {
        return u[0] * (d[0][0] * v[0] + d[0][1] * v[1]) + u[1] * (d[1][0] * v[0] + d[1][1] * v[1]);
    }

    /** n . Z n a time later, by the rule of order four in steps that it can follow. */
    private static double across(Local from, Local to, double first, double time) {
        double z = first;
        double fast = Math.abs(from.nGn) + Math.abs(to.nGn) + 2.0 * between(from.d, from.n, from.n) * Math.abs(first);
        int steps = (int) Math.min(MOST_SUBSTEPS, 1.0 + time * fast / SUBSTEP);
        double dt = time / steps;
        for (int k = 0; k < steps; k++) {
            double at = (double) k / steps;
            double half = (k + 0.5) / steps;
            double one = change(from, to, at, z);
            double two = change(from, to, half, z + 0.5 * dt * one);
            double three = change(from, to, half, z + 0.5 * dt * two);
            double four = change(from, to, (k + 1.0) / steps, z + dt * three);
            z += dt / 6.0 * (one + 2.0 * two + 2.0 * three + four);
        }
        return z;
    }

    private static double change(Local from, Local to, double share, double z) {
        return (1.0 - share) * change(from, z) + share * change(to, z);
    }

    /** -n . (H_xx + H_x,theta Z + Z H_theta,x + 2 Z D Z) n, and what the turning of n adds. */
    private static double change(Local at, double z) {
        double quadratic = between(at.d, at.t, at.t) * at.zTN * at.zTN + 2.0 * between(at.d, at.t, at.n) * at.zTN * z
                + between(at.d, at.n, at.n) * z * z;
        return -(at.nHn + 2.0 * (at.nHt * at.zTN + at.nGn * z) + 2.0 * quadratic)
                - 2.0 * at.turning * at.speed * at.zTN;
    }
}
