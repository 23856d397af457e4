package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Locale;
import org.thalweg.model.Boundary;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

/** Chooses the finite rectangle, and the grading of its cells, on which a two-dimensional setting is solved. */
final class Truncation {
    /** Mass that may be cut off along an open valley: below what grids of a few hundred cells resolve. */
    private static final double NEGLIGIBLE_MASS = 1e-8;
    /** An open valley is followed this many times the width of its central mass; beyond, cells get too coarse. */
    private static final double LARGEST_STRETCH = 1e4;
    /** Half-width across the valley, in standard deviations of its widest point. */
    private static final double DEVIATIONS = 7.0;
    /** The part of y^2 that lies beyond {@value #DEVIATIONS} standard deviations: 2 (7 phi(7) + Q(7)). */
    private static final double MOMENT_ACROSS = 1.3e-10;
    /** The part of x^2 beyond the mass {@link #NEGLIGIBLE_MASS}: a tail at 10 standard deviations, generously. */
    private static final double MOMENT_ALONG = 100.0 * NEGLIGIBLE_MASS;
    /** Cells across are uniform up to this many standard deviations of the narrowest point. */
    private static final double FINE_DEVIATIONS = 3.0;
    /** Points narrower than the widest by more than this factor are not resolved: the cells would not suffice. */
    private static final double LARGEST_CONTRAST = 200.0;
    private static final int SAMPLES = 1024;
    /** Mass in the last line of cells that would show that a truncation cut into the density. */
    private static final double LARGEST_MASS_AT_END = 1e-5;

    private Truncation() {}

    /** The axis along x for a stationary density; {@code notes} is modified. */
    static AxisDesign along(Setting setting, List<String> notes) {
        Interval domain = setting.domain().along();
        if (domain.boundary() == Boundary.ABSORBING) {
            throw new NoStationaryStateException("no stationary state: mass leaks through the absorbing ends of x");
        }
        if (domain.boundary() == Boundary.PERIODIC || setting.surface().valley().isEmpty()) {
            return AxisDesign.uniform(domain.from(), domain.to(), wall(domain), wall(domain));
        }
        ValleyFloor floor = ValleyFloor.of(setting);
        double low = floor.quantile(0.05);
        double high = floor.upperQuantile(0.05);
        double centre = 0.5 * (low + high);
        double width = high - low;
        Interval range = floor.effectiveRange(NEGLIGIBLE_MASS);
        if (domain.boundary() == Boundary.OPEN) {
            double reach = LARGEST_STRETCH * width;
            range = new Interval(Math.max(range.from(), centre - reach), Math.min(range.to(), centre + reach), Boundary.OPEN);
            Interval kept = range;
            double outside = Math.max(0.0, 1.0 - floor.mean(x -> kept.contains(x) ? 1.0 : 0.0));
            notes.add(String.format(Locale.ROOT, "x truncated to [%.5g, %.5g], mass outside about %.1g", range.from(), range.to(),
                    Math.max(outside, NEGLIGIBLE_MASS)));
        }
        // Nine tenths of the mass in less than a quarter of the range: uniform cells would miss it.
        Stretch stretch = width < 0.25 * range.length() ? new Stretch(centre, width) : Stretch.NONE;
        return new AxisDesign(range.from(), range.to(), Boundary.REFLECTING, Boundary.REFLECTING, stretch);
    }

    /**
     * The axis across the valley over a range of x; {@code notes} is modified. On a valley the walls at {@value
     * #DEVIATIONS} standard deviations of the widest point leave less than erfc(7 / sqrt 2) = 2.6e-12 outside: whatever x
     * does, y is pulled back at least as hard as there.
     */
    static AxisDesign across(Setting setting, double fromX, double toX, List<String> notes) {
        Interval domain = setting.domain().interval(1);
        Boundary wall = wall(domain);
        if (setting.surface().valley().isEmpty()) {
            return AxisDesign.uniform(domain.from(), domain.to(), wall, wall);
        }
        FloorDiffusion floor = FloorDiffusion.of(setting);
        Interval along = setting.domain().along();
        double widest = 0.0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= SAMPLES; i++) {
            double x = fromX + (toX - fromX) * i / SAMPLES;
            double at = along.boundary() == Boundary.PERIODIC ? along.fold(x) : x;
            double deviation = Math.sqrt(floor.across(0, at)) * floor.shape().flatness().get(0).value(at);
            widest = Math.max(widest, deviation);
            narrowest = Math.min(narrowest, deviation);
        }
        double reach = Math.max(DEVIATIONS * widest, 1.25 * Math.abs(setting.start()[1]));
        if (Double.isInfinite(domain.from()) || Double.isInfinite(domain.to())) {
            notes.add(String.format(Locale.ROOT, "y truncated at +-%.4g, mass outside < 3e-12", reach));
        }
        double from = Double.isInfinite(domain.from()) ? -reach : domain.from();
        double to = Double.isInfinite(domain.to()) ? reach : domain.to();
        double fine = FINE_DEVIATIONS * Math.max(narrowest, widest / LARGEST_CONTRAST);
        boolean stretched = wall != Boundary.PERIODIC && fine < 0.5 * Math.max(Math.abs(from), Math.abs(to));
        return new AxisDesign(from, to, wall, wall, stretched ? new Stretch(0.0, fine) : Stretch.NONE);
    }

    /** A finite rectangle for a surface that is not a valley; {@code notes} is modified. */
    static AxisDesign[] rectangle(Setting setting, List<String> notes) {
        Interval[] finite = SublevelBox.of(setting, notes);
        AxisDesign[] axes = new AxisDesign[2];
        for (int i = 0; i < 2; i++) {
            Boundary wall = wall(setting.domain().interval(i));
            axes[i] = AxisDesign.uniform(finite[i].from(), finite[i].to(), wall, wall);
        }
        return axes;
    }

    /** What the solver does at the end of an interval: an open end, where mass is negligible, becomes a wall. */
    static Boundary wall(Interval interval) {
        return interval.boundary() == Boundary.OPEN ? Boundary.REFLECTING : interval.boundary();
    }

    /** The relative error that truncation may leave in second moments. */
    static double relativeError(Setting setting) {
        return (setting.domain().along().boundary() == Boundary.OPEN ? MOMENT_ALONG : 0.0)
                + (setting.domain().interval(1).boundary() == Boundary.OPEN ? MOMENT_ACROSS : 0.0);
    }

    /** Refuses a law that lies against the ends where an infinite coordinate was truncated. */
    static void check(Setting setting, GridLaw law) {
        for (int axis = 0; axis < 2; axis++) {
            double atEnds = law.massAtEnds(axis == 0, 1);
            if (!setting.domain().interval(axis).bounded() && atEnds > LARGEST_MASS_AT_END) {
                throw new NumericsException(String.format(Locale.ROOT, "mass %.2g lies against the ends where %s was truncated;"
                        + " give a finite domain.%2$s", atEnds, axis == 0 ? "x" : "y"));
            }
        }
    }
}
