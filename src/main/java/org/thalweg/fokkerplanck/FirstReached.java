package org.thalweg.fokkerplanck;

import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyCommittor;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.volumes.VolumeCommittor;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** Which of two places along x is reached first: the committor of the plane. */
public final class FirstReached {
    /** Largest estimated error by the hierarchy. */
    private static final double TOLERANCE = 1e-8;

    private FirstReached() {}

    /**
     * The committor between {x &lt;= from} and {x &gt;= to} by the same method as a density; AUTO takes the finite
     * volumes where the hierarchy does not serve.
     *
     * @param resolution of the finest grid, and of the field
     * @throws Refusal where the method cannot do the setting
     * @throws NumericsException where the computation fails
     */
    public static Committor by(DensityMethod method, PlainSetting setting, double from, double to,
            Resolution resolution) {
        return switch (method) {
            case QUADRATURE -> throw new Refusal("a committor of the plane is not for the method quadrature, which"
                    + " knows the floor; use hierarchy or finite-volume");
            case HIERARCHY -> ValleyCommittor.attempt(setting, from, to, resolution, TOLERANCE).orThrow();
            case FINITE_VOLUME -> VolumeCommittor.of(setting, from, to, resolution);
            case AUTO -> ValleyCommittor.attempt(setting, from, to, resolution, TOLERANCE).found()
                    .orElseGet(() -> VolumeCommittor.of(setting, from, to, resolution));
        };
    }
}
