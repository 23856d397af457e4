package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** Solves for the density that does not change any more. */
public final class StationaryDensity {
    /** The tolerance of the hierarchy where nothing is said. */
    public static final double DEFAULT_TOLERANCE = 1e-8;

    private StationaryDensity() {}

    /** The stationary density of a setting, by the hierarchy to its default tolerance. Solves may run in parallel. */
    public static DensitySolution solve(PlainSetting setting, DensityMethod method, Resolution resolution) {
        return solve(setting, method, resolution, DEFAULT_TOLERANCE);
    }

    /**
     * The stationary density of a setting.
     *
     * @param resolution of the finest grid of the finite volumes, of {@link DensitySolution#density()} by the
     *     hierarchy; not used by the quadrature
     * @param tolerance of the hierarchy: largest estimated error of the marginal, int |error| dx; not used otherwise.
     *     AUTO that cannot reach it quickly takes the finite volumes, and the notes say why
     * @throws Refusal where the method cannot do the setting; names the remedy
     * @throws NoStationaryStateException where there is none
     * @throws NumericsException where the computation fails
     */
    public static DensitySolution solve(PlainSetting setting, DensityMethod method, Resolution resolution,
            double tolerance) {
        return Solver.of(method).density(setting, resolution, tolerance, new ArrayList<>());
    }

    /** The same as an outcome: the density, or why there is none, be that known before work begins or after. */
    public static Attempt<DensitySolution> attempt(PlainSetting setting, DensityMethod method, Resolution resolution) {
        Optional<Refusal> refusal = refuses(setting, method);
        if (refusal.isPresent()) {
            return new Attempt.NotFound<>(refusal.get());
        }
        try {
            return Attempt.settled(() -> solve(setting, method, resolution));
        } catch (Refusal onTheGrid) {
            // Too much coupling for a grid, or mass at a ridge, is known once the coefficients are.
            return new Attempt.NotFound<>(onTheGrid);
        }
    }

    /** Why a method cannot do a setting, with the remedy; empty where nothing is known against it. */
    public static Optional<Refusal> refuses(PlainSetting setting, DensityMethod method) {
        return Solver.of(method).refuses(setting);
    }
}
