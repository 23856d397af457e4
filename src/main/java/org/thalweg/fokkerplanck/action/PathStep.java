package org.thalweg.fokkerplanck.action;

import org.thalweg.model.ItoDiffusion;

/** One step of the relaxation of a chain towards less action; see {@link MinimumActionPath}. */
final class PathStep {
    /** Of the pieces of a chain, the part over which its direction at an end is taken. */
    private static final int APART = 16;
    /**
     * A path that begins or ends along the drift costs nothing there, wherever that is: what is left of |2 D theta|,
     * beside the drift, is the error of the direction, some 1e-3, and would push the end about for ever.
     */
    private static final double FALLING = 1e-2;

    private final GeometricAction action;
    private final double difference;

    PathStep(ItoDiffusion diffusion, double difference) {
        this.action = new GeometricAction(diffusion);
        this.difference = difference;
    }

    /** What the chain knows at one point. */
    private record Local(double bx, double by, double[][] db, double[][] d, double[][][] dd) {}

    /** The largest derivative of the drift along a path. */
    double steepest(double[][] path) {
        double steepest = 0.0;
        double h = difference * Chain.length(path[0], path[1]);
        for (int k = 0; k < path[0].length; k++) {
            for (double[] row : local(path[0][k], path[1][k], h).db()) {
                steepest = Math.max(steepest, Math.max(Math.abs(row[0]), Math.abs(row[1])));
            }
        }
        return steepest;
    }

    /** db[i][j] = d_j b_i and dd[j] = d_j D by central differences. */
    private Local local(double x, double y, double h) {
        double[] b = action.drift(x, y).clone();
        double[][] d = copy(action.tensor(x, y));
        double[][] db = new double[2][2];
        double[][][] dd = new double[2][2][2];
        for (int j = 0; j < 2; j++) {
            double hx = j == 0 ? h : 0.0;
            double hy = j == 1 ? h : 0.0;
            double[] up = action.drift(x + hx, y + hy).clone();
            double[] down = action.drift(x - hx, y - hy).clone();
            double[][] dUp = copy(action.tensor(x + hx, y + hy));
            double[][] dDown = copy(action.tensor(x - hx, y - hy));
            for (int i = 0; i < 2; i++) {
                db[i][j] = (up[i] - down[i]) / (2.0 * h);
                for (int k = 0; k < 2; k++) {
                    dd[j][i][k] = (dUp[i][k] - dDown[i][k]) / (2.0 * h);
                }
            }
        }
        return new Local(b[0], b[1], db, d, dd);
    }

    /** A tensor of its own. */
    static double[][] copy(double[][] matrix) {
        return new double[][] {matrix[0].clone(), matrix[1].clone()};
    }

    /** The chain after a step; the ends stay. */
    double[][] moved(double[][] path, double step) {
        int n = path[0].length - 1;
        double h = difference * Chain.length(path[0], path[1]);
        double[] lambda = new double[n + 1];
        Local[] at = new Local[n + 1];
        double[][] slope = new double[n + 1][2];
        for (int k = 0; k <= n; k++) {
            at[k] = local(path[0][k], path[1][k], h);
            int above = Math.min(n, k + 1);
            int below = Math.max(0, k - 1);
            for (int i = 0; i < 2; i++) {
                slope[k][i] = (path[i][above] - path[i][below]) * n / (above - below);
            }
            lambda[k] = Math.sqrt(GeometricAction.product(at[k].d, at[k].bx, at[k].by, at[k].bx, at[k].by)
                    / GeometricAction.product(at[k].d, slope[k][0], slope[k][1], slope[k][0], slope[k][1]));
        }
        double[][] right = new double[2][n + 1];
        for (int k = 1; k < n; k++) {
            double change = (lambda[k + 1] - lambda[k - 1]) * n / 2.0;
            double[] force = force(at[k], slope[k], lambda[k]);
            for (int i = 0; i < 2; i++) {
                right[i][k] = path[i][k] + step * (force[i] + lambda[k] * change * slope[k][i]);
            }
        }
        double[][] moved = new double[2][];
        for (int i = 0; i < 2; i++) {
            right[i][0] = path[i][0];
            right[i][n] = path[i][n];
            moved[i] = implicit(lambda, step * n * n, right[i]);
        }
        return moved;
    }

