package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The stationary density of a valley by Hermite modes across it and spectral collocation along it; exact but
 * for the truncation of both series, which is chosen by their decay (docs/theory/hierarchy.md).
 */
public final class ValleyHierarchy {
    /** Rounding errors of spectral derivatives on a few hundred points reach this. */
    private static final double SMALLEST_TOLERANCE = 1e-11;
    private static final int FIRST_POINTS = 16;
    private static final int FIRST_MODES = 5;
    /** Points for each length over which the flatness changes, so that nothing is overlooked at first. */
    private static final double POINTS_A_FEATURE = 2.0;
    /** At these a solve takes some seconds; a valley that needs more is one for finite volumes. */
    public static final int MOST_POINTS = 320;
    /** At these it takes a third of a second, about as long as the finite volumes take. */
    public static final int FEW_POINTS = 128;
    /** As many modes as pay with this share of the points. */
    private static final int POINTS_A_MODE = 6;
    /** A law is compared with one on this part fewer points and one, which costs a quarter less than itself. */
    private static final int OTHER = 16;
    /** Where rounding is all that is left, the difference of two laws is one draw of it, and may be a small one. */
    private static final double DRAWS = 2.0;
    /** L1 distance of two refinements in logarithms that is as good as none. */
    private static final double SAME_LAW = 1e-7;
    /**
     * Largest points^3 modes of a solution for ln P, of which an iteration does some fifteen: a second or so. ln P is
     * smooth where P is narrow, and need not have twice the points of P.
     */
    private static final double MOST_WORK = 1.5e8;
    /** For several sharp directions, whose modes of degree k number k + 1 or more. */
    private static final int MOST_DEGREES = 12;

    private ValleyHierarchy() {}

    /**
     * The density.
     *
     * @param output the cells of the plane that {@link DensitySolution#density()} is given on
     * @param tolerance largest estimated L1 error of the marginal
     * @param mostPoints along; where more are needed the tolerance is not reached
     * @param notes modified
     * @throws Refusal where the setting is not one for this method; names the remedy
     * @throws NoStationaryStateException where there is none
     * @throws NumericsException where the tolerance is not reached
     */
    public static DensitySolution solve(PlainSetting setting, Resolution output, double tolerance, int mostPoints,
            List<String> notes) {
        return attempt(setting, output, tolerance, mostPoints, notes).orThrow();
    }

    /** The density, or why there is none by this method; as {@link #solve} otherwise. */
    public static Attempt<DensitySolution> attempt(PlainSetting setting, Resolution output, double tolerance,
            int mostPoints, List<String> notes) {
        if (!(tolerance >= SMALLEST_TOLERANCE && tolerance < 1.0)) {
            return new Attempt.NotFound<>(new Refusal("tolerance " + tolerance + ": must be between "
                    + SMALLEST_TOLERANCE + " and 1"));
        }
        Optional<Refusal> refusal = refuses(setting);
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : Attempt.of(() -> inRange(setting, output, tolerance, mostPoints, notes));
    }

    private static Attempt<DensitySolution> inRange(PlainSetting setting, Resolution output, double tolerance,
            int mostPoints, List<String> notes) {
        ValleyRange range = ValleyRange.of(setting, notes);
        Optional<Refusal> refusal = kink(setting.surface().geometry().shape().orElseThrow(), range.from(), range.to())
                .or(() -> ValleyCoefficients.refuses(setting, range.points(FIRST_POINTS)));
        if (refusal.isPresent()) {
            return new Attempt.NotFound<>(refusal.get());
        }
        Resolved laws = inLogarithms(setting, range, output,
                refine(setting, range, output, tolerance, mostPoints, notes), tolerance, notes);
        for (int i = 0; i < setting.surface().dimension() - 1; i++) {
            Optional<Refusal> wall = nearWall(setting.domain().interval(i + 1), laws.fine(), i, tolerance);
            if (wall.isPresent()) {
                return new Attempt.NotFound<>(wall.get());
            }
        }
        DensitySolution solution = solution(setting, laws.refinement(), range, notes);
        return new Attempt.Found<>(laws.other().map(other ->
                        solution.withErrorsOf(solution(setting, other, range, notes), DRAWS)).orElse(solution));
    }

    /** A mean may move less than the marginal under it by accident, or by symmetry: errors count without signs. */
    private static DensitySolution solution(PlainSetting setting, Pair laws, ValleyRange range, List<String> notes) {
        return DensitySolution.of(DensityMethod.HIERARCHY, setting, List.of(laws.from(), laws.to()), range.shown(),
                diagnostic -> laws.from().moved(laws.difference(), diagnostic) + range.error(diagnostic, laws.to()),
                notes);
    }

