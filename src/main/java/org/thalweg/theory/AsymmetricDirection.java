package org.thalweg.theory;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.refusal.Refusal;

/**
 * An asymmetric direction u of a loss at a point w, with constants (r, p, c, zeta): for all l in (zeta, r) the loss
 * rises by less than p per unit length towards w + l u and by more than c p towards w - l u (docs/theory/
 * asymmetric-valleys.md, definition 1).
 *
 * @param towardsFlat u, a unit vector from the point to the flat side; not to be modified
 * @param inner zeta: nothing is said nearer than this
 * @param reach r: nor farther away than this
 * @param flatSlope p, the least that will do: the largest slope of the flat side
 * @param ratio c &gt; 1, the most that will do: the least slope of the sharp side, divided by p
 */
public record AsymmetricDirection(double[] towardsFlat, double inner, double reach, double flatSlope, double ratio) {
    /** Places at which slopes are compared; then the neighbourhood of the extreme one is looked at in the same way. */
    private static final int PLACES = 512;

    /** After so many rounds the place is known to 1e-7 of the interval, and a smooth extremum to rounding. */
    private static final int ROUNDS = 3;

    /** The interval of l is open: its ends are approached up to this part of its length, far above rounding. */
    private static final double END = 1e-12;

    /**
     * Scans a line through a point, in both orientations.
     *
     * @param point not modified
     * @param direction any length but 0; not modified
     * @param inner zeta &gt;= 0
     * @param reach r &gt; zeta
     * @return the tightest constants; empty where neither side is sharper throughout, or the loss does not rise
     * @throws Refusal where the direction is 0 or the interval is empty
     */
    public static Optional<AsymmetricDirection> scan(
            LossSurface surface, double[] point, double[] direction, double inner, double reach) {
        double length = Math.sqrt(Arrays.stream(direction).map(d -> d * d).sum());
        if (!(length > 0.0) || !(inner >= 0.0 && inner < reach)) {
            throw new Refusal("scan along " + Arrays.toString(direction) + " from " + inner + " to "
                    + reach + ": give a direction that is not 0, and 0 <= zeta < r");
        }
        double[] unit = Arrays.stream(direction).map(d -> d / length).toArray();
        double[] opposite = Arrays.stream(unit).map(d -> -d).toArray();
        return oriented(surface, point, unit, opposite, inner, reach)
                .or(() -> oriented(surface, point, opposite, unit, inner, reach));
    }

    private static Optional<AsymmetricDirection> oriented(
            LossSurface surface, double[] point, double[] flat, double[] sharp, double inner, double reach) {
        double slope = extreme(l -> outwardSlope(surface, point, flat, l), inner, reach, 1.0);
        double steep = extreme(l -> outwardSlope(surface, point, sharp, l), inner, reach, -1.0);
        return slope > 0.0 && steep > slope
                ? Optional.of(new AsymmetricDirection(flat, inner, reach, slope, steep / slope)) : Optional.empty();
    }

    /** d/dl of the loss at {@code point + l unit}. */
    private static double outwardSlope(LossSurface surface, double[] point, double[] unit, double l) {
        double[] at = point.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] += l * unit[i];
        }
        double[] gradient = new double[at.length];
        surface.gradient(at, gradient);
        double slope = 0.0;
        for (int i = 0; i < at.length; i++) {
            slope += gradient[i] * unit[i];
        }
        return slope;
    }

    /** The largest value of {@code sign * slope} over the open interval, times the sign. */
    private static double extreme(DoubleUnaryOperator slope, double inner, double reach, double sign) {
        double from = inner + END * (reach - inner);
        double to = reach - END * (reach - inner);
        double best = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            int where = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= PLACES; k++) {
                double value = sign * slope.applyAsDouble(from + (to - from) * k / PLACES);
                if (!(value <= largest)) {
                    largest = value;
                    where = k;
                }
            }
            best = Math.max(best, largest);
            double step = (to - from) / PLACES;
            double left = from + step * Math.max(0, where - 1);
            to = from + step * Math.min(PLACES, where + 1);
            from = left;
        }
        return sign * best;
    }
}
