package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** A way of solving the stationary equation and the backward one. What it cannot do it says when asked. */
interface Solver {
    /** Why a setting is not for this way; empty where nothing is known against it before work begins. */
    Optional<Refusal> refuses(PlainSetting setting);

    /** The stationary density; what was chosen and found goes to the notes. */
    DensitySolution density(PlainSetting setting, Resolution resolution, double tolerance, List<String> notes);

    /** The mean first-passage time from a start that is one point outside the flat set. */
    PassageTime passageTime(PlainSetting setting, Resolution resolution, double tolerance);

    /** The way of a name. */
    static Solver of(DensityMethod method) {
        return switch (method) {
            case FINITE_VOLUME -> new ByVolumes();
            case HIERARCHY -> new ByHierarchy();
            case QUADRATURE -> new ByQuadrature();
            case AUTO -> new ByChoice();
        };
    }
}
