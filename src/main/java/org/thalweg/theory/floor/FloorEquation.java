package org.thalweg.theory.floor;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.theory.quadrature.Antiderivative;

/**
 * The valley-floor SDE dx = A(x) dt + sqrt(2 D_xx(x)) dW, Ito, with A = -L0' + sum_i D_yiyi F_i F_i' / (F_i^2 - eta/2).
 *
 * <p>At eta = 0 this is the floor of the diffusion (docs/theory/effective-loss.md); at eta &gt; 0 the variance across
 * the valley is that of the recursion (docs/theory/finite-learning-rate.md).
 */
public final class FloorEquation {
    private final FloorDiffusion floor;
    private final FloorNoise noise;
    private final boolean constantNoise;
    private final double learningRate;
    private final double heat;
    private volatile Antiderivative potential;

    /**
     * @param learningRate eta, or 0 for the diffusion
     * @param heat factor on all noise; 1 for the setting as it is
     */
    public FloorEquation(FloorDiffusion floor, double learningRate, double heat) {
        this.floor = floor;
        this.noise = new FloorNoise(floor);
        this.constantNoise = floor.constantNoise();
        this.learningRate = learningRate;
        this.heat = heat;
    }

    public FloorDiffusion floor() {
        return floor;
    }

    /** D_yiyi(x). */
    double across(int i, double x) {
        return heat * noise.across(i, x);
    }

    /** D_xx(x); on a ring, in any period. */
    public double diffusion(double x) {
        return heat * noise.along(floor.domain().fold(x));
    }

    /** A(x); NaN where F_i^2 &lt;= eta/2, where the variance across is infinite. */
    public double drift(double x) {
        double drift = -floor.shape().floor().slope(x);
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            drift += push(i, x);
        }
        return drift;
    }

    /** The part of the drift that sharp direction {@code i} contributes. */
    double push(int i, double x) {
        Profile flatness = floor.shape().flatness().get(i);
        double f = flatness.value(x);
        double room = f * f - 0.5 * learningRate;
        return room > 0.0 ? heat * noise.across(i, x) * f * flatness.slope(x) / room : Double.NaN;
    }

    /** Var(y_i | x) in the limit of slow x: D_yiyi F_i^4 / (F_i^2 - eta/2); NaN where it is infinite. */
    public double varianceAcross(int i, double x) {
        double f = floor.shape().flatness().get(i).value(x);
        double room = f * f - 0.5 * learningRate;
        return room > 0.0 ? heat * noise.across(i, x) * f * f * f * f / room : Double.NaN;
    }

    /** dVar(y_i | x)/dx for constant noise: D_yiyi F^3 F' (2 F^2 - 2 eta) / (F^2 - eta/2)^2. */
    double varianceSlope(int i, double x) {
        Profile flatness = floor.shape().flatness().get(i);
        double f = flatness.value(x);
        double square = f * f;
        double room = square - 0.5 * learningRate;
        return room > 0.0
                ? heat * noise.across(i, x) * 2.0 * square * f * (square - learningRate) / (room * room)
                        * flatness.slope(x)
                : Double.NaN;
    }

    /**
     * ln of (1/D_xx) exp(int A/D_xx): the density that carries no flux. For constant noise in closed form, sum_i
     * (kappa_i/2) ln(F_i^2 - eta/2) - L0/D_xx, and -infinity where F_i^2 &lt;= eta/2; a quadrature otherwise.
     */
    public double logWeight(double x) {
        return constantNoise ? closedForm(floor.domain().fold(x)) : quadrature(x);
    }

    /** How much {@link #logWeight} grows over the domain; zero on a ring without a net drive. */
    public double gain() {
        return constantNoise ? 0.0 : potential().total();
    }

    /** What {@link #logWeight} may be wrong by, beside rounding. */
    public double logError() {
        return constantNoise ? 0.0 : potential().error();
    }

    private double closedForm(double x) {
        ValleyShape shape = floor.shape();
        double along = diffusion(x);
        double sum = -shape.floor().value(x) / along;
        for (int i = 0; i < shape.sharpDirections(); i++) {
            double f = shape.flatness().get(i).value(x);
            double room = f * f - 0.5 * learningRate;
            sum += room > 0.0
                    ? 0.5 * heat * noise.across(i, x) / along * Math.log(room)
                    : Double.NEGATIVE_INFINITY;
        }
        return sum;
    }

    private double quadrature(double x) {
        return potential().applyAsDouble(x) - Math.log(diffusion(x));
    }

    private Antiderivative potential() {
        Antiderivative known = potential;
        if (known == null) {
            DoubleUnaryOperator ratio = x -> drift(x) / diffusion(x);
            known = Antiderivative.of(ratio, floor.domain());
            potential = known;
        }
        return known;
    }
}
