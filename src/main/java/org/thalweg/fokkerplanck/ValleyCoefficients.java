package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.Locale;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.Setting;

/**
 * What the hierarchy needs of a valley at the points of a {@link Collocation} (docs/theory/hierarchy.md).
 *
 * @param a (D_yy / D_xx) F'/F
 * @param h (ln s)', s^2 = D_yy F^2 the relaxed variance across
 * @param c (ln E)'
 * @param rest (-L0' + D_yy F'/F) / D_xx - c
 * @param decay 1 / (F^2 D_xx)
 * @param logE ln E, 0 at its maximum over the points
 */
record ValleyCoefficients(double[] a, double[] h, double[] c, double[] rest, double[] decay,
        double[] logE) {
    /** Standard deviations across at which the tensor is compared with that on the floor. */
    private static final double LOOK = 3.0;
    /** What noise may vary across the valley by rounding alone: a formula of a dozen operations. */
    private static final double SAME = 1e-12;

    /** The coefficients; refuses noise that the hierarchy cannot do. */
    static ValleyCoefficients of(Setting setting, Collocation grid) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Line line = Line.of(setting);
        double[] x = grid.points();
        int n = x.length;
        LogWeight weight = LogWeight.of(setting, grid);
        double[] a = new double[n];
        double[] h = new double[n];
        double[] c = new double[n];
        double[] rest = new double[n];
        double[] decay = new double[n];
        double[] logDeviation = new double[n];
        for (int i = 0; i < n; i++) {
            double[][] tensor = tensor(floor.diffusion(), x[i], 0.0);
            double flatness = floor.shape().flatness().get(0).value(x[i]);
            double slope = floor.shape().flatness().get(0).slope(x[i]) / flatness;
            check(floor, x[i], tensor, flatness);
            a[i] = tensor[1][1] / tensor[0][0] * slope;
            h[i] = slope;
            c[i] = weight.slope(x[i]);
            rest[i] = line.drift(x[i]) / tensor[0][0] - c[i];
            decay[i] = 1.0 / (flatness * flatness * tensor[0][0]);
            logDeviation[i] = 0.5 * Math.log(tensor[1][1]);
        }
        if (!floor.constantNoise()) {
            double[] change = grid.derivative(logDeviation);
            Arrays.setAll(h, i -> h[i] + change[i]);
        }
        return new ValleyCoefficients(a, h, c, rest, decay, weight.atPoints());
    }

    private static double[][] tensor(ItoDiffusion diffusion, double x, double y) {
        double[][] tensor = new double[2][2];
        diffusion.diffusionTensor(new double[] {x, y}, tensor);
        return tensor;
    }

    private static void check(FloorDiffusion floor, double x, double[][] tensor, double flatness) {
        if (!(tensor[0][0] > 0.0 && tensor[1][1] > 0.0) || Double.isInfinite(tensor[0][0] + tensor[1][1])) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "D_xx = %.3g, D_yy = %.3g at x = %.4g: a"
                    + " density needs positive diffusion everywhere; use trajectories, or a smaller domain",
                    tensor[0][0], tensor[1][1], x));
        }
        double reach = LOOK * Math.sqrt(tensor[1][1]) * flatness;
        for (int side = -1; !floor.constantNoise() && side <= 1; side++) {
            double[][] there = tensor(floor.diffusion(), x, side * reach);
            double scale = Math.sqrt(tensor[0][0] * tensor[1][1]);
            if (Math.abs(there[0][1]) > SAME * scale) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "D_xy = %.3g at (%.4g, %.4g): the"
                        + " hierarchy handles diagonal diffusion only; use trajectories (literal SGD or the SDE)",
                        there[0][1], x, side * reach));
            }
            for (int i = 0; i < 2; i++) {
                if (!(Math.abs(there[i][i] - tensor[i][i]) <= SAME * tensor[i][i])) {
                    throw new IllegalArgumentException(String.format(Locale.ROOT, "D_%2$s%2$s varies across the valley"
                            + " at x = %1$.4g: the hierarchy needs noise that depends on x only; use the method"
                            + " finite-volume", x, i == 0 ? "x" : "y"));
                }
            }
        }
    }
}
