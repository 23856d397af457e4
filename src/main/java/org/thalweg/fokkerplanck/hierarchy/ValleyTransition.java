package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.Refinement;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;
import org.thalweg.refusal.Refusal;

/**
 * The rates of transitions between two sets along a valley by the hierarchy. On its way from one set to the other and
 * back a particle enters each at an edge, at some y. With K the means of a function of the place of entry to one set by
 * the place of entry to the other, the law of entries in the stationary state is that of the chain, nu = nu K K', and
 * the rate is one over the mean time to the other set from there, which is exact as [EV06] is:
 *
 * <pre>
 *   k = 1 / int T dnu.
 * </pre>
 *
 * <p>K and T are answers of the backward operator ({@link BackwardHierarchy}) between walls and an edge, or around a
 * ring between two edges; a stationary density is not asked for.
 */
public final class ValleyTransition {
    private static final Refinement REFINEMENT = new Refinement(24, 5, 240, 30, 80);
    private static final double ROUNDING = 1e-12;

    private ValleyTransition() {}

    /**
     * The two rates, per unit of time.
     *
     * @param rate from the first set to the second
     * @param back from the second to the first
     */
    public record Rates(Measurement rate, Measurement back) {
        /** In another unit of time, of which one of the old is so many. */
        public Rates times(double factor) {
            return new Rates(rate.times(factor), back.times(factor));
        }
    }

    /**
     * The rates, or why there are none by this method.
     *
     * @param tolerance largest estimated relative error
     */
    public static Attempt<Rates> attempt(PlainSetting setting, Region first, Region second, double tolerance) {
        Optional<Refusal> refusal = ValleyPassage.refuses(setting);
        if (refusal.isPresent()) {
            return new Attempt.NotFound<>(refusal.get());
        }
        return Attempt.of(() -> within(setting, ValleyRange.of(setting, new ArrayList<>()), first, second, tolerance));
    }

    private static Attempt<Rates> within(PlainSetting setting, ValleyRange range, Region first, Region second,
            double tolerance) {
        Interval all = new Interval(range.from(), range.to(), setting.domain().along().boundary());
        Optional<Interval> a = along(first, all);
        Optional<Interval> b = along(second, all);
        if (a.isEmpty() || b.isEmpty() || a.get().from() < b.get().to() && b.get().from() < a.get().to()) {
            return new Attempt.NotFound<>(new Refusal("transitions by the hierarchy are between two separate sets of x"
                    + " within the range, such as x<=-1 and x>=1; use the method finite-volume"));
        }
        List<Approach> ways = ways(all, a.get(), b.get());
        for (Approach way : ways) {
            Optional<Refusal> refusal = ValleyPassage.refuses(setting, way);
            if (refusal.isPresent()) {
                return new Attempt.NotFound<>(refusal.get());
            }
        }
        return new Attempt.Found<>(settled(setting, all, a.get(), b.get(), tolerance));
    }

    /** What a set holds of the valley, where it is a set of x. */
    private static Optional<Interval> along(Region region, Interval all) {
        double from = all.from();
        double to = all.to();
        if (region instanceof Region.HalfPlane half && half.coordinate() == 0) {
            from = half.above() ? half.bound() : from;
            to = half.above() ? to : half.bound();
        } else if (region instanceof Region.Strip strip && strip.coordinate() == 0) {
            from = Math.max(from, strip.from());
            to = Math.min(to, strip.to());
        } else {
            return Optional.empty();
        }
        return from < to && from >= all.from() && to <= all.to()
                ? Optional.of(new Interval(from, to, Boundary.OPEN)) : Optional.empty();
    }

    /** The stretch outside of the second set, then that outside of the first, each with the other within. */
    private static List<Approach> ways(Interval all, Interval a, Interval b) {
        return List.of(outside(all, b, a), outside(all, a, b));
    }

    private static Approach outside(Interval all, Interval set, Interval other) {
        if (all.boundary() == Boundary.PERIODIC) {
            return new Approach(set.to(), set.from() + all.length(), Boundary.ABSORBING, Boundary.ABSORBING);
        }
        return other.to() <= set.from()
                ? new Approach(all.from(), set.from(), Boundary.REFLECTING, Boundary.ABSORBING)
                : new Approach(set.to(), all.to(), Boundary.ABSORBING, Boundary.REFLECTING);
    }

