package org.thalweg.fokkerplanck.line;

import java.util.Locale;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The stretch of x around the start that a particle must leave to reach the flat set: between edges of the set, where
 * it arrives (ABSORBING), and walls (REFLECTING) or open ends. On a ring it is unwrapped and may leave the first turn.
 *
 * @param from lower end; -infinity where x is open and no edge was found
 * @param to upper end
 * @param lower ABSORBING at an edge of the flat set, REFLECTING at a wall or open end
 * @param upper as {@code lower}
 */
public record Approach(double from, double to, Boundary lower, Boundary upper) {
    /**
     * On an infinite side a grid ends this many times as far from the start as the flat set: a tail's share of T there.
     */
    public static final double FARTHEST = 1e3;
    /** Steps of the search over a bounded domain: a flat set narrower than one of them may be overlooked. */
    private static final int STEPS = 4096;
    /** Steps over an open domain grow by this factor from {@link #SHORTEST} on. */
    private static final double GROWTH = 1.005;
    /** In units of the domain. */
    private static final double SHORTEST = 1e-3;

    /** True where the start belongs to the flat set. */
    public static boolean arrived(PlainSetting setting) {
        return flatSet(setting).contains(shape(setting).flatnessAt(setting.start()[0]));
    }

    /**
     * The approach from a setting's start.
     *
     * @throws Refusal where there is no flat set, nobody can reach it, or particles can get lost
     */
    public static Approach of(PlainSetting setting) {
        Interval domain = setting.domain().along();
        if (domain.boundary() == Boundary.ABSORBING) {
            throw new Refusal("the ends of x absorb, so some particles never reach the flat set"
                    + " and the mean first-passage time is infinite; use reflecting ends");
        }
        double start = setting.start()[0];
        double up = edge(setting, start, 1);
        double down = edge(setting, start, -1);
        if (Double.isNaN(up) && Double.isNaN(down)) {
            throw new Refusal(String.format(Locale.ROOT,
                    "no point of x has flatness >= %s, so nobody can reach the flat set from x = %s;"
                            + " lower converged.flatness", flatSet(setting).flatness(), start));
        }
        return new Approach(
                Double.isNaN(down) ? domain.from() : down, Double.isNaN(up) ? domain.to() : up,
                Double.isNaN(down) ? Boundary.REFLECTING : Boundary.ABSORBING,
                Double.isNaN(up) ? Boundary.REFLECTING : Boundary.ABSORBING);
    }

    /**
     * The approach with infinite ends cut where no mass is left, or {@code farthest} times the distance to the flat
     * set.
     */
    public static Approach bounded(PlainSetting setting, Line line, double farthest) {
        Approach approach = of(setting);
        double start = setting.start()[0];
        double reach = farthest * Math.min(start - approach.from(), approach.to() - start);
        double from = approach.from();
        double to = approach.to();
        if (Double.isInfinite(from)) {
            from = Math.max(end(line, start, -1), start - reach);
        }
        if (Double.isInfinite(to)) {
            to = Math.min(end(line, start, 1), start + reach);
        }
        return new Approach(from, to, approach.lower(), approach.upper());
    }

    private static double end(Line line, double start, int side) {
        double p = LineRange.tailExponent(line, start, side);
        if (p <= 1.0) {
            throw new NumericsException(String.format(Locale.ROOT,
                    "the mean first-passage time is infinite: towards x = %sinfinity the density %s; close the domain",
                    side < 0 ? "-" : "", LineRange.decay(p)));
        }
        return LineRange.end(line, start, side);
    }

    private static FlatSet flatSet(PlainSetting setting) {
        return setting.flatSet().orElseThrow(() -> new Refusal("'" + setting.name()
                + "' names no flat set; give converged.flatness"));
    }

    private static ValleyShape shape(PlainSetting setting) {
        return setting.surface().geometry().shape().orElseThrow(() ->
                new Refusal("the surface of '" + setting.name()
                + "' is not a valley, so it has no flat set; use the kind 'valley'"));
    }

    /** The first x in a direction where the flatness reaches the level; NaN where it never does. */
    private static double edge(PlainSetting setting, double start, int side) {
        Interval domain = setting.domain().along();
        boolean ring = domain.boundary() == Boundary.PERIODIC;
        double end = ring ? start + side * domain.length() : side > 0 ? domain.to() : domain.from();
        ValleyShape shape = shape(setting);
        double level = flatSet(setting).flatness();
        double unit = domain.frame().unit();
        double inside = start;
        double step = Double.isInfinite(end) ? SHORTEST * unit : Math.abs(end - start) / STEPS;
        while (side * (end - inside) > 0.0 && Math.abs(inside - start) < LineRange.FARTHEST * unit) {
            double next = side > 0 ? Math.min(end, inside + step) : Math.max(end, inside - step);
            if (shape.flatnessAt(ring ? domain.fold(next) : next) >= level) {
                double a = Math.min(inside, next);
                double b = Math.max(inside, next);
                // Flatness has a unit: no value of it is small in itself.
                return new BracketingNthOrderBrentSolver(1e-14, 1e-14 * Math.max(step, Math.abs(b)),
                        Double.MIN_NORMAL, 5)
                        .solve(200, x -> shape.flatnessAt(ring ? domain.fold(x) : x) - level, a, b);
            }
            inside = next;
            step = Double.isInfinite(end) ? Math.max(step, (GROWTH - 1.0) * Math.abs(inside - start)) : step;
        }
        return Double.NaN;
    }
}
