package org.thalweg.fokkerplanck.hierarchy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.linear.KrylovFlow;
import org.thalweg.fokkerplanck.linear.Resolvent;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/**
 * Who has not reached the flat set by a time, by the hierarchy: exp(t B) 1 at the start, B the backward operator with 0
 * at the edges of the set. No time steps ({@link KrylovFlow}).
 */
public final class ValleySurvival {
    /** Error in time. */
    private static final double ERROR_IN_TIME = 1e-10;
    private static final int FIRST_POINTS = 32;
    private static final int FIRST_MODES = 5;
    private static final int MOST_POINTS = 200;
    private static final int MOST_MODES = 32;

    private ValleySurvival() {}

    /**
     * The survival function of the plane, or why there is none by this method.
     *
     * @param times positive, increasing
     * @param tolerance largest estimated error of any of its values
     * @throws Refusal where there is no flat set, it cannot be reached, or the start is a distribution
     */
    public static Attempt<SurvivalFunction> attempt(PlainSetting setting, double[] times, double tolerance) {
        Optional<Refusal> refusal = ValleyPassage.refuses(setting);
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : Attempt.of(() -> between(setting, Approach.bounded(setting, Line.of(setting), Approach.FARTHEST),
                        times, tolerance));
    }

    /** Who has not left a stretch by one of its absorbing ends. */
    public static Attempt<SurvivalFunction> between(PlainSetting setting, Approach approach, double[] times,
            double tolerance) {
        SurvivalFunction.refuseDistributions(setting);
        Optional<Refusal> refusal = ValleyPassage.refuses(setting).or(() -> ValleyPassage.refuses(setting, approach));
        return refusal.isPresent() ? new Attempt.NotFound<>(refusal.get())
                : Attempt.of(() -> new Attempt.Found<>(settled(setting, approach, times, tolerance)));
    }

    private static SurvivalFunction settled(PlainSetting setting, Approach approach, double[] times,
            double tolerance) {
        AxisDesign axis = HierarchyPassage.axis(setting, approach);
        int points = FIRST_POINTS;
        int modes = FIRST_MODES;
        double[] before = survival(setting, axis, points, modes, times);
        double moved = Double.POSITIVE_INFINITY;
        while (points <= MOST_POINTS && modes <= MOST_MODES) {
            points += points / 3;
            modes += Math.max(1, modes / 5);
            double[] now = survival(setting, axis, points, modes, times);
            moved = 0.0;
            for (int k = 0; k < now.length; k++) {
                moved = Math.max(moved, Math.abs(now[k] - before[k]));
            }
            if (moved <= tolerance) {
                double[] error = new double[now.length];
                Arrays.fill(error, moved + ERROR_IN_TIME);
                return new SurvivalFunction(times, now, error);
            }
            before = now;
        }
        throw new NumericsException(String.format(Locale.ROOT, "the survival function of the hierarchy has not settled"
                + " to %.1e with %d points and %d modes (%.1e); use the method finite-volume", tolerance, points, modes,
                moved));
    }

    private static double[] survival(PlainSetting setting, AxisDesign axis, int points, int modes, double[] times) {
        Collocation grid = Collocation.of(axis, points);
        double[] everybody = new double[modes * grid.size()];
        Arrays.fill(everybody, 0, grid.size(), 1.0);
        Resolvent resolvent = tau -> {
            BackwardHierarchy backward = new BackwardHierarchy(setting, grid, modes, 0, 1.0 / tau);
            return f -> {
                for (int k = 0; k < f.length; k++) {
                    f[k] /= tau;
                }
                backward.solve(f);
            };
        };
        return KrylovFlow.backward(resolvent, everybody, BackwardHierarchy.weights(setting, grid, modes, 0), times,
                ERROR_IN_TIME);
    }
}
