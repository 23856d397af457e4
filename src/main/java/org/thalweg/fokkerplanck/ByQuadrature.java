package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.line.FloorLaw;
import org.thalweg.fokkerplanck.line.FloorPassage;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.Relaxed;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** Quadrature along x: one parameter exactly, the floor of a valley asymptotically. */
final class ByQuadrature implements Solver {
    /** ln P of an escape that nobody will see: e^-35 is below the rounding error of the mass. */
    private static final double LARGEST_AT_A_RIDGE = -35.0;

    @Override
    public Optional<Refusal> refuses(PlainSetting setting) {
        return Line.refuses(setting);
    }

    @Override
    public DensitySolution density(PlainSetting setting, Resolution resolution, double tolerance, List<String> notes) {
        if (setting.surface().geometry() != Geometry.LINE) {
            notes.add("valley-floor quadrature: asymptotic, the sharp directions relax at once");
        }
        ValleyFloor coarse = ValleyFloor.of(setting, 1);
        ValleyFloor fine = ValleyFloor.of(setting, 2);
        if (!setting.domain().along().bounded()) {
            notes.add(String.format(Locale.ROOT, "x followed from %.5g to %.5g", fine.range().from(),
                    fine.range().to()));
        }
        requireRidges(setting, fine, notes);
        return DensitySolution.of(DensityMethod.QUADRATURE, setting,
                List.of(new FloorLaw(setting, coarse), new FloorLaw(setting, fine)),
                fine.effectiveRange(Truncation.MASS_NOT_SHOWN), diagnostic -> fine.tailError(
                        Relaxed.of(diagnostic, Line.of(setting), setting.surface().dimension())), notes);
    }

    @Override
    public PassageTime passageTime(PlainSetting setting, Resolution resolution, double tolerance) {
        return FloorPassage.of(setting);
    }

    /** On the open line the law of a basin stands for itself only while next to nothing leaks over its ridges. */
    private static void requireRidges(PlainSetting setting, ValleyFloor floor, List<String> notes) {
        Interval basin = setting.surface().basin();
        for (double ridge : new double[] {basin.from(), basin.to()}) {
            if (Double.isInfinite(ridge) || setting.domain().along().bounded() || !floor.range().contains(ridge)) {
                continue;
            }
            double log = floor.logDensity(ridge);
            if (log > LARGEST_AT_A_RIDGE) {
                throw new NoStationaryStateException(String.format(Locale.ROOT, "no stationary state: beyond x = %.5g"
                        + " the loss falls for ever, and the density there is still e^%.3g; lower the temperature or"
                        + " close the domain", ridge, log));
            }
            notes.add(String.format(Locale.ROOT, "beyond x = %.5g the loss falls for ever; the density there is"
                    + " e^%.3g, and what is beyond is left out", ridge, log));
        }
    }
}
