package org.thalweg.model;

import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.refusal.Refusal;

/**
 * What double arithmetic carries. Learning rate, variance and anisotropy are multiplied with each other and squared (D
 * = eta sigma2 / 2, D kappa, eta^2 sigma2, D^2): a product of three numbers from 1e-100 to 1e100 is a normal double,
 * from 2.2e-308 to 1.8e308. Units are not the question: a model in metres and joules is within by eighty decades.
 */
final class Carried {
    /** The largest such number; its inverse is the smallest. */
    static final double LARGEST = 1e100;

    /** A limit that comes out of a division is still the limit. */
    private static final double ROUNDING = 1e-12;

    private Carried() {}

    /** Refuses numbers that arithmetic does not carry. */
    static void check(Sgd sgd, GradientNoise noise) {
        check("learning rate", sgd.learningRate());
        noise.batchVariance().ifPresent(value -> check("batch variance", value));
        noise.anisotropy().ifPresent(value -> check("anisotropy", value));
    }

    private static void check(String name, double value) {
        if (!(value >= (1.0 - ROUNDING) / LARGEST && value <= (1.0 + ROUNDING) * LARGEST)) {
            throw new Refusal(name + " " + value + " is beyond what double arithmetic carries; give one from "
                    + 1.0 / LARGEST + " to " + LARGEST);
        }
    }
}
