package org.thalweg.theory.floor;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.quadrature.Antiderivative;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * The stationary density of a one-dimensional equation whose flux is constant: zero on a valley with ends; on a ring
 * whatever makes the density periodic (docs/theory/next-order.md).
 */
final class FluxBalance {
    private final DoubleUnaryOperator logWeight;
    private final double error;
    private final double gain;
    private final Antiderivative leak;
    private final Interval domain;

    private FluxBalance(
            DoubleUnaryOperator logWeight, double error, double gain, Antiderivative leak, Interval domain) {
        this.logWeight = logWeight;
        this.error = error;
        this.gain = gain;
        this.leak = leak;
        this.domain = domain;
    }

    /**
     * @param logWeight ln of the density without flux
     * @param error what it may be wrong by
     * @param gain how much it grows over the domain
     * @param diffusion what multiplies -P' in the flux
     */
    static FluxBalance of(DoubleUnaryOperator logWeight, double error, double gain, DoubleUnaryOperator diffusion,
            Interval domain) {
        // Below this the current is rounding error of the quadrature.
        if (domain.boundary() != Boundary.PERIODIC || Math.abs(gain) < 1e-9) {
            return new FluxBalance(logWeight,
                    domain.boundary() == Boundary.PERIODIC ? error + Math.abs(gain) : error, 0.0,
                    null, domain);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double x : FloorGrid.points(domain)) {
            least = Math.min(least, logWeight.applyAsDouble(domain.fold(x)));
        }
        double shift = least;
        return new FluxBalance(logWeight, error, gain, Antiderivative.of(
                x -> Math.exp(shift - logWeight.applyAsDouble(x)) / diffusion.applyAsDouble(x), domain), domain);
    }

    /** ln P(x) + constant. */
    double logDensity(double x) {
        if (leak == null) {
            return logWeight.applyAsDouble(x);
        }
        double inside = domain.fold(x);
        double share = (leak.applyAsDouble(inside) - leak.applyAsDouble(domain.from())) / leak.total();
        return logWeight.applyAsDouble(inside) + StrictMath.log1p(Math.expm1(-gain) * share);
    }

    /**
     * What {@link #logDensity} may be wrong by, up to a constant: the weight, and through the current the weight again,
     * the gain and the quadrature of the leak.
     */
    double logError() {
        if (leak == null) {
            return error;
        }
        double share = 2.0 * error + leak.error() / Math.abs(leak.total());
        return error + (share * Math.abs(StrictMath.expm1(-gain)) + error * Math.exp(-gain))
                * Math.max(1.0, Math.exp(gain));
    }
}
