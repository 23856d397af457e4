package org.thalweg.theory;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;

/**
 * The stationary density of a one-dimensional equation whose flux is constant: zero on a valley with ends; on a ring
 * whatever makes the density periodic (docs/theory/next-order.md).
 */
final class FluxBalance {
    private final DoubleUnaryOperator logWeight;
    private final double gain;
    private final Antiderivative leak;
    private final Interval domain;

    private FluxBalance(DoubleUnaryOperator logWeight, double gain, Antiderivative leak, Interval domain) {
        this.logWeight = logWeight;
        this.gain = gain;
        this.leak = leak;
        this.domain = domain;
    }

    /**
     * @param logWeight ln of the density without flux
     * @param gain how much it grows over the domain
     * @param diffusion what multiplies -P' in the flux
     */
    static FluxBalance of(DoubleUnaryOperator logWeight, double gain, DoubleUnaryOperator diffusion, Interval domain) {
        // Below this the current is rounding error of the quadrature.
        if (domain.boundary() != Boundary.PERIODIC || Math.abs(gain) < 1e-9) {
            return new FluxBalance(logWeight, 0.0, null, domain);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double x : FloorGrid.points(domain)) {
            least = Math.min(least, logWeight.applyAsDouble(domain.fold(x)));
        }
        double shift = least;
        return new FluxBalance(logWeight, gain, Antiderivative.of(
                x -> Math.exp(shift - logWeight.applyAsDouble(x)) / diffusion.applyAsDouble(x), domain), domain);
    }

    /** ln P(x) + constant. */
    double logDensity(double x) {
        if (leak == null) {
            return logWeight.applyAsDouble(x);
        }
        double inside = domain.fold(x);
        double share = (leak.applyAsDouble(inside) - leak.applyAsDouble(domain.from())) / leak.total();
        return logWeight.applyAsDouble(inside) + Math.log1p(Math.expm1(-gain) * share);
    }
}
