package org.thalweg.fokkerplanck.hierarchy;

import java.util.Locale;
import java.util.Optional;
import org.hipparchus.special.Erf;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.CutTail;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** Mean first-passage times of a valley by its hierarchy, with what the tail that was cut off adds. */
public final class ValleyPassage {
    private static final int SAMPLES = 256;
    /** A share as small as the tolerances that are asked for. */
    private static final double NOBODY = 1e-8;

    private ValleyPassage() {}

    /**
     * The first-passage time of the two-dimensional diffusion of a valley by its hierarchy.
     *
     * @param tolerance largest estimated relative error
     * @throws Refusal where the hierarchy cannot do the setting, or there is no flat set within reach
     * @throws NumericsException where the tolerance is not reached
     */
    public static PassageTime of(PlainSetting setting, double tolerance) {
        return attempt(setting, tolerance).orThrow();
    }

    /** The first-passage time, or why there is none by this method; as {@link #of} otherwise. */
    public static Attempt<PassageTime> attempt(PlainSetting setting, double tolerance) {
        Optional<Refusal> refusal = refuses(setting);
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : Attempt.of(() -> inReach(setting, tolerance));
    }

    private static Attempt<PassageTime> inReach(PlainSetting setting, double tolerance) {
        Line line = Line.of(setting);
        Approach approach = Approach.bounded(setting, line, Approach.FARTHEST);
        Optional<Refusal> refusal = refuses(setting, approach);
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : new Attempt.Found<>(CutTail.widened(
                        HierarchyPassage.solve(setting, approach, tolerance), setting, line, approach));
    }

    /** Why the backward equation of a setting is not for the hierarchy, as far as is known before work begins. */
    static Optional<Refusal> refuses(PlainSetting setting) {
        return ValleyHierarchy.refuses(setting).or(() -> setting.surface().geometry().planar() ? Optional.empty()
                : Optional.of(new Refusal("passage times by the hierarchy need one sharp direction; use the method"
                        + " quadrature")));
    }

    /** Why it is not on a stretch: kinks, noise that varies across, walls across. */
    static Optional<Refusal> refuses(PlainSetting setting, Approach approach) {
        return ValleyHierarchy.kink(
                        setting.surface().geometry().shape().orElseThrow(), approach.from(), approach.to())
                .or(() -> HierarchyPassage.refuses(setting, approach)).or(() -> nearWall(setting, approach));
    }

    /** Functions of y live on the whole line across: walls must be where nobody comes. */
    private static Optional<Refusal> nearWall(PlainSetting setting, Approach approach) {
        Interval across = setting.domain().interval(1);
        double reach = Math.max(0.0, Math.min(-across.from(), across.to()));
        if (Double.isInfinite(reach)) {
            return Optional.empty();
        }
        Line line = Line.of(setting);
        Interval domain = setting.domain().along();
        double widest = 0.0;
        for (int k = 0; k <= SAMPLES; k++) {
            double x = approach.from() + (approach.to() - approach.from()) * k / SAMPLES;
            widest = Math.max(widest,
                    line.squareAcross(domain.boundary() == Boundary.PERIODIC ? domain.fold(x) : x));
        }
        double beyond = Erf.erfc(reach / Math.sqrt(2.0 * widest));
        return beyond <= NOBODY ? Optional.empty() : Optional.of(new Refusal(String.format(Locale.ROOT, "y ends at"
                + " %.4g, where a share of %.1g would lie beyond, and the hierarchy knows no walls across; use the"
                + " method finite-volume, or leave y out of the domain", reach, beyond)));
    }
}
