package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.List;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleySurvival;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.line.FloorPassage;
import org.thalweg.fokkerplanck.volumes.VolumeSurvival;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/** The share of particles that have not reached the flat set, by time. */
public final class Survival {
    /** Largest estimated error of a value by the hierarchy where nothing is said: far below what a figure shows. */
    public static final double TOLERANCE = 1e-7;

    /** Shares whose times are named. */
    public static final List<Double> SHARES = List.of(0.1, 0.25, 0.5, 0.75, 0.9);
    /** From a hundredth of the floor's mean time to ten of them, where e^-10 have not arrived. */
    private static final double FIRST = 0.01;
    private static final double LAST = 10.0;

    private Survival() {}

    /** Times that show a survival function from beginning to end, in equal ratios. */
    public static double[] times(PlainSetting setting, int count) {
        double mean = FloorPassage.of(setting).mean().value();
        double[] times = new double[count];
        Arrays.setAll(times, k -> mean * FIRST * Math.pow(LAST / FIRST, k / (count - 1.0)));
        return times;
    }

    /** The time by which a share has arrived. */
    public static Quantity quantile(double share) {
        return Quantity.of("convergence_time_quantile_" + Math.round(100.0 * share));
    }

    /**
     * The survival function by the same method as a density; AUTO takes the finite volumes where the hierarchy does not
     * serve, QUADRATURE the valley floor: asymptotic, but for a setting with one parameter.
     *
     * @param times learning times, positive, increasing
     * @throws Refusal where there is no flat set, it cannot be reached, or the start is a distribution
     * @throws NumericsException where the computation fails
     */
    public static SurvivalFunction by(DensityMethod method, PlainSetting setting, double[] times,
            Resolution resolution) {
        return switch (method) {
            case QUADRATURE -> VolumeSurvival.onFloor(setting, times);
            case HIERARCHY -> ValleySurvival.attempt(setting, times, TOLERANCE).orThrow();
            case FINITE_VOLUME -> VolumeSurvival.of(setting, times, resolution);
            case AUTO -> {
                Attempt<SurvivalFunction> found = ValleySurvival.attempt(setting, times, TOLERANCE);
                yield found.found().orElseGet(() -> VolumeSurvival.of(setting, times, resolution));
            }
        };
    }
}