    /**
     * Free ends against the gradient of the action, which is theta at the second and -theta at the first; 2 D theta has
     * the unit of a velocity. x' is taken over several points: it would change too fast with the end alone.
     *
     * @param moved modified: its ends
     */
    void slide(double[][] path, double[][] moved, double time, PathEnd first, PathEnd second) {
        int n = path[0].length - 1;
        int stride = Math.max(1, n / APART);
        for (int side = 0; side < 2; side++) {
            PathEnd end = side == 0 ? first : second;
            if (end instanceof PathEnd.At) {
                continue;
            }
            int at = side == 0 ? 0 : n;
            int inwards = side == 0 ? stride : -stride;
            double[] slope = new double[2];
            for (int i = 0; i < 2; i++) {
                slope[i] = (4.0 * path[i][at + inwards] - 3.0 * path[i][at] - path[i][at + 2 * inwards]) * n
                        / (2.0 * inwards);
            }
            double[] b = action.drift(path[0][at], path[1][at]).clone();
            double[][] d = action.tensor(path[0][at], path[1][at]);
            double lambda = Math.sqrt(GeometricAction.product(d, b[0], b[1], b[0], b[1])
                    / GeometricAction.product(d, slope[0], slope[1], slope[0], slope[1]));
            double sign = side == 0 ? time : -time;
            double[] push = {sign * (lambda * slope[0] - b[0]), sign * (lambda * slope[1] - b[1])};
            if (Math.hypot(push[0], push[1]) <= FALLING * time * Math.hypot(b[0], b[1])) {
                continue;
            }
            double[] now = end.pushed(new double[] {path[0][at], path[1][at]}, push);
            moved[0][at] = now[0];
            moved[1][at] = now[1];
        }
    }

    /** - lambda H_theta,x x' + H_theta,theta H_x of the Hamiltonian b . theta + theta . D theta. */
    private static double[] force(Local at, double[] slope, double lambda) {
        double px = lambda * slope[0] - at.bx;
        double py = lambda * slope[1] - at.by;
        double determinant = at.d[0][0] * at.d[1][1] - at.d[0][1] * at.d[1][0];
        double[] theta = {0.5 * (at.d[1][1] * px - at.d[0][1] * py) / determinant,
            0.5 * (at.d[0][0] * py - at.d[0][1] * px) / determinant};
        double[] hx = new double[2];
        double[] force = new double[2];
        for (int j = 0; j < 2; j++) {
            for (int i = 0; i < 2; i++) {
                hx[j] += at.db[i][j] * theta[i];
                for (int k = 0; k < 2; k++) {
                    hx[j] += theta[i] * at.dd[j][i][k] * theta[k];
                }
            }
        }
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double mixed = at.db[i][j];
                for (int k = 0; k < 2; k++) {
                    mixed += 2.0 * at.dd[j][i][k] * theta[k];
                }
                force[i] += 2.0 * at.d[i][j] * hx[j] - lambda * mixed * slope[j];
            }
        }
        return force;
    }

    /** Solves (1 - step lambda^2 d^2) x = right with fixed ends; {@code scale} is step over the square of a piece. */
    private static double[] implicit(double[] lambda, double scale, double[] right) {
        int n = right.length - 1;
        double[] ratio = new double[n + 1];
        double[] x = right.clone();
        for (int k = 1; k < n; k++) {
            double side = scale * lambda[k] * lambda[k];
            double pivot = 1.0 + 2.0 * side - side * ratio[k - 1];
            ratio[k] = side / pivot;
            x[k] = (right[k] + side * x[k - 1]) / pivot;
        }
        for (int k = n - 1; k > 0; k--) {
            x[k] += ratio[k] * x[k + 1];
        }
        return x;
    }
}
