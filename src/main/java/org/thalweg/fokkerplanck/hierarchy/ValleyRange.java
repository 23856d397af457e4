package org.thalweg.fokkerplanck.hierarchy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Mirror;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.Relaxed;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** The finite stretch of a valley on which the hierarchy is solved, and how its points are graded. */
public final class ValleyRange {
    /** Mass cut off along an open valley, judged by its floor, whose tail may be lighter: far below every tolerance. */
    private static final double NEGLIGIBLE_MASS = 1e-14;
    /** Samples of the flatness: more than there are collocation points in a typical solve. */
    private static final int SAMPLES = 256;

    /** By how much more points may be spread where they gather at an end; 1 to 3 were tried on parabolas and bumps. */
    private static final double AT_END = 3.0;

    private final PlainSetting setting;
    private final AxisDesign whole;
    /** What is solved: all of it, or the half on one side of the mirror. */
    private final AxisDesign axis;
    private final boolean mirrored;
    private final Interval shown;
    /** The floor by which an open valley was cut; empty for other domains. */
    private final Optional<ValleyFloor> open;

    private ValleyRange(PlainSetting setting, Interval range, boolean infinite, Interval shown,
            Optional<ValleyFloor> open) {
        this.setting = setting;
        Boundary wall = Truncation.wall(setting.domain().along());
        this.mirrored = Mirror.symmetric(setting, range);
        this.whole = new AxisDesign(range.from(), range.to(), wall, wall,
                wall == Boundary.PERIODIC ? Stretch.NONE : stretch(setting, range, infinite));
        double centre = 0.5 * (range.from() + range.to());
        Interval half = mirrored ? new Interval(centre, range.to(), Boundary.REFLECTING) : range;
        this.axis = wall == Boundary.PERIODIC || !mirrored ? whole
                : new AxisDesign(centre, range.to(), wall, wall, stretch(setting, half, infinite));
        this.shown = shown;
        this.open = open;
    }

    /** The range of a valley; {@code notes} is modified. */
    public static ValleyRange of(PlainSetting setting, List<String> notes) {
        Interval domain = setting.domain().along();
        if (domain.bounded()) {
            if (domain.boundary() == Boundary.OPEN) {
                notes.add("x ends at " + domain.from() + " and " + domain.to() + " as given, with walls");
            }
            return new ValleyRange(setting, domain, false, domain, Optional.empty());
        }
        ValleyFloor floor = ValleyFloor.of(setting);
        Interval kept = withLayers(setting, floor, floor.effectiveRange(NEGLIGIBLE_MASS));
        Interval equal = Mirror.widened(kept, FloorDiffusion.of(setting).domain().frame().origin());
        kept = Mirror.symmetric(setting, equal) ? equal : kept;
        Interval effective = floor.effectiveRange(Truncation.MASS_NOT_SHOWN);
        notes.add(String.format(Locale.ROOT, "x truncated to [%.5g, %.5g], mass outside about %.1g", kept.from(),
                kept.to(), Math.max(floor.shareOutside(x -> 1.0, kept), NEGLIGIBLE_MASS)));
        return new ValleyRange(setting, kept, true, effective, Optional.of(floor));
    }

    /**
     * Points gather where the flatness changes over the shortest length, F / sqrt(F'^2 + |F F''|), if that is much
     * shorter than the range and grows away from there; the ends of an infinite range are far away whatever F does.
     */
    static Stretch stretch(PlainSetting setting, Interval range, boolean always) {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double focus = 0.0;
        double width = Double.POSITIVE_INFINITY;
        double[] x = new double[SAMPLES + 1];
        double[] scale = new double[SAMPLES + 1];
        // Graded samples, since the range of an open valley may span nine decades.
        Interval line = FloorDiffusion.of(setting).domain();
        Stretch graded = always ? new Stretch(line.focus(setting.start()[0]), line.frame().unit()) : Stretch.NONE;
        double first = graded.inverse(range.from());
        double last = graded.inverse(range.to());
        for (int i = 0; i <= SAMPLES; i++) {
            x[i] = graded.at(first + (last - first) * i / SAMPLES);
            scale[i] = scale(shape, x[i]);
            if (scale[i] < width) {
                width = scale[i];
                focus = x[i];
            }
        }
        // Chebyshev points are dense at the ends already.
        boolean atEnd = focus == range.from() || focus == range.to();
        boolean pays = width < (atEnd ? 0.1 : 0.25) * range.length();
        for (int i = 0; i <= SAMPLES; i++) {
            // Half: the length is an estimate.
            pays &= scale[i] >= 0.5 * Math.hypot(width, x[i] - focus);
        }
        if (always && Double.isInfinite(width)) {
            return graded;
        }
        return pays || always ? new Stretch(focus, atEnd ? AT_END * width : width) : Stretch.NONE;
    }

    private static double scale(ValleyShape shape, double x) {
        double least = Double.POSITIVE_INFINITY;
        for (Profile flatness : shape.flatness()) {
            double f = flatness.value(x);
            double slope = flatness.slope(x);
            least = Math.min(least, f / Math.sqrt(slope * slope + Math.abs(f * flatness.curvature(x))));
        }
        return least;
    }

