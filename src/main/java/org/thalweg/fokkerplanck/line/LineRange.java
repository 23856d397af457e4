package org.thalweg.fokkerplanck.line;

import java.util.Locale;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/**
 * Where along a {@link Line} its stationary density lives, and whether there is one.
 *
 * <p>On an infinite side the density falls locally like |x|^-p, p = -d ln P / d ln |x|: a stationary state exists iff p
 * stays above 1 (and a mean of |x|^m iff above 1 + m).
 */
public final class LineRange {
    /**
     * Farthest distance from the focus that is looked at, in units of the line; a tail like |x|^-p holds 1e-9 (p - 1)
     * outside.
     */
    public static final double FARTHEST = 1e9;
    /** ln P this far below its maximum is negligible: e^-60 is below the square of the rounding error. */
    private static final double NEGLIGIBLE = -60.0;
    /** Steps of the search for the end of a tail, each longer by 10^(1/8). */
    private static final double GROWTH = Math.pow(10.0, 0.125);
    private static final double SHORTEST = 1e-3;

    private LineRange() {}

    /**
     * A finite interval that holds all of the stationary mass that doubles can see: the interval itself where it is
     * finite.
     *
     * @throws NoStationaryStateException where the mass is infinite or leaks out
     */
    public static Interval of(Line line, double focus) {
        Interval interval = line.interval();
        if (interval.boundary() == Boundary.ABSORBING) {
            throw new NoStationaryStateException("no stationary state: mass leaks through the absorbing ends of x from "
                    + interval.from() + " to " + interval.to());
        }
        if (interval.bounded()) {
            return interval;
        }
        double from = Double.isInfinite(interval.from()) ? end(line, focus, -1) : interval.from();
        double to = Double.isInfinite(interval.to()) ? end(line, focus, 1) : interval.to();
        return new Interval(from, to, Boundary.OPEN);
    }

    /** In words, what a density like |x|^-p does far out. */
    public static String decay(double p) {
        // Three digits are shown; less than that is no fall.
        return p > 5e-4 ? String.format(Locale.ROOT, "falls only like |x|^-%.3g", p) : "does not fall";
    }

    /** How far an infinite side of the line must be followed; refuses one that holds infinite mass. */
    public static double end(Line line, double focus, int side) {
        double p = tailExponent(line, focus, side);
        if (p <= 1.0) {
            throw new NoStationaryStateException(String.format(Locale.ROOT,
                    "no stationary state: towards x = %sinfinity the density %s, and its mass is infinite unless it"
                            + " falls faster than 1/|x|; lower the temperature or close the domain",
                    side < 0 ? "-" : "", decay(p)));
        }
        GaussLegendre rule = LineQuadrature.RULE;
        double distance = 0.0;
        double logDensity = 0.0;
        double highest = Double.NEGATIVE_INFINITY;
        for (double units = SHORTEST; units < FARTHEST; units *= GROWTH) {
            double next = units * line.unit();
            double step = next - distance;
            for (int k = 0; k < rule.size(); k++) {
                double x = focus + side * (distance + step * rule.nodes()[k]);
                logDensity += side * step * rule.weights()[k] * line.drift(x) / line.diffusion(x);
            }
            distance = next;
            double logMass = logDensity - Math.log(line.diffusion(focus + side * distance)) + Math.log(distance);
            highest = Math.max(highest, logMass);
            if (!Double.isFinite(logMass)) {
                throw new NumericsException("the density is not a number at x = " + (focus + side * distance)
                        + "; close the domain before");
            }
            if (logMass < highest + NEGLIGIBLE && localExponent(line, focus, side * distance) > 1.0) {
                return focus + side * distance;
            }
        }
        return focus + side * FARTHEST * line.unit();
    }

    /** The power p of the tail, as far out as coefficients are finite numbers. */
    public static double tailExponent(Line line, double focus, int side) {
        for (double units = FARTHEST; units > 1.0; units /= 10.0) {
            double p = localExponent(line, focus, side * units * line.unit());
            if (Double.isFinite(p)) {
                return p;
            }
        }
        throw new NumericsException("drift and diffusion are not finite numbers beyond x = "
                + (focus + side * line.unit())
                + "; close the domain");
    }

    /** -d ln(e^phi / D) / d ln |x|, with the logarithmic derivative of D by a central difference over 2 %. */
    static double localExponent(Line line, double focus, double offset) {
        double ratio = 1.01;
        double here = line.diffusion(focus + offset);
        double change = Math.log(line.diffusion(focus + offset * ratio))
                - Math.log(line.diffusion(focus + offset / ratio));
        return change / (2.0 * Math.log(ratio)) - offset * line.drift(focus + offset) / here;
    }
}
