package org.thalweg.results.prediction;

import org.thalweg.model.PlainSetting;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.escape.ConvergenceTime;

/**
 * What a leading-order prediction leaves out, as the theory itself estimates it: the next order, half as much again for
 * the orders beyond, and a term of second order for places where the next order happens to vanish.
 *
 * @param spreadLag max(Delta, D_xx) |kappa - 1| F'^2, by which spreads across lag; where the noise varies, its
 *     generalisation (docs/theory/next-order.md)
 * @param squareShift 2 Delta |1 - 1/kappa| F'^2, or its generalisation, by how much of itself a mean of y^2 is off
 *     beside what the marginal along the valley does
 */
public record AsymptoticOrder(double spreadLag, double squareShift) {
    /** The next order and half as much again. */
    private static final double NEXT = 1.5;

    /** Coefficient of the square of the lag relative to the prediction: of order one, doubled. */
    private static final double SECOND = 2.0;

    /** For a valley; zero where the leading order is exact: for constant noise at kappa = 1. */
    public static AsymptoticOrder of(PlainSetting setting) {
        EffectiveLoss law = EffectiveLoss.of(setting);
        return new AsymptoticOrder(law.spreadLag(), law.squareShift());
    }

    /** The bound on what {@code leading} leaves out, given the number that the next order predicts. */
    public double allowance(double leading, double next) {
        return NEXT * Math.abs(next - leading) + SECOND * spreadLag * spreadLag * Math.abs(leading);
    }

    /** The bound where no next order is known: a first-order term. */
    public double allowance(double leading) {
        return NEXT * spreadLag * Math.abs(leading);
    }

    /** The bound on what a mean of y^2 leaves out beside what the marginal along the valley does. */
    public double ofSquareAcross(double leading) {
        return NEXT * squareShift * Math.abs(leading);
    }

    /**
     * The bound on what the mean time of the floor leaves out, which is not exact at kappa = 1 either. Of the next
     * order what happens on the way, at the edge of the flat set and at the start may cancel: each is allowed for.
     */
    public double ofPassage(ConvergenceTime time) {
        return Math.max(allowance(time.meanTime(), time.nextOrder().meanTime()),
                allowance(time.meanTime(), time.nextOrderWithoutLayer().meanTime())) + ofRelaxation(time);
    }

    /** That part of {@link #ofPassage} by which y relaxes from the start. */
    public double ofRelaxation(ConvergenceTime time) {
        return NEXT * time.relaxation();
    }
}
