package org.thalweg.model;

import java.util.List;

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
