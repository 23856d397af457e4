package org.thalweg.theory;

import org.thalweg.model.FloorDiffusion;

/** The density of a {@link FloorExpansion}, tabulated when it is first asked for. */
final class ExpandedLaw {
    private final FloorDiffusion floor;
    private final double learningRate;
    private volatile FluxBalance balance;

    ExpandedLaw(FloorDiffusion floor, double learningRate) {
        this.floor = floor;
        this.learningRate = learningRate;
    }

    double logDensity(double x) {
        FluxBalance known = balance;
        if (known == null) {
            FloorExpansion expansion = new FloorExpansion(floor, learningRate, 1.0);
            Antiderivative logWeight = Antiderivative.of(expansion::logSlope, floor.domain());
            known = FluxBalance.of(logWeight, logWeight.total(), expansion::diffusion, floor.domain());
            balance = known;
        }
        return known.logDensity(x);
    }
}