    /**
     * Where P falls so far that rounding reaches its tails, or they are not known at a loose tolerance, they are solved
     * again for its logarithm, with more points, since layers at the walls are not where the mass is. As found where
     * that fails.
     */
    private static Resolved inLogarithms(PlainSetting setting, ValleyRange range, Resolution output, Resolved found,
            double tolerance, List<String> notes) {
        boolean known = DensitySolution.knownAlong(found.refinement().from(), found.fine(), range.shown());
        if (!found.fine().reachesRounding() && known) {
            return found;
        }
        int modes = 2 * found.fine().modes();
        int points = Math.min(2 * found.fine().points(), pointsFor(setting, modes));
        Optional<Pair> refined = logLaw(setting, range, points - points / 4, modes - modes / 4, output)
                .flatMap(coarse -> logLaw(setting, range, points, modes, output).map(fine -> Pair.of(coarse, fine)))
                .filter(pair -> pair.distance() <= Math.max(SAME_LAW, tolerance));
        if (refined.isEmpty()) {
            if (!known) {
                notes.add("the tails are below the accuracy of P, and ln P was not found either with " + points
                        + " points; ask for a smaller tolerance, narrow the domain around the minimum, or raise the"
                        + " temperature");
            }
            return found;
        }
        notes.add(String.format(Locale.ROOT,
                "the tails are below the accuracy of P: solved for ln P, with %d points and %d modes", points, modes));
        return new Resolved(refined.get(), Optional.empty());
    }

    /** The points that a solution for ln P may have. */
    private static int pointsFor(PlainSetting setting, int modes) {
        HierarchyModes of = new HierarchyModes(setting.surface().dimension() - 1, modes);
        double blocks = 0.0;
        for (int degree = 0; degree < modes; degree++) {
            blocks += Math.pow(of.count(degree), 3.0);
        }
        return (int) StrictMath.cbrt(MOST_WORK / blocks);
    }

    private static Optional<HierarchyLaw> logLaw(PlainSetting setting, ValleyRange range, int points, int modes,
            Resolution output) {
        Collocation grid = range.points(points);
        if (grid.ring() && !grid.mirrored()) {
            return Optional.empty();
        }
        HierarchyModes of = new HierarchyModes(setting.surface().dimension() - 1, modes);
        ValleyCoefficients valley = ValleyCoefficients.of(setting, grid);
        return HierarchyTails.solve(grid, valley, of)
                .map(solved -> HierarchyLaw.inLogarithms(setting, range, grid, valley, solved, output));
    }

    /**
     * The last two refinements, and a third law at other points; their differences are the estimate of the error. Two
     * may agree by accident. Where x relaxes much faster than y, or far from 0, rounding is what is left of the error,
     * and is another one at other points.
     */
    private record Resolved(Pair refinement, Optional<Pair> other) {
        HierarchyLaw fine() {
            return refinement.to();
        }
    }

    /** Two laws, and the difference of their marginals at the nodes of the first, times their widths. */
    private record Pair(HierarchyLaw from, HierarchyLaw to, double[] difference) {
        static Pair of(HierarchyLaw from, HierarchyLaw to) {
            return new Pair(from, to, from.difference(to));
        }

        /** int |P_from - P_to| dx; NaN where one of them is not a density at all. */
        double distance() {
            return Arrays.stream(difference).map(Math::abs).sum();
        }
    }

    private static Resolved refine(PlainSetting setting, ValleyRange range, Resolution output, double tolerance,
            int mostPoints, List<String> notes) {
        int directions = setting.surface().dimension() - 1;
        int mostModes = directions == 1 ? mostPoints / POINTS_A_MODE : MOST_DEGREES;
        int points = Math.max(FIRST_POINTS, (int) Math.min(mostPoints, POINTS_A_FEATURE * range.features()));
        int modes = FIRST_MODES;
        HierarchyLaw coarse = law(setting, range, points, modes, output);
        while (true) {
            int before = points;
            // Once one series is resolved it grows as little as still shows its error, and the other one goes on.
            double along = coarse.tailAlong();
            points = Math.max(points + points / (along < 0.1 * tolerance ? 12 : 6) + 1,
                    wanted(points, along, tolerance));
            // What is cut off across acts back on the marginal through two couplings: the error is the tail squared.
            modes = Math.max(modes + 1, wanted(modes, coarse.tailAcross(), Math.sqrt(tolerance)));
            HierarchyLaw fine = law(setting, range, points, modes, output);
            Pair refinement = Pair.of(coarse, fine);
            Pair other = refinement.distance() <= tolerance
                    ? Pair.of(law(setting, range, others(range, before, points), modes, output), fine) : refinement;
            double error = Math.max(refinement.distance(), other.distance());
            if (error <= tolerance) {
                notes.add(String.format(Locale.ROOT, "%d points along%s, %d even modes across; the last refinement"
                        + " moved the marginal by %.1e", fine.points(),
                        range.mirrored() ? " half of the valley, which is its own mirror image" : "",
                        modes, error));
                if (directions > 1 && setting.flatSet().isPresent()) {
                    notes.add("the passage time is that of the valley floor: asymptotic, the sharp directions relax at"
                            + " once");
                }
                if (directions == 1) {
                    notes.add("where the truncated series is below zero, far out in y, the density is given as 0");
                }
                return new Resolved(refinement, Optional.of(other));
            }
            if (points > mostPoints || modes > mostModes) {
                throw new NumericsException(String.format(Locale.ROOT, "the hierarchy reached an error of %.1e with %d"
                        + " points and %d modes (tolerance %.1e); give a larger --tolerance, or use the method"
                        + " finite-volume", error, points, modes, tolerance));
            }
            coarse = fine;
        }
    }

