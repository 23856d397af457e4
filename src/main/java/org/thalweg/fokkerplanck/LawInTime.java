package org.thalweg.fokkerplanck;

import java.util.List;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyEvolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** The law at times after a start, by a method. */
public final class LawInTime {
    private LawInTime() {}

    /**
     * The laws. HIERARCHY begins at a point and does valleys; AUTO takes the finite volumes, which do any start and
     * plane.
     *
     * @param times positive, increasing
     * @param resolution of the finest grid, or of the plane that the hierarchy is shown on
     * @param tolerance of the hierarchy: largest estimated int |error| of a marginal
     * @throws Refusal where the method does not serve; names the remedy
     */
    public static List<DensitySolution> by(DensityMethod method, PlainSetting setting, List<Double> times,
            Resolution resolution, double tolerance) {
        DensityEvolution.check(times);
        return switch (method) {
            case QUADRATURE -> throw new Refusal("the method quadrature gives stationary laws; use hierarchy or"
                    + " finite-volume for laws in time");
            case HIERARCHY -> ValleyEvolution.attempt(setting, times, resolution, tolerance).orThrow();
            case FINITE_VOLUME, AUTO -> DensityEvolution.at(setting, times, resolution);
        };
    }
}
