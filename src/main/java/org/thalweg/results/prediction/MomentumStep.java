package org.thalweg.results.prediction;

import org.thalweg.model.Sgd;

/**
 * What momentum does to the finite steps of literal SGD, beside plain SGD at the effective rate eta / (1 - beta) and in
 * its drift time; derived in docs/theory/momentum.md.
 *
 * @param across the step of plain SGD with the same variance across a valley, in effective rates: (1 - beta) / (1 +
 *     beta) for the heavy ball; negative where the variance is smaller than that of the diffusion
 * @param edge the step of plain SGD that oversteps an edge as far, in effective rates: 1 + pi beta / (1 - beta)
 * @param memory how long a gradient goes on acting, in effective rates: beta / (1 - beta)
 */
public record MomentumStep(double across, double edge, double memory) {
    /** Plain SGD, and schemes of the SDE. */
    public static final MomentumStep NONE = new MomentumStep(1.0, 1.0, 0.0);

    /** The inertia of an optimiser. */
    public static MomentumStep of(Sgd sgd) {
        double beta = sgd.momentum();
        if (beta == 0.0) {
            return NONE;
        }
        double across = sgd.nesterov()
                ? (1.0 + beta - 2.0 * beta * beta - 4.0 * beta * beta * beta) / (1.0 + beta)
                : (1.0 - beta) / (1.0 + beta);
        return new MomentumStep(across, 1.0 + Math.PI * beta / (1.0 - beta), beta / (1.0 - beta));
    }
}