    /**
     * How many points the third law has: where fewer than the finer law's would be the points of the coarser one again,
     * more.
     */
    static int others(ValleyRange range, int coarse, int fine) {
        int fewer = fine - fine / OTHER - 1;
        return range.samePoints(fewer, coarse) ? fine + fine / OTHER + 1 : fewer;
    }

    /**
     * The size at which coefficients that fall geometrically reach the tolerance, at most half as much again as the
     * present one: the first coefficients fall faster or slower than the last.
     */
    private static int wanted(int size, double tail, double tolerance) {
        double ratio = Math.log(tolerance) / Math.log(tail);
        return (int) Math.ceil(size * (ratio > 0.0 ? Math.min(1.5, ratio) : 1.5));
    }

    private static HierarchyLaw law(PlainSetting setting, ValleyRange range, int points, int modes, Resolution output) {
        Collocation grid = range.points(points);
        ValleyCoefficients valley = ValleyCoefficients.of(setting, grid);
        HierarchyModes of = new HierarchyModes(setting.surface().dimension() - 1, modes);
        return HierarchyLaw.of(setting, range, grid, valley, new HierarchySystem(grid, valley).solve(of), output);
    }

    /**
     * Why the hierarchy cannot do a setting; empty where nothing is known against it before work begins.
     *
     * @throws NoStationaryStateException where an end of the domain absorbs
     */
    public static Optional<Refusal> refuses(PlainSetting setting) {
        Optional<Refusal> refusal = refusesValley(setting);
        if (refusal.isPresent()) {
            return refusal;
        }
        for (Interval interval : setting.domain().intervals()) {
            if (interval.boundary() == Boundary.ABSORBING) {
                throw new NoStationaryStateException("no stationary state: mass leaks through the absorbing ends of the"
                        + " domain; make them reflecting");
            }
        }
        return Optional.empty();
    }

    /** Why a surface or its drift is none for the hierarchy, whatever the ends are. */
    static Optional<Refusal> refusesValley(PlainSetting setting) {
        if (!setting.surface().geometry().valley()) {
            return Optional.of(new Refusal("surface of '" + setting.name() + "' is not a valley; use "
                    + switch (setting.surface().geometry().kind()) {
                        case PLANE -> "the method finite-volume";
                        case SPACE -> "simulate or sweep, which follow trajectories";
                        default -> "the method auto";
                    }));
        }
        if (setting.diffusion().valley().isEmpty()) {
            return Optional.of(new Refusal("the drift of '" + setting.name() + "' is not that of its valley; use"
                    + " the method finite-volume"));
        }
        return Optional.empty();
    }

    /** The refusal of a valley with a kink in a range. */
    static Optional<Refusal> kink(ValleyShape shape, double from, double to) {
        List<Profile> profiles = new ArrayList<>(shape.flatness());
        profiles.add(shape.floor());
        return profiles.stream().flatMap(profile -> profile.kinks().stream()).filter(at -> at >= from && at <= to)
                .findFirst().map(at -> new Refusal("the valley has a kink at x = " + at
                        + ", and the hierarchy needs smooth functions; use the method finite-volume"));
    }

    /** The modes live on the whole line across: walls must be where nothing is. */
    private static Optional<Refusal> nearWall(Interval across, HierarchyLaw law, int direction, double tolerance) {
        double reach = Math.min(-across.from(), across.to());
        double beyond = Double.isInfinite(reach) ? 0.0 : law.massBeyond(direction, Math.max(0.0, reach));
        return beyond <= tolerance ? Optional.empty() : Optional.of(new Refusal(String.format(Locale.ROOT,
                "y ends at %.4g, where mass %.1g would lie beyond, and the hierarchy knows no walls across; use the"
                        + " method finite-volume, or leave y out of the domain", reach, beyond)));
    }
}
