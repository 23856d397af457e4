package org.thalweg.fokkerplanck.truncation;

import java.util.List;
import java.util.Locale;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.LineRange;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** How far a density can spread along x in a given time from a setting's start. */
public final class SpreadRange {
    /** Gaussian mass beyond 8 standard deviations is 1e-15. */
    private static final double DEVIATIONS = 8.0;
    /** Of the range, in which equal cells would be too few. */
    private static final double SMALL_PART = 0.25;
    private static final int SAMPLES = 128;
    private static final int ITERATIONS = 60;

    private SpreadRange() {}

    /** Finite axes for an evolution up to a time; {@code notes} is modified. */
    public static AxisDesign[] axes(PlainSetting setting, double time, List<String> notes) {
        if (!setting.surface().geometry().valley()) {
            return Truncation.rectangle(setting, SpreadBox.of(setting, time, notes));
        }
        Interval domain = setting.domain().along();
        double from = domain.from();
        double to = domain.to();
        if (!domain.bounded()) {
            double reach = Truncation.startSpread(setting, 0) + reach(Line.of(setting), setting.start()[0], time);
            from = Math.max(from, setting.start()[0] - reach);
            to = Math.min(to, setting.start()[0] + reach);
            notes.add(String.format(Locale.ROOT, "x truncated to [%.5g, %.5g], mass outside negligible at t = %s",
                    from, to, time));
        }
        Boundary wall = Truncation.wall(domain);
        AxisDesign along = new AxisDesign(from, to, wall, wall, domain.bounded() ? Stretch.NONE
                : graded(setting, time, to - from));
        return new AxisDesign[] {along, Truncation.across(setting, from, to, notes)};
    }

    /**
     * Cells gather where the law is, if that is in a small part of the range: a diffusion that grows with x may reach
     * thousands of times as far as most of the mass.
     */
    private static Stretch graded(PlainSetting setting, double time, double length) {
        Line line = Line.of(setting);
        double start = setting.start()[0];
        double width = Truncation.startSpread(setting, 0) + Math.min(
                Math.sqrt(2.0 * line.diffusion(start) * time), stationaryWidth(setting));
        return width < SMALL_PART * length ? new Stretch(start, width) : Stretch.NONE;
    }

    /** Between the outermost twentieths of the stationary mass and the start, where there is some. */
    private static double stationaryWidth(PlainSetting setting) {
        try {
            ValleyFloor floor = ValleyFloor.of(setting);
            double start = setting.start()[0];
            return Math.max(floor.upperQuantile(0.05), start) - Math.min(floor.quantile(0.05), start);
        } catch (NoStationaryStateException spreadsForEver) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /**
     * The distance R = {@value #DEVIATIONS} sqrt(2 D t) + t b, with the largest diffusion D and the largest outward
     * drift b within R; for a restoring drift no more than the stationary spread, where there is one.
     */
    private static double reach(Line line, double start, double time) {
        double reach = DEVIATIONS * Math.sqrt(2.0 * line.diffusion(start) * time);
        double stationary = stationaryReach(line, start);
        for (int i = 0; i < ITERATIONS; i++) {
            double diffusion = 0.0;
            double outward = 0.0;
            for (int k = -SAMPLES; k <= SAMPLES; k++) {
                double x = start + reach * k / SAMPLES;
                if (line.interval().contains(x)) {
                    diffusion = Math.max(diffusion, line.diffusion(x));
                    outward = Math.max(outward, Integer.signum(k) * line.drift(x));
                }
            }
            double next = Math.min(stationary, DEVIATIONS * Math.sqrt(2.0 * diffusion * time) + outward * time);
            // One part in a thousand is far less than the margin of the deviations.
            if (next <= reach * 1.001) {
                return reach;
            }
            reach = next;
        }
        throw new Refusal("how far the density spreads along x by t = " + time
                + " cannot be told; give a finite domain.x");
    }

    private static double stationaryReach(Line line, double start) {
        try {
            Interval range = LineRange.of(line, line.interval().focus(start));
            return Math.max(range.to() - start, start - range.from());
        } catch (NoStationaryStateException spreadsForEver) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
