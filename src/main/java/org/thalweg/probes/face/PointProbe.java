package org.thalweg.probes.face;

import java.util.Optional;

/** What is measured at one point of the parameters. */
public abstract class PointProbe extends Probe {
    /** Why what is about rows of weights cannot be had of other groups. */
    protected static final String WEIGHTS_ONLY = "is of weights, and this layer has none; give --layer W1 or another W";

    /** With its name and its quantities, see {@link Probe}. */
    protected PointProbe(String key, String... quantities) {
        super(key, quantities);
    }

    /**
     * Measures.
     *
     * @param readings where the numbers go
     */
    public abstract void measure(ProbePoint point, Readings readings);

    /** True for one that is about all parameters, whatever layer is asked for. */
    public boolean ofTheWhole() {
        return false;
    }

    /** Products with the Hessian at a point; 0 for one that stops where it is exact enough. */
    public long products(ProbePlan plan) {
        return 0;
    }

    /** True for what is measured only where it is asked for by name, however cheap. */
    public boolean onlyByName() {
        return false;
    }

    /** What should be known of its numbers, in words; empty where they are as exact as can be. */
    public Optional<String> remark(ProbePlan plan) {
        return Optional.empty();
    }

    /** True for one that needs second derivatives of the loss. */
    public boolean needsDerivatives() {
        return false;
    }
}