    /** The length of what has points, in units of the length over which the flatness changes. */
    public double features() {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double first = axis.stretch().inverse(axis.from());
        double step = (axis.stretch().inverse(end()) - first) / SAMPLES;
        double sum = 0.0;
        for (int i = 0; i < SAMPLES; i++) {
            double s = first + (i + 0.5) * step;
            sum += step * axis.stretch().slope(s) / scale(shape, axis.stretch().at(s));
        }
        return sum;
    }

    /** The whole axis along the valley. */
    AxisDesign whole() {
        return whole;
    }

    /** The axis of the equations: the upper half of the whole where that is its own mirror image and no ring. */
    public AxisDesign axis() {
        return axis;
    }

    /** Collocation points on {@link #axis()}, {@code n} or one more; on half of a ring for a mirrored one. */
    Collocation points(int n) {
        return mirrored && ring() ? Collocation.mirrored(axis, n) : Collocation.of(axis, n);
    }

    /** Whether {@link #points} are the same for both numbers: around a ring they are odd. */
    boolean samePoints(int n, int m) {
        return ring() ? (n | 1) == (m | 1) : n == m;
    }

    private boolean ring() {
        return whole.lower() == Boundary.PERIODIC;
    }

    /** True where the valley is its own mirror image about the middle of the range. */
    boolean mirrored() {
        return mirrored;
    }

    /** The lower end of the whole. */
    public double from() {
        return whole.from();
    }

    /** The upper end of the whole. */
    public double to() {
        return whole.to();
    }

    /** The mirror image of a point. */
    double image(double x) {
        return whole.from() + whole.to() - x;
    }

    /** The point of {@link #axis()} that stands for a point of the whole. */
    double reduced(double x) {
        return mirrored && x < axis.from() ? image(x) : x;
    }

    /** Where the points end: a mirrored ring has its axis all around, but points on its first half. */
    double end() {
        return mirrored && ring() ? 0.5 * (whole.from() + whole.to()) : axis.to();
    }

    /** How often the whole holds what has points. */
    double images() {
        return mirrored ? 2.0 : 1.0;
    }

    /** The interval of x that a marginal is shown on. */
    Interval shown() {
        return shown;
    }

    /**
     * The relative error that the cut leaves in the mean of a diagnostic. The wall that stands at the cut bends mode 2
     * in a layer before it, so the share of the mean beyond that layer counts, as the floor has it, doubled, and
     * corrected for how much heavier the tail of the law is at the cut. NaN where the mean does not exist.
     */
    double error(Diagnostic diagnostic, Law law) {
        if (open.isEmpty()) {
            return 0.0;
        }
        Line line = Line.of(setting);
        DoubleUnaryOperator function = Relaxed.of(diagnostic, line, setting.surface().dimension());
        Interval domain = setting.domain().along();
        double from = whole.from() + (Double.isInfinite(domain.from()) ? layer(setting, whole.from(), 1) : 0.0);
        double to = whole.to() - (Double.isInfinite(domain.to()) ? layer(setting, whole.to(), -1) : 0.0);
        boolean exists = open.get().meanExists(function, setting.start()[0]);
        double heavier = Math.max(1.0, Math.max(heavier(law, whole.from()), heavier(law, whole.to())));
        return exists && from < to
                ? 2.0 * heavier * open.get().shareOutside(function, new Interval(from, to, Boundary.OPEN))
                : Double.NaN;
    }

    /** A range with room for the layers before the walls at its cuts, as far as the floor was followed. */
    private static Interval withLayers(PlainSetting setting, ValleyFloor floor, Interval range) {
        Interval domain = setting.domain().along();
        double from = range.from() - layer(setting, range.from(), 1);
        double to = range.to() + layer(setting, range.to(), -1);
        return new Interval(Double.isInfinite(domain.from()) ? Math.max(floor.range().from(), from) : domain.from(),
                Double.isInfinite(domain.to()) ? Math.min(floor.range().to(), to) : domain.to(), Boundary.OPEN);
    }

    /**
     * The length over which mode 2 forgets a wall, of D_xx q'' + drift q' = (2 / F^2) q; a drift that leads away from
     * the wall makes it shorter.
     *
     * @param inward the sign of the way from the wall
     */
    private static double layer(PlainSetting setting, double at, int inward) {
        double flatness = setting.surface().geometry().shape().orElseThrow().flatness().get(0).value(at);
        Line line = Line.of(setting);
        double diffusion = line.diffusion(at);
        double drift = inward * line.drift(at);
        double root = Math.sqrt(drift * drift + 8.0 * diffusion / (flatness * flatness));
        return drift > 0.0 ? 2.0 * diffusion / (drift + root)
                : 0.25 * flatness * flatness * (root - drift);
    }

    private double heavier(Law law, double at) {
        return law.marginal(at) / Math.exp(open.orElseThrow().logDensity(at));
    }
}
