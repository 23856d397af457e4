package org.thalweg.fokkerplanck.volumes;

import org.thalweg.fokkerplanck.grid.Bernoulli;

/**
 * Fluxes between two cell centres.
 *
 * <p>With q = D p, w the integral of b / D from one centre to the next and d their distance, the flux is
 * (weight(-w) q_left - weight(w) q_right) / d. A scheme is its weight: non-negative, so that jump rates are, with
 * weight(z) - weight(-z) = -z, so that it is consistent.
 */
public enum FluxSchemes {
    /**
     * Scharfetter and Gummel 1969: the exact flux for constant b / D and no sources. weight(z) = B(z) = z / (e^z - 1).
     * Second order, monotone for any step, and exact at the centres in equilibrium.
     */
    SCHARFETTER_GUMMEL(2) {
        @Override
        double weight(double z) {
            return Bernoulli.of(z);
        }
    },
    /**
     * First-order upwind: central diffusion, drift from the windward side. Kept as a witness that shares no
     * exponential.
     */
    UPWIND(1) {
        @Override
        double weight(double z) {
            return 1.0 + Math.max(-z, 0.0);
        }
    };

    private final int order;

    FluxSchemes(int order) {
        this.order = order;
    }

    /** The order of accuracy in the cell width. */
    public int order() {
        return order;
    }

    /** The weight of the cell from which an exponent -z drives away; z may be any number. */
    abstract double weight(double z);
}
