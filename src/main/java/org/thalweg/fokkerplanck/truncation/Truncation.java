package org.thalweg.fokkerplanck.truncation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.Relaxed;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartLaw;

/** Chooses the finite rectangle, and the grading of its cells, on which a two-dimensional setting is solved. */
public final class Truncation {
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
    public static final double ACROSS = 1.3e-10;
    /** Cells across are uniform up to this many standard deviations of the narrowest point. */
    private static final double FINE_DEVIATIONS = 3.0;
    private static final int SAMPLES = 1024;
    /** Mass in the last line of cells that would show that a truncation cut into the density. */
    private static final double LARGEST_MASS_AT_END = 1e-5;

    /** Mass that an exponent fitted on an open domain may leave out: the marginal is shown where histograms see it. */
    public static final double MASS_NOT_SHOWN = 1e-6;

    private final PlainSetting setting;
    private final AxisDesign x;
    private final AxisDesign y;
    /** The floor by which an open valley was cut; empty for other domains and surfaces. */
    private final Optional<ValleyFloor> open;

    private Truncation(PlainSetting setting, AxisDesign x, AxisDesign y, Optional<ValleyFloor> open) {
        this.setting = setting;
        this.x = x;
        this.y = y;
        this.open = open;
    }

    /** The rectangle for a stationary density; {@code notes} is modified. */
    public static Truncation stationary(PlainSetting setting, List<String> notes) {
        for (Interval interval : setting.domain().intervals()) {
            if (interval.boundary() == Boundary.ABSORBING) {
                throw new NoStationaryStateException("no stationary state: mass leaks through the absorbing ends of the"
                        + " domain; make them reflecting");
            }
        }
        if (!setting.surface().geometry().valley()) {
            AxisDesign[] axes = rectangle(setting, notes);
            return new Truncation(setting, axes[0], axes[1], Optional.empty());
        }
        Interval domain = setting.domain().along();
        if (domain.boundary() == Boundary.PERIODIC) {
            AxisDesign ring = AxisDesign.uniform(domain.from(), domain.to(), domain.boundary(), domain.boundary());
            return new Truncation(setting, ring, across(setting, ring.from(), ring.to(), notes), Optional.empty());
        }
        ValleyFloor floor = ValleyFloor.of(setting);
        AxisDesign along = along(setting, floor, notes);
        return new Truncation(setting, along, across(setting, along.from(), along.to(), notes),
                domain.bounded() ? Optional.empty() : Optional.of(floor));
    }

