package org.thalweg.spectra;

import org.thalweg.network.Propagation;

/**
 * L(theta + rho g / |g|) - L(theta), g the gradient: sharpness by the one step of sharpness-aware minimisation
 * [FKMN21].
 */
public final class SamSharpness {
    private SamSharpness() {}

    /** NaN where the gradient vanishes. */
    public static double oneStep(Propagation network, double[] theta, double radius) {
        double[] there = new double[theta.length];
        double here = network.lossAndGradient(theta, there);
        double squares = 0.0;
        for (double g : there) {
            squares += g * g;
        }
        double factor = radius / Math.sqrt(squares);
        for (int i = 0; i < there.length; i++) {
            there[i] = theta[i] + factor * there[i];
        }
        return network.loss(there) - here;
    }
}
