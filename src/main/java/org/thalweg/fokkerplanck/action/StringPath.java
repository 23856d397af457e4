package org.thalweg.fokkerplanck.action;

import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.measure.Measurement;
import org.thalweg.model.ItoDiffusion;

/**
 * The path of least action where drift and noise balance in detail, by the string method [ERV07]: each point of a chain
 * follows the drift, and all are put back to equal distances, until the chain is a flow line. What runs down it by
 * itself climbs it with the least action then, so the action is a difference of the potential. Shares nothing with
 * {@link MinimumActionPath} but the formula of the action, in which it is checked.
 *
 * @param x of the points; not modified
 * @param y of them; not modified
 * @param action of the chain, extrapolated from it and from one of half as many pieces
 */
public record StringPath(double[] x, double[] y, Measurement action) {
    private static final int PIECES = 128;
    /** Part of the inverse of the steepest drift in a step, as for any explicit one. */
    private static final double STEP = 0.2;
    private static final int LOOK = 50;
    private static final double SETTLED = 1e-8;
    private static final int MOST_STEPS = 60_000;
    private static final double DIFFERENCE = 1e-5;
    /** Of the curl of D^-1 (b - div D) beside its derivatives: what differences leave of zero. */
    private static final double BALANCED = 1e-5;

    /** The path between two points, of which at least one is a minimum. */
    public static StringPath between(ItoDiffusion diffusion, double[] from, double[] to) {
        double[][] coarse = relaxed(diffusion, Chain.arc(from, to, 0.0, PIECES / 2));
        double[][] fine = relaxed(diffusion, Chain.spaced(coarse[0], coarse[1], PIECES));
        GeometricAction action = new GeometricAction(diffusion);
        double first = Chain.last(action.along(coarse[0], coarse[1]));
        double second = Chain.last(action.along(fine[0], fine[1]));
        return new StringPath(fine[0], fine[1], Measurement.computed(second + (second - first) / 3.0,
                Math.abs(second - first) + SETTLED * second));
    }

    private static double[][] relaxed(ItoDiffusion diffusion, double[][] start) {
        GeometricAction action = new GeometricAction(diffusion);
        PathStep step = new PathStep(diffusion, DIFFERENCE);
        double[][] path = start;
        double time = STEP / step.steepest(path);
        double before = Double.POSITIVE_INFINITY;
        int last = path[0].length - 1;
        for (int k = 1; k <= MOST_STEPS; k++) {
            double[][] moved = {path[0].clone(), path[1].clone()};
            for (int i = 1; i < last; i++) {
                double[] drift = mean(action, path[0][i], path[1][i], time);
                moved[0][i] += time * drift[0];
                moved[1][i] += time * drift[1];
            }
            path = Chain.spaced(moved[0], moved[1], last);
            if (k % LOOK == 0) {
                double now = Chain.last(action.along(path[0], path[1]));
                if (Math.abs(now - before) <= SETTLED * now) {
                    return path;
                }
                if (!Double.isFinite(now)) {
                    break;
                }
                before = now;
                time = STEP / step.steepest(path);
            }
        }
        throw new NumericsException("the string did not settle; choose ends nearer to each other");
    }

    /** The drift over a step, of order four: a flow line curves, and points that leave it are put back every time. */
    private static double[] mean(GeometricAction action, double x, double y, double time) {
        double[] one = action.drift(x, y).clone();
        double[] two = action.drift(x + 0.5 * time * one[0], y + 0.5 * time * one[1]).clone();
        double[] three = action.drift(x + 0.5 * time * two[0], y + 0.5 * time * two[1]).clone();
        double[] four = action.drift(x + time * three[0], y + time * three[1]);
        return new double[] {(one[0] + 2.0 * two[0] + 2.0 * three[0] + four[0]) / 6.0,
            (one[1] + 2.0 * two[1] + 2.0 * three[1] + four[1]) / 6.0};
    }

    /** Whether drift and noise balance along a chain: D^-1 (b - div D) has no curl there. */
    public static boolean balanced(ItoDiffusion diffusion, double[] x, double[] y) {
        GeometricAction action = new GeometricAction(diffusion);
        double h = 1e-4 * Chain.length(x, y);
        double curl = 0.0;
        double scale = 0.0;
        for (int k = 0; k < x.length; k += 4) {
            double[] east = force(action, x[k] + h, y[k], h);
            double[] west = force(action, x[k] - h, y[k], h);
            double[] north = force(action, x[k], y[k] + h, h);
            double[] south = force(action, x[k], y[k] - h, h);
            curl = Math.max(curl, Math.abs(east[1] - west[1] - north[0] + south[0]));
            scale = Math.max(scale, Math.abs(east[0] - west[0]) + Math.abs(north[1] - south[1])
                    + Math.abs(east[1] - west[1]) + Math.abs(north[0] - south[0]));
        }
        return curl <= BALANCED * scale;
    }

    /** D^-1 (b - div D). */
    private static double[] force(GeometricAction action, double x, double y, double h) {
        double[] b = action.drift(x, y).clone();
        double[][] east = PathStep.copy(action.tensor(x + h, y));
        double[][] west = PathStep.copy(action.tensor(x - h, y));
        double[][] north = PathStep.copy(action.tensor(x, y + h));
        double[][] south = PathStep.copy(action.tensor(x, y - h));
        double[][] d = action.tensor(x, y);
        double bx = b[0] - (east[0][0] - west[0][0] + north[0][1] - south[0][1]) / (2.0 * h);
        double by = b[1] - (east[1][0] - west[1][0] + north[1][1] - south[1][1]) / (2.0 * h);
        return new double[] {GeometricAction.product(d, 1.0, 0.0, bx, by),
            GeometricAction.product(d, 0.0, 1.0, bx, by)};
    }
}
