package org.thalweg.fokkerplanck;

import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleySurvival;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.SurvivalFunction;
import org.thalweg.fokkerplanck.volumes.VolumeSurvival;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** The share of particles that have not reached the flat set, by time. */
public final class Survival {
    /** Largest estimated error of a value by the hierarchy where nothing is said: far below what a figure shows. */
    public static final double TOLERANCE = 1e-7;

    private Survival() {}

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
