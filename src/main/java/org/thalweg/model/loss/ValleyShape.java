package org.thalweg.model.loss;

import java.util.Arrays;
import java.util.List;
import org.thalweg.model.profile.Profile;

/**
 * The geometry of a valley: L(x, y) = L0(x) + sum_i y_i^2 / (2 F_i(x)^2).
 *
 * @param floor L0(x), the loss on the valley floor
 * @param flatness F_i(x) &gt; 0 for each sharp direction, the inverse square root of the curvature across
 */
public record ValleyShape(Profile floor, List<Profile> flatness) {
    /** The number of sharp directions. */
    public int sharpDirections() {
        return flatness.size();
    }

    /**
     * The flatness that a flat set and a marginal are measured in: F(x) for one sharp direction, the geometric mean of
     * the F_i for several.
     */
    public double flatnessAt(double x) {
        if (flatness.size() == 1) {
            return flatness.get(0).value(x);
        }
        double logSum = 0.0;
        for (Profile f : flatness) {
            logSum += Math.log(f.value(x));
        }
        return Math.exp(logSum / flatness.size());
    }

    /** d ln(F_1 F_2 ...)/dx: zero where {@link #flatnessAt} has a maximum or minimum. */
    public double logSlope(double x) {
        return flatness.stream().mapToDouble(f -> f.slope(x) / f.value(x)).sum();
    }

    /**
     * {@link #flatnessAt} and {@link #logSlope} at many places at once.
     *
     * @param x not modified
     * @param flatnessAt as long as {@code x}, as {@code logSlope}; modified
     */
    public void evaluate(double[] x, double[] flatnessAt, double[] logSlope) {
        Arrays.fill(flatnessAt, 0.0);
        Arrays.fill(logSlope, 0.0);
        int directions = sharpDirections();
        double[] f = new double[x.length];
        double[] slope = new double[x.length];
        for (Profile profile : flatness) {
            profile.bind(x.length).evaluate(x, x.length, f, slope);
            for (int i = 0; i < x.length; i++) {
                flatnessAt[i] += directions == 1 ? f[i] : Math.log(f[i]);
                logSlope[i] += slope[i] / f[i];
            }
        }
        if (directions > 1) {
            Arrays.setAll(flatnessAt, i -> Math.exp(flatnessAt[i] / directions));
        }
    }

    /** True where the floor is the same everywhere on a grid over [from, to]: a continuum of minima. */
    public boolean degenerate(double from, double to) {
        int points = 257;
        for (int i = 0; i < points; i++) {
            if (floor.slope(from + (to - from) * i / (points - 1)) != 0.0) {
                return false;
            }
        }
        return true;
    }
}
