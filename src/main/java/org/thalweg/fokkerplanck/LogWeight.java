package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Profile;
import org.thalweg.model.Setting;

/**
 * A weight E that divides the amplitudes of the hierarchy: the square root of D_xx times the marginal, as far as that
 * is known beforehand. Any smooth weight gives the same density; this one makes the equations nearly symmetric, so that
 * neither the amplitudes nor their equations span more than the square root of what the density spans. (With the full
 * marginal, errors in the remotest tail count as much as those where the mass is; with none, tails are lost.) Known at
 * any point by quadrature from the nearest collocation point below, in logarithms.
 */
final class LogWeight {
    /** Exact for polynomials of degree 15 between neighbouring collocation points. */
    private static final GaussLegendre RULE = GaussLegendre.of(8);

    private final DoubleUnaryOperator slope;
    private final double[] x;
    private final double[] log;
    private final double mean;

    private LogWeight(DoubleUnaryOperator slope, double[] x, double[] log, double mean) {
        this.slope = slope;
        this.x = x;
        this.log = log;
        this.mean = mean;
    }

    /** The weight, 1 at its maximum over the points; periodic on a ring. */
    static LogWeight of(Setting setting, Collocation grid) {
        DoubleUnaryOperator slope = slope(setting);
        double[] x = grid.points();
        double[] log = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            log[i] = log[i - 1] + integral(slope, x[i - 1], x[i]);
        }
        double mean = 0.0;
        if (grid.ring()) {
            double around = log[x.length - 1] + integral(slope, x[x.length - 1], grid.axis().to());
            mean = around / (grid.axis().to() - grid.axis().from());
            for (int i = 0; i < x.length; i++) {
                log[i] -= mean * (x[i] - x[0]);
            }
        }
        double highest = Arrays.stream(log).max().orElseThrow();
        Arrays.setAll(log, i -> log[i] - highest);
        return new LogWeight(slope, x, log, mean);
    }

    /**
     * Half of (-L0' + D_yy F'/F) / D_xx, the slope with y relaxed. Constant noise with D_yy &gt; D_xx spreads x by what
     * mode 2 adds to first order, D_yy (D_yy - D_xx) F'^2; steep floors would otherwise leave factors of e^10.
     */
    private static DoubleUnaryOperator slope(Setting setting) {
        Line line = Line.of(setting);
        FloorDiffusion floor = FloorDiffusion.of(setting);
        if (!floor.constantNoise() || floor.across(0, 0.0) <= floor.along(0.0)) {
            return at -> 0.5 * line.drift(at) / line.diffusion(at);
        }
        Profile flatness = floor.shape().flatness().get(0);
        double along = floor.along(0.0);
        double added = floor.across(0, 0.0) * (floor.across(0, 0.0) - along);
        return at -> {
            double f = flatness.slope(at);
            return 0.5 * line.drift(at) / (along + added * f * f);
        };
    }

    private static double integral(DoubleUnaryOperator slope, double from, double to) {
        double sum = 0.0;
        for (int k = 0; k < RULE.size(); k++) {
            sum += RULE.weights()[k] * slope.applyAsDouble(from + (to - from) * RULE.nodes()[k]);
        }
        return sum * (to - from);
    }

    /** (ln E)' at {@code at}. */
    double slope(double at) {
        return slope.applyAsDouble(at) - mean;
    }

    /** ln E at {@code at}, not below the first point. */
    double at(double at) {
        int found = Arrays.binarySearch(x, at);
        if (found >= 0) {
            return log[found];
        }
        int below = Math.max(0, -found - 2);
        return log[below] + integral(slope, x[below], at) - mean * (at - x[below]);
    }

    /** ln E at the points; not to be modified. */
    double[] atPoints() {
        return log;
    }
}
