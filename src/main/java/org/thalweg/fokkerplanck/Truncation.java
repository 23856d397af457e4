package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.Boundary;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

/** Chooses the finite rectangle, and the grading of its cells, on which a two-dimensional setting is solved. */
final class Truncation {
    /** Mass that may be cut off along an open valley: below what grids of a few hundred cells resolve. */
    private static final double NEGLIGIBLE_MASS = 1e-8;
    /**
     * An open valley is followed until it is this many times as wide as at its narrowest: cells across the valley
     * cannot resolve more than two orders of magnitude.
     */
    private static final double LARGEST_CONTRAST = 100.0;
    /** Half-width across the valley, in standard deviations of its widest point. */
    private static final double DEVIATIONS = 7.0;
    /** The part of y^2 that lies beyond {@value #DEVIATIONS} standard deviations: 2 (7 phi(7) + Q(7)). */
    static final double ACROSS = 1.3e-10;
    /** Cells across are uniform up to this many standard deviations of the narrowest point. */
    private static final double FINE_DEVIATIONS = 3.0;
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
            FloorDiffusion valley = FloorDiffusion.of(setting);
            Interval kept = new Interval(resolved(valley, centre, range.from()), resolved(valley, centre, range.to()),
                    Boundary.OPEN);
            notes.add(String.format(Locale.ROOT, "x truncated to [%.5g, %.5g], mass outside about %.1g", kept.from(),
                    kept.to(),
                    Math.max(floor.shareOutside(x -> 1.0, kept), NEGLIGIBLE_MASS)));
            range = kept;
        }
        // Nine tenths of the mass in less than a quarter of the range: uniform cells would miss it.
        Stretch stretch = width < 0.25 * range.length() ? new Stretch(centre, width) : Stretch.NONE;
        return new AxisDesign(range.from(), range.to(), Boundary.REFLECTING, Boundary.REFLECTING, stretch);
    }

    /**
     * The point between a centre and an end where the valley becomes too wide for the cells across its narrowest part.
     */
    private static double resolved(FloorDiffusion valley, double centre, double end) {
        double narrowest = deviation(valley, centre);
        double reached = centre;
        for (int i = 0; i <= SAMPLES; i++) {
            // Distances grow geometrically over six decades, since an open end may be far away.
            double x = centre + (end - centre) * Math.pow(10.0, 6.0 * (i - SAMPLES) / SAMPLES);
            double deviation = deviation(valley, x);
            narrowest = Math.min(narrowest, deviation);
            if (deviation > LARGEST_CONTRAST * narrowest) {
                return reached;
            }
            reached = x;
        }
        return end;
    }

    private static double deviation(FloorDiffusion valley, double x) {
        return Math.sqrt(valley.across(0, x)) * valley.shape().flatness().get(0).value(x);
    }

    /**
     * The axis across the valley over a range of x; {@code notes} is modified. On a valley the walls at {@value
     * #DEVIATIONS} standard deviations of the widest point leave less than erfc(7 / sqrt 2) = 2.6e-12 outside: whatever
     * x does, y is pulled back at least as hard as there.
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
            double deviation = deviation(floor, at);
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

    /**
     * The relative error that cutting x to an axis leaves in the mean of a diagnostic: the share of it outside, judged
     * by the valley floor and doubled, since the floor is an approximation; NaN where the mean does not exist. Cutting
     * y adds {@link #ACROSS}.
     */
    static ToDoubleFunction<Diagnostic> errors(Setting setting, AxisDesign along) {
        if (setting.domain().along().boundary() != Boundary.OPEN || setting.surface().valley().isEmpty()) {
            return diagnostic -> ACROSS;
        }
        Line line = Line.of(setting);
        ValleyFloor floor = ValleyFloor.of(setting);
        Interval kept = new Interval(along.from(), along.to(), Boundary.OPEN);
        return diagnostic -> {
            DoubleUnaryOperator function = diagnostic.quantity().equals(DensitySolution.MEAN_SQUARE_Y)
                    ? line::squareAcross : x -> diagnostic.at(new double[] {x, 0.0});
            return floor.meanExists(function, setting.start()[0]) ? ACROSS + 2.0 * floor.shareOutside(function, kept)
                    : Double.NaN;
        };
    }

    /** The mass that an axis leaves outside, judged by the valley floor; 0 where nothing open was cut. */
    static double massOutside(Setting setting, AxisDesign along) {
        if (setting.domain().along().boundary() != Boundary.OPEN || setting.surface().valley().isEmpty()) {
            return 0.0;
        }
        return ValleyFloor.of(setting).shareOutside(x -> 1.0, new Interval(along.from(), along.to(), Boundary.OPEN));
    }

    /**
     * Refuses a law that lies against the ends where an infinite coordinate was cut.
     *
     * @param outside mass known to lie outside along x; a heavy tail has about as much in its last cells
     */
    static void check(Setting setting, GridLaw law, double outside) {
        for (int axis = 0; axis < 2; axis++) {
            Interval domain = setting.domain().interval(axis);
            double mass = (Double.isInfinite(domain.from()) ? law.massAtEnd(axis == 0, false) : 0.0)
                    + (Double.isInfinite(domain.to()) ? law.massAtEnd(axis == 0, true) : 0.0);
            if (mass > LARGEST_MASS_AT_END + (axis == 0 ? outside : 0.0)) {
                throw new NumericsException(String.format(Locale.ROOT, "mass %.2g lies against the ends where %s was"
                        + " truncated; give a finite domain.%2$s", mass, axis == 0 ? "x" : "y"));
            }
        }
    }
}
