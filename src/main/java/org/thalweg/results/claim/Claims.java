package org.thalweg.results.claim;

import java.util.List;

/** The catalogue of claims, in the order in which they are judged. */
public final class Claims {
    /** All claims. */
    public static final List<ClaimTest> ALL = List.of(
            new EffectiveLossSlope(),
            new NoiseStrength(),
            new BrokenDegeneracy(),
            new ConvergenceScaling(),
            new EscapeTime(),
            new BifurcationPoint(),
            new NormalisabilityPoint(),
            new DivergencePoint());

    private Claims() {}
}
