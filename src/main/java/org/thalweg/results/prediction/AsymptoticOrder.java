package org.thalweg.results.prediction;

import org.thalweg.model.PlainSetting;
import org.thalweg.theory.EffectiveLoss;

/**
 * What a leading-order prediction leaves out, as the theory itself estimates it: the next order, half as much again for
 * the orders beyond, and a term of second order for places where the next order happens to vanish.
 *
 * @param smallParameter max(Delta, D_xx) |kappa - 1| F'^2, by which spreads across lag; where the noise varies, its
 *     generalisation (docs/theory/next-order.md)
 */
public record AsymptoticOrder(double smallParameter) {
    /** The next order and half as much again. */
    private static final double NEXT = 1.5;

    /** Coefficient of eps^2 relative to the prediction: of order one, doubled. */
    private static final double SECOND = 2.0;

    /** For a valley; zero where the leading order is exact: for constant noise at kappa = 1. */
    public static AsymptoticOrder of(PlainSetting setting) {
        return new AsymptoticOrder(EffectiveLoss.of(setting).spreadLag());
    }

    /** The bound on what {@code leading} leaves out, given the number that the next order predicts. */
    public double allowance(double leading, double next) {
        return NEXT * Math.abs(next - leading) + SECOND * smallParameter * smallParameter * Math.abs(leading);
    }

    /** The bound where no next order is known: a first-order term. */
    public double allowance(double leading) {
        return NEXT * smallParameter * Math.abs(leading);
    }
}