    private static AxisDesign along(PlainSetting setting, ValleyFloor floor, List<String> notes) {
        Interval domain = setting.domain().along();
        double low = floor.quantile(0.05);
        double high = floor.upperQuantile(0.05);
        double centre = 0.5 * (low + high);
        double width = high - low;
        Interval range = domain;
        if (!domain.bounded()) {
            Interval mass = floor.effectiveRange(NEGLIGIBLE_MASS);
            FloorDiffusion valley = FloorDiffusion.of(setting);
            range = new Interval(resolved(valley, centre, mass.from()), resolved(valley, centre, mass.to()),
                    Boundary.OPEN);
            Interval kept = range;
            notes.add(String.format(Locale.ROOT, "x truncated to [%.5g, %.5g], mass outside about %.1g",
                    kept.from(), kept.to(), Math.max(floor.shareOutside(x -> 1.0, kept), NEGLIGIBLE_MASS)));
        } else if (domain.boundary() == Boundary.OPEN) {
            notes.add("x ends at " + domain.from() + " and " + domain.to() + " as given, with walls");
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
    public static AxisDesign across(PlainSetting setting, double fromX, double toX, List<String> notes) {
        Interval domain = setting.domain().interval(1);
        Boundary wall = wall(domain);
        if (!setting.surface().geometry().valley()) {
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
        double reach = Math.max(DEVIATIONS * widest, 1.25 * farthestStart(setting, 1));
        if (Double.isInfinite(domain.from()) || Double.isInfinite(domain.to())) {
            notes.add(String.format(Locale.ROOT, "y truncated at +-%.4g, mass outside < 3e-12", reach));
        }
        double from = Double.isInfinite(domain.from()) ? -reach : domain.from();
        double to = Double.isInfinite(domain.to()) ? reach : domain.to();
        double fine = FINE_DEVIATIONS * Math.max(narrowest, widest / LARGEST_CONTRAST);
        boolean stretched = wall != Boundary.PERIODIC && fine < 0.5 * Math.max(Math.abs(from), Math.abs(to));
        return new AxisDesign(from, to, wall, wall, stretched ? new Stretch(0.0, fine) : Stretch.NONE);
    }

    /** How far from 0 anybody starts in a coordinate, but for the tail of a normal law. */
    static double farthestStart(PlainSetting setting, int i) {
        return Math.abs(setting.start()[i]) + startSpread(setting, i);
    }

    /**
     * How far from their mean particles start in a coordinate; of a normal law as far as its mass is not negligible.
     */
    static double startSpread(PlainSetting setting, int i) {
        return setting.startDistribution().map(start -> start.parts().stream()
                .mapToDouble(part -> Math.abs(part.laws().get(i).mean() - setting.start()[i])
                        + reach(part.laws().get(i))).max().orElseThrow()).orElse(0.0);
    }

    /** How far from its mean a law reaches. */
    private static double reach(StartLaw law) {
        return (law instanceof StartLaw.Uniform ? Math.sqrt(3.0) : DEVIATIONS) * law.deviation();
    }

    /** A finite rectangle for a surface that is not a valley; {@code notes} is modified. */
    static AxisDesign[] rectangle(PlainSetting setting, List<String> notes) {
        return rectangle(setting, SublevelBox.of(setting, notes));
    }

    /** The same on given sides. */
    static AxisDesign[] rectangle(PlainSetting setting, Interval[] finite) {
        AxisDesign[] axes = new AxisDesign[2];
        for (int i = 0; i < 2; i++) {
            Boundary wall = wall(setting.domain().interval(i));
            axes[i] = AxisDesign.uniform(finite[i].from(), finite[i].to(), wall, wall);
        }
        return axes;
    }

    /** What the solver does at the end of an interval: an open end, where mass is negligible, becomes a wall. */
    public static Boundary wall(Interval interval) {
        return interval.boundary() == Boundary.OPEN ? Boundary.REFLECTING : interval.boundary();
    }

    /** The axis along x. */
    public AxisDesign x() {
        return x;
    }

    /** The axis across. */
    public AxisDesign y() {
        return y;
    }

    /** The interval of x that a marginal is shown on. */
    public Interval shown() {
        if (open.isEmpty()) {
            return new Interval(x.from(), x.to(), setting.domain().along().boundary());
        }
        Interval effective = open.get().effectiveRange(MASS_NOT_SHOWN);
        return new Interval(Math.max(x.from(), effective.from()), Math.min(x.to(), effective.to()), Boundary.OPEN);
    }

    /**
     * The relative error that the cut leaves in the mean of a diagnostic: {@link #ACROSS}, and along an open valley the
     * share of the mean outside, judged by the floor and doubled, since the floor is an approximation. NaN where the
     * mean does not exist.
     */
    public double error(Diagnostic diagnostic) {
        if (open.isEmpty()) {
            return ACROSS;
        }
        Line line = Line.of(setting);
        DoubleUnaryOperator function = Relaxed.of(diagnostic, line, setting.surface().dimension());
        boolean exists = open.get().meanExists(function, setting.start()[0]);
        return exists ? ACROSS + 2.0 * open.get().shareOutside(function, kept()) : Double.NaN;
    }

    /** The mass along x outside, judged by the valley floor; a heavy tail has about as much in its last cells. */
    public double massOutside() {
        return open.map(floor -> floor.shareOutside(at -> 1.0, kept())).orElse(0.0);
    }

    private Interval kept() {
        return new Interval(x.from(), x.to(), Boundary.OPEN);
    }

    /**
     * Refuses a law that lies against the ends where an infinite coordinate was cut.
     *
     * @param outside mass known to lie outside along x
     */
    public static void check(PlainSetting setting, GridLaw law, double outside) {
        for (int axis = 0; axis < 2; axis++) {
            Interval domain = setting.domain().interval(axis);
            double mass = (Double.isInfinite(domain.from()) ? law.massAtEnd(axis == 0, false) : 0.0)
                    + (Double.isInfinite(domain.to()) ? law.massAtEnd(axis == 0, true) : 0.0);
            if (mass > LARGEST_MASS_AT_END + (axis == 0 ? outside : 0.0)) {
                throw new NumericsException(String.format(Locale.ROOT, "mass %.2g lies against the ends where %s was"
                        + " truncated; give a finite domain.%2$s, or a finer --grid where cells are wider than the law",
                        mass, axis == 0 ? "x" : "y"));
            }
        }
    }
}
