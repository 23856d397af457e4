package org.thalweg.fokkerplanck.law;

import java.util.Locale;

/** How a stationary density is computed. */
public enum DensityMethod {
    /**
     * For two parameters the hierarchy on the valleys it can do, finite volumes on all else; quadrature otherwise. The
     * notes say what was chosen and why.
     */
    AUTO,
    /**
     * Quadrature along the valley floor: any number of sharp directions; asymptotic (fast relaxation across the
     * valley), exact for a single parameter.
     */
    QUADRATURE,
    /** The two-dimensional Fokker-Planck equation on three nested grids. */
    FINITE_VOLUME,
    /** Hermite modes across a valley, spectral along it, to a tolerance. */
    HIERARCHY;

    /** The name used in options and reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
