package org.thalweg.theory.floor;

import java.util.function.Supplier;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.theory.quadrature.Antiderivative;

/**
 * The stationary density along a valley floor, to some order in the slowness of x. Tabulated when it is first asked
 * for.
 */
public final class FloorDensity {
    private final Supplier<FluxBalance> law;
    private volatile FluxBalance tabulated;

    private FloorDensity(Supplier<FluxBalance> law) {
        this.law = law;
    }

    /** To leading order: that of the SDE along the floor. */
    public static FloorDensity leading(FloorEquation equation) {
        return new FloorDensity(() -> FluxBalance.of(
                equation::logWeight, equation.logError(), equation.gain(), equation::diffusion,
                equation.floor().domain()));
    }

    /**
     * To the next order: that of a {@link FloorExpansion}.
     *
     * @param learningRate eta, or 0 for the diffusion
     */
    public static FloorDensity nextOrder(FloorDiffusion floor, double learningRate) {
        return new FloorDensity(() -> {
            FloorExpansion expansion = new FloorExpansion(floor, learningRate, 1.0);
            Antiderivative logWeight = Antiderivative.of(expansion::logSlope, floor.domain());
            return FluxBalance.of(logWeight, logWeight.error(), logWeight.total(), expansion::diffusion,
                    floor.domain());
        });
    }

    /** ln P(x) + constant. */
    public double logDensity(double x) {
        return tabulated().logDensity(x);
    }

    /** What the logarithm may be wrong by, up to a constant. */
    public double logError() {
        return tabulated().logError();
    }

    private FluxBalance tabulated() {
        FluxBalance known = tabulated;
        if (known == null) {
            known = law.get();
            tabulated = known;
        }
        return known;
    }
}
