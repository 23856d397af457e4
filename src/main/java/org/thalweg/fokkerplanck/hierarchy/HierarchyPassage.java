package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.law.Refinement;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The mean first-passage time of a valley by the adjoint hierarchy: -B T = 1 with T = 0 at the edges of the flat set
 * for every y ({@link BackwardHierarchy}). The mean square T2 obeys the same equation with 2 T in place of 1.
 */
public final class HierarchyPassage {
    /** At the most points a solve takes about a second; finite volumes are quicker then. */
    private static final Refinement REFINEMENT = new Refinement(20, 5, 240, 40, 80);

    private HierarchyPassage() {}

    /**
     * Mean and variance of the time from the start of a setting.
     *
     * @param approach with finite ends
     * @param tolerance largest estimated relative error of the mean
     * @throws NumericsException where it is not reached
     */
    public static PassageTime solve(PlainSetting setting, Approach approach, double tolerance) {
        AxisDesign axis = axis(setting, approach);
        Refinement.Settled<Moments> settled = REFINEMENT.until(tolerance,
                (points, modes) -> moments(setting, axis, points, modes), (before, now) -> now.moved(before));
        Moments now = settled.now();
        if (!settled.reached()) {
            throw new NumericsException(String.format(Locale.ROOT, "the passage time of the hierarchy has not settled"
                    + " to %.1e of itself with %d points and %d modes (%.6g); use the method finite-volume", tolerance,
                    settled.size().points(), settled.size().modes(), now.mean()));
        }
        return PassageTime.ofMoments(
                Measurement.computed(now.mean(), now.meanError(settled.before()) + Richardson.ROUNDING * now.mean()),
                Measurement.computed(now.square(),
                        now.squareError(settled.before()) + Richardson.ROUNDING * now.square()));
    }

    /**
     * Mean and mean square from the start, and their modes 0 at the points. Two refinements may agree at the start by
     * accident, their difference being about to change its sign there; along the whole way they do not.
     */
    private record Moments(Collocation grid, double mean, double square, double[] meanAlong, double[] squareAlong) {
        double meanError(Moments before) {
            return Math.max(Math.abs(mean - before.mean), grid.moved(meanAlong, before.grid, before.meanAlong));
        }

        double squareError(Moments before) {
            return Math.max(Math.abs(square - before.square), grid.moved(squareAlong, before.grid, before.squareAlong));
        }

        /** Of the mean, in units of it. */
        double moved(Moments before) {
            if (!Double.isFinite(mean)) {
                return Double.NaN;
            }
            double moved = meanError(before) / Math.abs(mean);
            // What is not positive is no time, however little it moved.
            return mean > 0.0 ? moved : Math.max(moved, Refinement.NOT_YET);
        }
    }

    /** The refusal of noise that the equations cannot do. */
    static Optional<Refusal> refuses(PlainSetting setting, Approach approach) {
        return ValleyCoefficients.refuses(setting, Collocation.of(axis(setting, approach), REFINEMENT.firstPoints()));
    }

    /** The axis of an approach, graded as the flatness wants it. */
    static AxisDesign axis(PlainSetting setting, Approach approach) {
        Interval range = new Interval(approach.from(), approach.to(), Boundary.OPEN);
        boolean cut = !setting.domain().along().bounded();
        return new AxisDesign(range.from(), range.to(), approach.lower(), approach.upper(),
                ValleyRange.stretch(setting, range, cut));
    }

    private static Moments moments(PlainSetting setting, AxisDesign axis, int points, int modes) {
        Collocation grid = Collocation.of(axis, points);
        BackwardHierarchy backward = new BackwardHierarchy(setting, grid, modes, 0, 0.0);
        double[][] source = new double[modes][grid.size()];
        Arrays.fill(source[0], 1.0);
        double[][] mean = backward.solve(source, 0.0, 0.0);
        for (int m = 0; m < modes; m++) {
            source[m] = Arrays.stream(mean[m]).map(t -> 2.0 * t).toArray();
        }
        double[][] square = backward.solve(source, 0.0, 0.0);
        double[] weights = BackwardHierarchy.weights(setting, grid, modes, 0);
        return new Moments(grid, BackwardHierarchy.at(weights, mean), BackwardHierarchy.at(weights, square), mean[0],
                square[0]);
    }
}