    private static Rates settled(PlainSetting setting, Interval all, Interval a, Interval b, double tolerance) {
        List<Approach> ways = ways(all, a, b);
        Refinement.Settled<double[]> settled = REFINEMENT.until(tolerance,
                (points, modes) -> rates(setting, ways, edges(all, a, b), edges(all, b, a), points, modes),
                ValleyTransition::moved);
        if (!settled.reached()) {
            throw new NumericsException(String.format(Locale.ROOT, "transition rates of the hierarchy have not settled"
                    + " to %.1e of themselves with %d points and %d modes (%.1e): the sets are too close to each other,"
                    + " or the barrier between them too high; use the method finite-volume", tolerance,
                    settled.size().points(), settled.size().modes(), settled.moved()));
        }
        double error = settled.moved() + ROUNDING;
        double[] rates = settled.now();
        return new Rates(Measurement.computed(rates[0], error * rates[0]),
                Measurement.computed(rates[1], error * rates[1]));
    }

    private static double moved(double[] before, double[] now) {
        double moved = Math.max(Math.abs(now[0] / before[0] - 1.0), Math.abs(now[1] / before[1] - 1.0));
        if (Double.isNaN(moved)) {
            return Double.POSITIVE_INFINITY;
        }
        // What is not positive is no rate, however little it moved.
        return now[0] > 0.0 && now[1] > 0.0 ? moved : Math.max(moved, Refinement.NOT_YET);
    }

    /** The edges of a set at which it is entered from another, one or, on a ring, two. */
    private static double[] edges(Interval all, Interval set, Interval from) {
        if (all.boundary() == Boundary.PERIODIC) {
            return new double[] {set.from(), set.to()};
        }
        return new double[] {from.from() >= set.to() ? set.to() : set.from()};
    }

    private static double[] rates(PlainSetting setting, List<Approach> ways, double[] ofFirst, double[] ofSecond,
            int points, int modes) {
        Way there = Way.of(setting, ways.get(0), ofFirst, points, modes);
        Way back = Way.of(setting, ways.get(1), ofSecond, points, modes);
        RealMatrix chain = there.entries().multiply(back.entries());
        RealVector atFirst = stationary(chain, ofFirst.length, modes);
        RealVector atSecond = there.entries().preMultiply(atFirst);
        return new double[] {1.0 / atFirst.dotProduct(there.times()), 1.0 / atSecond.dotProduct(back.times())};
    }

    /** nu = nu M with mass 1, the sum of its modes 0. */
    private static RealVector stationary(RealMatrix chain, int edges, int modes) {
        RealMatrix system = MatrixUtils.createRealIdentityMatrix(chain.getRowDimension()).subtract(chain).transpose();
        double[] right = new double[chain.getRowDimension()];
        right[0] = 1.0;
        for (int k = 0; k < right.length; k++) {
            system.setEntry(0, k, k % modes == 0 && k / modes < edges ? 1.0 : 0.0);
        }
        return new LUDecomposition(system, 0.0).getSolver().solve(MatrixUtils.createRealVector(right));
    }

    /**
     * What is known at the edges of one set of the way to the other.
     *
     * @param entries rows are the modes of a function at the edges of the one, columns those of a function of the place
     *     of entry to the other
     * @param times modes of the mean time
     */
    private record Way(RealMatrix entries, RealVector times) {
        static Way of(PlainSetting setting, Approach way, double[] at, int points, int modes) {
            Collocation grid = Collocation.of(HierarchyPassage.axis(setting, way), points);
            BackwardHierarchy backward = new BackwardHierarchy(setting, grid, modes, 0, 0.0);
            double[][] along = new double[at.length][grid.size()];
            for (int e = 0; e < at.length; e++) {
                grid.interpolation(within(way, setting.domain().along(), at[e]), along[e]);
            }
            double[][] source = new double[modes][grid.size()];
            boolean both = way.lower() == way.upper();
            int ends = both ? 2 : 1;
            RealMatrix entries = MatrixUtils.createRealMatrix(at.length * modes, ends * modes);
            for (int k = 0; k < ends * modes; k++) {
                double[] given = new double[modes];
                given[k % modes] = 1.0;
                double[] nothing = new double[modes];
                // On a ring the upper end of the stretch is the lower edge of the set, which comes first.
                boolean lower = both ? k >= modes : way.lower() == Boundary.ABSORBING;
                double[][] f = backward.solve(source, lower ? given : nothing, lower ? nothing : given);
                entries.setColumnVector(k, modes(f, along));
            }
            Arrays.fill(source[0], 1.0);
            return new Way(entries, modes(backward.solve(source, 0.0, 0.0), along));
        }

        private static double within(Approach way, Interval domain, double at) {
            return domain.boundary() == Boundary.PERIODIC && at < way.from() ? at + domain.length() : at;
        }

        private static RealVector modes(double[][] f, double[][] along) {
            RealVector found = MatrixUtils.createRealVector(new double[along.length * f.length]);
            for (int k = 0; k < found.getDimension(); k++) {
                double sum = 0.0;
                for (int i = 0; i < along[0].length; i++) {
                    sum += along[k / f.length][i] * f[k % f.length][i];
                }
                found.setEntry(k, sum);
            }
            return found;
        }
    }
}
