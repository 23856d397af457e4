package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * What the hierarchy needs of a valley at the points of a {@link Collocation} (docs/theory/hierarchy.md); arrays of
 * arrays are {@code [direction][point]}.
 *
 * @param a (D_yy / D_xx) F'/F
 * @param h (ln s)', s^2 = D_yy F^2 the relaxed variance across
 * @param c (ln E)'
 * @param rest (-L0' + sum D_yy F'/F) / D_xx - c
 * @param decay 1 / (F^2 D_xx)
 * @param perDiffusion 1 / D_xx
 * @param logE ln E, 0 at its maximum over the points
 * @param wide whether P spans so much that E is a larger part of it
 */
public record ValleyCoefficients(double[][] a, double[][] h, double[] c, double[] rest, double[][] decay,
        double[] perDiffusion, double[] logE, boolean wide) {
    /**
     * ln E is this part of ln (D_xx P), as far as that is known beforehand. With all of it, errors in the remotest tail
     * count as much as those where the mass is; with none, tails are lost and every peak must be resolved. A quarter
     * converges fastest, measured in docs/theory/hierarchy.md.
     */
    private static final double PART = 0.25;
    /** Where P spans more than e^20 a quarter leaves too few digits to its tails, and the part is a half. */
    private static final double WIDE = 20.0;
    private static final double PART_WHERE_WIDE = 0.5;
    /** Standard deviations across at which the tensor is compared with that on the floor. */
    private static final double LOOK = 3.0;
    /** What noise may vary across the valley by rounding alone: a formula of a dozen operations. */
    private static final double SAME = 1e-12;

    /** The coefficients; refuses noise that the hierarchy cannot do. */
    public static ValleyCoefficients of(PlainSetting setting, Collocation grid) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Interval domain = floor.domain();
        double[] x = domain.boundary() == Boundary.PERIODIC ? Arrays.stream(grid.points()).map(domain::fold).toArray()
                : grid.points();
        int n = x.length;
        int directions = floor.shape().sharpDirections();
        double[][] a = new double[directions][n];
        double[][] h = new double[directions][n];
        double[][] decay = new double[directions][n];
        double[][] logDeviation = new double[directions][n];
        double[] drift = new double[n];
        double[] perDiffusion = new double[n];
        double[] wanted = new double[n];
        double[][] tensor = floor.constantNoise() ? tensor(floor.diffusion(), new double[directions + 1]) : null;
        for (int k = 0; k < n; k++) {
            if (!floor.constantNoise()) {
                tensor = tensor(floor.diffusion(), point(directions, x[k]));
            }
            perDiffusion[k] = 1.0 / tensor[0][0];
            drift[k] = -floor.shape().floor().slope(x[k]) / tensor[0][0];
            double spread = tensor[0][0];
            for (int i = 0; i < directions; i++) {
                Profile profile = floor.shape().flatness().get(i);
                double flatness = profile.value(x[k]);
                double change = profile.slope(x[k]);
                double across = tensor[i + 1][i + 1];
                Refusal.raise(refusal(floor, x[k], tensor, i, flatness));
                h[i][k] = change / flatness;
                a[i][k] = across / tensor[0][0] * h[i][k];
                decay[i][k] = 1.0 / (flatness * flatness * tensor[0][0]);
                logDeviation[i][k] = 0.5 * Math.log(across);
                drift[k] += a[i][k];
                // What mode 2 adds to the diffusion to first order; steep floors would otherwise leave large factors.
                spread += floor.constantNoise() ? Math.max(0.0, across * (across - tensor[0][0])) * change * change
                        : 0.0;
            }
            wanted[k] = drift[k] * tensor[0][0] / spread;
        }
        for (int i = 0; i < directions && !floor.constantNoise(); i++) {
            double[] added = grid.derivative(logDeviation[i]);
            double[] row = h[i];
            Arrays.setAll(row, k -> row[k] + added[k]);
        }
        // Any smooth weight gives the same density, if only c is the slope of its interpolant.
        double[] logE = grid.integral(wanted);
        double highest = Arrays.stream(logE).max().orElseThrow();
        boolean wide = highest - Arrays.stream(logE).min().orElseThrow() > WIDE;
        double part = wide ? PART_WHERE_WIDE : PART;
        Arrays.setAll(logE, k -> part * (logE[k] - highest));
        double[] c = grid.derivative(logE);
        double[] rest = new double[n];
        Arrays.setAll(rest, k -> drift[k] - c[k]);
        return new ValleyCoefficients(a, h, c, rest, decay, perDiffusion, logE, wide);
    }

    /** The same valley with another weight, given by the slope of its logarithm. */
    ValleyCoefficients weightedBy(double[] drift, double[] slope) {
        double[] left = new double[slope.length];
        Arrays.setAll(left, k -> drift[k] - slope[k]);
        return new ValleyCoefficients(a, h, slope, left, decay, perDiffusion, logE, wide);
    }

    /** The slope of ln (D_xx P), as far as that is known beforehand. */
    double[] wholeSlope() {
        double part = wide ? PART_WHERE_WIDE : PART;
        return Arrays.stream(c).map(slope -> slope / part).toArray();
    }

    /** How far ln (D_xx P) falls below its maximum, as far as that is known beforehand. */
    double span() {
        return -Arrays.stream(logE).min().orElseThrow() / (wide ? PART_WHERE_WIDE : PART);
    }

    private static double[] point(int directions, double x) {
        double[] point = new double[directions + 1];
        point[0] = x;
        return point;
    }

    private static double[][] tensor(ItoDiffusion diffusion, double[] at) {
        double[][] tensor = new double[at.length][at.length];
        diffusion.diffusionTensor(at, tensor);
        return tensor;
    }

    /** The refusal of noise that the hierarchy cannot do, as far as the points of a grid show it. */
    static Optional<Refusal> refuses(PlainSetting setting, Collocation grid) {
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Interval domain = floor.domain();
        int directions = floor.shape().sharpDirections();
        for (double point : grid.points()) {
            double x = domain.boundary() == Boundary.PERIODIC ? domain.fold(point) : point;
            double[][] tensor = tensor(floor.diffusion(), point(directions, x));
            for (int i = 0; i < directions; i++) {
                Optional<Refusal> found =
                        refusal(floor, x, tensor, i, floor.shape().flatness().get(i).value(x));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(FloorDiffusion floor, double x, double[][] tensor, int direction,
            double flatness) {
        int axis = direction + 1;
        double across = tensor[axis][axis];
        if (!(tensor[0][0] > 0.0 && across > 0.0) || Double.isInfinite(tensor[0][0] + across)) {
            return Optional.of(new Refusal(String.format(Locale.ROOT, "D_xx = %.3g, D_yy = %.3g at x = %.4g: a"
                    + " density needs positive diffusion everywhere; use trajectories, or a smaller domain",
                    tensor[0][0], across, x)));
        }
        for (int side = -1; !floor.constantNoise() && side <= 1; side++) {
            double[] at = point(tensor.length - 1, x);
            at[axis] = side * LOOK * Math.sqrt(across) * flatness;
            double[][] there = tensor(floor.diffusion(), at);
            for (int i = 0; i < there.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (Math.abs(there[i][j]) > SAME * Math.sqrt(tensor[i][i] * tensor[j][j])) {
                        return Optional.of(new Refusal(String.format(Locale.ROOT, "D_xy = %.3g at (%.4g, %.4g): the"
                                + " hierarchy handles diagonal diffusion only; use the method finite-volume",
                                there[i][j], x, at[axis])));
                    }
                }
                if (!(Math.abs(there[i][i] - tensor[i][i]) <= SAME * tensor[i][i])) {
                    return Optional.of(new Refusal(String.format(Locale.ROOT, "D_%2$s%2$s varies across the valley"
                            + " at x = %1$.4g: the hierarchy needs noise that depends on x only; use the method"
                            + " finite-volume", x, i == 0 ? "x" : "y")));
                }
            }
        }
        return Optional.empty();
    }
}
