package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;
import org.thalweg.model.Profile;
import org.thalweg.model.Setting;
import org.thalweg.model.ValleyShape;

/**
 * The stationary density of a valley with one sharp direction by Hermite modes across it and spectral collocation along
 * it; exact but for the truncation of both series, which is chosen by their decay (docs/theory/hierarchy.md).
 */
final class ValleyHierarchy {
    /** Rounding errors of spectral derivatives on a few hundred points reach this. */
    private static final double SMALLEST_TOLERANCE = 1e-11;
    private static final int FIRST_POINTS = 24;
    private static final int FIRST_MODES = 6;
    /** At these a solve takes some seconds; a valley that needs more is one for finite volumes. */
    private static final int MOST_POINTS = 320;
    private static final int MOST_MODES = 48;

    private ValleyHierarchy() {}

    /**
     * The density.
     *
     * @param output the cells of the plane that {@link DensitySolution#density()} is given on
     * @param tolerance largest estimated L1 error of the marginal
     * @param notes modified
     * @throws IllegalArgumentException where the setting is not one for this method; names the remedy
     * @throws NoStationaryStateException where there is none
     * @throws NumericsException where the tolerance is not reached
     */
    static DensitySolution solve(Setting setting, Resolution output, double tolerance, List<String> notes) {
        if (!(tolerance >= SMALLEST_TOLERANCE && tolerance < 1.0)) {
            throw new IllegalArgumentException("tolerance " + tolerance + ": must be between " + SMALLEST_TOLERANCE
                    + " and 1");
        }
        ValleyShape shape = requireValley(setting);
        ValleyRange range = ValleyRange.of(setting, notes);
        requireSmooth(shape, range.axis());
        List<HierarchyLaw> laws = refine(setting, range.axis(), output, tolerance, notes);
        requireFarWalls(setting.domain().interval(1), laws.get(1), tolerance);
        HierarchyLaw coarse = laws.get(0);
        HierarchyLaw fine = laws.get(1);
        // A mean may move less than the marginal under it by accident, or by symmetry: errors count without signs.
        return DensitySolution.of(DensityMethod.HIERARCHY, setting, laws, range.shown(),
                diagnostic -> coarse.distance(fine, diagnostic) + range.error(diagnostic, fine), notes);
    }

    /** The last two refinements; their difference is the estimate of the error. */
    private static List<HierarchyLaw> refine(Setting setting, AxisDesign axis, Resolution output, double tolerance,
            List<String> notes) {
        int points = FIRST_POINTS;
        int modes = FIRST_MODES;
        HierarchyLaw coarse = law(setting, axis, points, modes, output);
        while (true) {
            // Both grow, so that the difference shows the error of both; the one that lacks more grows faster.
            boolean along = coarse.tailAlong() > coarse.tailAcross();
            points += along ? points / 2 : points / 6;
            modes += along ? 1 : Math.max(2, modes / 3);
            HierarchyLaw fine = law(setting, axis, points, modes, output);
            double error = coarse.distance(fine);
            if (error <= tolerance) {
                notes.add(String.format(Locale.ROOT, "%d points along, %d even modes across; the last refinement"
                        + " moved the marginal by %.1e", Collocation.of(axis, points).size(), modes, error));
                notes.add("where the truncated series is below zero, far out in y, the density is given as 0");
                return List.of(coarse, fine);
            }
            if (points > MOST_POINTS || modes > MOST_MODES) {
                throw new NumericsException(String.format(Locale.ROOT, "the hierarchy reached an error of %.1e with %d"
                        + " points and %d modes (tolerance %.1e); give a larger --tolerance, or use the method"
                        + " finite-volume", error, points, modes, tolerance));
            }
            coarse = fine;
        }
    }

    private static HierarchyLaw law(Setting setting, AxisDesign axis, int points, int modes, Resolution output) {
        Collocation grid = Collocation.of(axis, points);
        HierarchySystem system = new HierarchySystem(grid, ValleyCoefficients.of(setting, grid));
        return HierarchyLaw.of(setting, grid, system.solve(modes), output);
    }

    /**
     * The valley, of a setting that has one for this method.
     *
     * @throws IllegalArgumentException where it has not; names the remedy
     * @throws NoStationaryStateException where an end of the domain absorbs
     */
    static ValleyShape requireValley(Setting setting) {
        int dimension = setting.surface().dimension();
        ValleyShape shape = setting.surface().valley().orElseThrow(() -> new IllegalArgumentException("surface of '"
                + setting.name() + "' is not a valley; use the method "
                + (dimension == 2 ? "finite-volume" : "auto")));
        if (shape.sharpDirections() != 1) {
            throw new IllegalArgumentException("the hierarchy needs one sharp direction, '" + setting.name() + "' has "
                    + shape.sharpDirections() + "; use the method quadrature");
        }
        for (Interval interval : setting.domain().intervals()) {
            if (interval.boundary() == Boundary.ABSORBING) {
                throw new NoStationaryStateException("no stationary state: mass leaks through the absorbing ends of the"
                        + " domain; make them reflecting");
            }
        }
        return shape;
    }

    private static void requireSmooth(ValleyShape shape, AxisDesign axis) {
        List<Profile> profiles = new ArrayList<>(shape.flatness());
        profiles.add(shape.floor());
        for (Profile profile : profiles) {
            for (double kink : profile.kinks()) {
                if (kink >= axis.from() && kink <= axis.to()) {
                    throw new IllegalArgumentException("the valley has a kink at x = " + kink + ", and the hierarchy"
                            + " needs smooth functions; use the method finite-volume");
                }
            }
        }
    }

    /** The modes live on the whole line across; walls must be where nothing is. */
    private static void requireFarWalls(Interval across, HierarchyLaw law, double tolerance) {
        double reach = Math.min(-across.from(), across.to());
        double beyond = Double.isInfinite(reach) ? 0.0 : law.massBeyond(Math.max(0.0, reach));
        if (beyond > tolerance) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "y ends at %.4g, where mass %.1g would lie"
                    + " beyond, and the hierarchy knows no walls across; use the method finite-volume, or leave y out"
                    + " of the domain", reach, beyond));
        }
    }
}
