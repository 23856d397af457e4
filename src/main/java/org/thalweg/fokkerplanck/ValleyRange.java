package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;
import org.thalweg.model.Profile;
import org.thalweg.model.Setting;

/** The finite stretch of a valley on which the hierarchy is solved, and how its points are graded. */
final class ValleyRange {
    /** Mass cut off along an open valley, judged by its floor, whose tail may be lighter: far below every tolerance. */
    private static final double NEGLIGIBLE_MASS = 1e-14;
    /** Samples of the flatness: more than there are collocation points in a typical solve. */
    private static final int SAMPLES = 256;

    private final Setting setting;
    private final AxisDesign axis;
    private final Interval shown;
    /** The floor by which an open valley was cut; empty for other domains. */
    private final Optional<ValleyFloor> open;

    private ValleyRange(Setting setting, AxisDesign axis, Interval shown, Optional<ValleyFloor> open) {
        this.setting = setting;
        this.axis = axis;
        this.shown = shown;
        this.open = open;
    }

    /** The range of a valley; {@code notes} is modified. */
    static ValleyRange of(Setting setting, List<String> notes) {
        Interval domain = setting.domain().along();
        Boundary wall = Truncation.wall(domain);
        if (domain.bounded()) {
            if (domain.boundary() == Boundary.OPEN) {
                notes.add("x ends at " + domain.from() + " and " + domain.to() + " as given, with walls");
            }
            Stretch stretch = wall == Boundary.PERIODIC ? Stretch.NONE : stretch(setting, domain, false);
            return new ValleyRange(setting, new AxisDesign(domain.from(), domain.to(), wall, wall, stretch), domain,
                    Optional.empty());
        }
        ValleyFloor floor = ValleyFloor.of(setting);
        Interval kept = withLayers(setting, floor, floor.effectiveRange(NEGLIGIBLE_MASS));
        Stretch stretch = stretch(setting, kept, true);
        Interval effective = floor.effectiveRange(Truncation.MASS_NOT_SHOWN);
        notes.add(String.format(Locale.ROOT, "x truncated to [%.5g, %.5g], mass outside about %.1g", kept.from(),
                kept.to(), Math.max(floor.shareOutside(x -> 1.0, kept), NEGLIGIBLE_MASS)));
        return new ValleyRange(setting, new AxisDesign(kept.from(), kept.to(), wall, wall, stretch), effective,
                Optional.of(floor));
    }

    /**
     * Points gather where the flatness changes over the shortest length, F / sqrt(F'^2 + |F F''|), if that is much
     * shorter than the range and grows away from there; the ends of an infinite range are far away whatever F does.
     */
    private static Stretch stretch(Setting setting, Interval range, boolean always) {
        Profile flatness = setting.surface().valley().orElseThrow().flatness().get(0);
        double focus = 0.0;
        double width = Double.POSITIVE_INFINITY;
        double[] x = new double[SAMPLES + 1];
        double[] scale = new double[SAMPLES + 1];
        // Graded samples, since the range of an open valley may span nine decades.
        Stretch wide = always ? new Stretch(setting.start()[0], 1.0) : Stretch.NONE;
        double first = wide.inverse(range.from());
        double last = wide.inverse(range.to());
        for (int i = 0; i <= SAMPLES; i++) {
            x[i] = wide.at(first + (last - first) * i / SAMPLES);
            double f = flatness.value(x[i]);
            double slope = flatness.slope(x[i]);
            scale[i] = f / Math.sqrt(slope * slope + Math.abs(f * flatness.curvature(x[i])));
            if (scale[i] < width) {
                width = scale[i];
                focus = x[i];
            }
        }
        boolean pays = width < 0.25 * range.length();
        for (int i = 0; i <= SAMPLES; i++) {
            // Half: the length is an estimate.
            pays &= scale[i] >= 0.5 * Math.hypot(width, x[i] - focus);
        }
        if (always && Double.isInfinite(width)) {
            return wide;
        }
        return pays || always ? new Stretch(focus, width) : Stretch.NONE;
    }

    /** The axis along the valley. */
    AxisDesign axis() {
        return axis;
    }

    /** The interval of x that a marginal is shown on. */
    Interval shown() {
        return shown;
    }

    /**
     * The relative error that the cut leaves in the mean of a diagnostic. The wall that stands at the cut bends mode 2 in
     * a layer before it, so the share of the mean beyond that layer counts, as the floor has it, doubled, and corrected
     * for how much heavier the tail of the law is at the cut. NaN where the mean does not exist.
     */
    double error(Diagnostic diagnostic, Law law) {
        if (open.isEmpty()) {
            return 0.0;
        }
        Line line = Line.of(setting);
        DoubleUnaryOperator function = HierarchyLaw.relaxed(diagnostic, line);
        Interval domain = setting.domain().along();
        double from = axis.from() + (Double.isInfinite(domain.from()) ? layer(setting, axis.from()) : 0.0);
        double to = axis.to() - (Double.isInfinite(domain.to()) ? layer(setting, axis.to()) : 0.0);
        boolean exists = open.get().meanExists(function, setting.start()[0]);
        double heavier = Math.max(1.0, Math.max(heavier(law, axis.from()), heavier(law, axis.to())));
        return exists && from < to
                ? 2.0 * heavier * open.get().shareOutside(function, new Interval(from, to, Boundary.OPEN))
                : Double.NaN;
    }

    /** A range with room for the layers before the walls at its cuts, as far as the floor was followed. */
    private static Interval withLayers(Setting setting, ValleyFloor floor, Interval range) {
        Interval domain = setting.domain().along();
        double from = range.from() - layer(setting, range.from());
        double to = range.to() + layer(setting, range.to());
        return new Interval(Double.isInfinite(domain.from()) ? Math.max(floor.range().from(), from) : domain.from(),
                Double.isInfinite(domain.to()) ? Math.min(floor.range().to(), to) : domain.to(), Boundary.OPEN);
    }

    /** The length over which mode 2 forgets a wall: D_xx q'' = (2 / F^2) q. */
    private static double layer(Setting setting, double at) {
        double flatness = setting.surface().valley().orElseThrow().flatness().get(0).value(at);
        return flatness * Math.sqrt(0.5 * Line.of(setting).diffusion(at));
    }

    private double heavier(Law law, double at) {
        return law.marginal(at) / Math.exp(open.orElseThrow().logDensity(at));
    }
}
