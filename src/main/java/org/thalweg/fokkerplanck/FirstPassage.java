package org.thalweg.fokkerplanck;

import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/**
 * The mean learning time from a setting's start to its flat set, {x: F(x) &gt;= level}.
 *
 * <p>It solves the backward equation b . grad T + sum_i D_ii d_i^2 T = -1 with T = 0 on the flat set, whose edges are
 * faces of the grid. From a start inside the flat set the time is 0; from a starting distribution it is the mean over
 * it.
 */
public final class FirstPassage {
    private FirstPassage() {}

    /**
     * The first-passage time by the same method as a density; AUTO takes the finite volumes where the hierarchy does
     * not serve. The hierarchy does one sharp direction; for several the time is that of the valley floor, as by
     * quadrature: asymptotic, fast relaxation across.
     *
     * @param resolution of the finest grid of the finite volumes
     * @param tolerance of the hierarchy: largest estimated relative error
     * @throws Refusal where there is no flat set, or nobody can reach it
     * @throws NumericsException where the computation fails
     */
    public static PassageTime by(DensityMethod method, PlainSetting setting, Resolution resolution, double tolerance) {
        if (setting.startDistribution().isPresent()) {
            return PassageTime.mixture(setting, start -> by(method, start, resolution, tolerance));
        }
        Solver solver = Solver.of(method);
        Refusal.raise(solver.refuses(setting));
        return Approach.arrived(setting) ? PassageTime.NONE : solver.passageTime(setting, resolution, tolerance);
    }

    /** Along the valley floor. */
    public static PassageTime onFloor(PlainSetting setting) {
        return by(DensityMethod.QUADRATURE, setting, Resolution.DEFAULT, 0.0);
    }
}
