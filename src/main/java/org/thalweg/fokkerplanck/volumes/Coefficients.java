package org.thalweg.fokkerplanck.volumes;

import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.model.DiffusionKernel;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * Drift and diffusion of a two-dimensional setting, at points that may lie outside the first turn of a periodic
 * coordinate. Owns scratch memory: one per thread.
 *
 * <p>Also in mapped coordinates xi, eta with x = X(xi), y = Y(eta): by Ito's formula the drift of xi is b_x / X' - D_xx
 * X'' / X'^3, and the tensor is D_xx / X'^2, D_xy / (X' Y'), D_yy / Y'^2. Masses are what they were.
 */
public final class Coefficients {
    private final ItoDiffusion diffusion;
    private final Interval[] intervals;
    private final DiffusionKernel kernel;
    private final double[][] points;
    private final double[][] drifts;
    private final double[] point = new double[2];
    private final double[][] tensor = new double[2][2];
    private final boolean constant;
    private final Stretch[] maps;
    private final boolean mapped;
    /** X'(xi) and Y'(eta) at the points. */
    private final double[][] slopes;
    /** X''(xi) and Y''(eta). */
    private final double[][] curvatures;

    /** Scratch for blocks of up to {@code capacity} points in the coordinates of the setting. */
    public Coefficients(PlainSetting setting, int capacity) {
        this(setting, capacity, Stretch.NONE, Stretch.NONE);
    }

    /** The same in mapped coordinates. */
    public Coefficients(PlainSetting setting, int capacity, Stretch x, Stretch y) {
        this.maps = new Stretch[] {x, y};
        this.mapped = !x.uniform() || !y.uniform();
        this.slopes = new double[2][mapped ? capacity : 0];
        this.curvatures = new double[2][mapped ? capacity : 0];
        this.diffusion = setting.diffusion();
        this.intervals = setting.domain().intervals().toArray(Interval[]::new);
        this.kernel = diffusion.bind(capacity);
        this.points = new double[2][capacity];
        this.drifts = new double[2][capacity];
        this.constant = diffusion.noiseStructure() == NoiseStructure.ADDITIVE && !mapped;
    }

    /** What finite volumes cannot do as a whole: settings without two parameters. */
    public static Optional<Refusal> refuses(PlainSetting setting) {
        int dimension = setting.surface().dimension();
        return dimension == 2 ? Optional.empty() : Optional.of(new Refusal("finite volumes need 2 parameters, '"
                + setting.name() + "' has " + dimension + (dimension == 1
                ? "; use the method quadrature, which gives the stationary density, without times"
                : setting.surface().geometry().valley() ? "; use the method quadrature on a valley"
                : " and no valley; use simulate or sweep, which follow trajectories")));
    }

    /** Names point {@code k} of the next block. */
    void point(int k, double x, double y) {
        if (mapped) {
            map(0, k, x);
            map(1, k, y);
        } else {
            points[0][k] = fold(0, x);
            points[1][k] = fold(1, y);
        }
    }

    private void map(int axis, int k, double at) {
        points[axis][k] = fold(axis, maps[axis].at(at));
        slopes[axis][k] = maps[axis].slope(at);
        curvatures[axis][k] = maps[axis].curvature(at);
    }

    private double fold(int axis, double x) {
        return intervals[axis].boundary() == org.thalweg.model.space.Boundary.PERIODIC ? intervals[axis].fold(x) : x;
    }

    /** Evaluates the drift at the first {@code count} points; {@code [i][k]}, overwritten by the next call. */
    double[][] drifts(int count) {
        kernel.drift(points, count, drifts);
        for (int k = 0; mapped && k < count; k++) {
            evaluate(k);
            for (int i = 0; i < 2; i++) {
                // D_ii is divided by X'^2 already.
                drifts[i][k] = (drifts[i][k] - tensor[i][i] * curvatures[i][k]) / slopes[i][k];
            }
        }
        return drifts;
    }

    /** D_ij at point {@code k} of the block. */
    double diffusion(int i, int j, int k) {
        evaluate(k);
        return tensor[i][j];
    }

    /**
     * The work (D^-1 b) . (dx, dy) of the drift {@code b}, from {@link #drifts}, over a short way at point {@code k} of
     * the block.
     */
    double work(double[][] b, int k, double dx, double dy) {
        evaluate(k);
        double cross = tensor[0][1];
        if (cross == 0.0) {
            return (dx == 0.0 ? 0.0 : dx * b[0][k] / tensor[0][0]) + (dy == 0.0 ? 0.0 : dy * b[1][k] / tensor[1][1]);
        }
        double determinant = tensor[0][0] * tensor[1][1] - cross * cross;
        return ((tensor[1][1] * b[0][k] - cross * b[1][k]) * dx + (tensor[0][0] * b[1][k] - cross * b[0][k]) * dy)
                / determinant;
    }

    private void evaluate(int k) {
        if (!constant || tensor[0][0] == 0.0) {
            point[0] = points[0][k];
            point[1] = points[1][k];
            diffusion.diffusionTensor(point, tensor);
            check();
            for (int i = 0; mapped && i < 2; i++) {
                tensor[i][0] /= slopes[i][k] * slopes[0][k];
                tensor[i][1] /= slopes[i][k] * slopes[1][k];
            }
        }
    }

    private void check() {
        for (int i = 0; i < 2; i++) {
            if (!(tensor[i][i] > 0.0) || Double.isInfinite(tensor[i][i])) {
                throw new Refusal(String.format(Locale.ROOT, "D_%2$s%2$s = %1$.3g at (%3$.4g, %4$.4g):"
                        + " a density needs positive diffusion everywhere; use trajectories, or a smaller domain",
                        tensor[i][i], i == 0 ? "x" : "y", point[0], point[1]));
            }
        }
        if (!(tensor[0][1] * tensor[0][1] < tensor[0][0] * tensor[1][1])) {
            throw new Refusal(String.format(Locale.ROOT, "D_xy = %.3g with D_xx = %.3g, D_yy = %.3g at"
                    + " (%.4g, %.4g): D must be positive definite for a density; use trajectories, or weaker coupling",
                    tensor[0][1], tensor[0][0], tensor[1][1], point[0], point[1]));
        }
    }
}
