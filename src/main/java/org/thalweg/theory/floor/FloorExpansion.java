package org.thalweg.theory.floor;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.theory.quadrature.FloorGrid;

/**
 * The stationary density to first order in the slowness of x, for the diffusion (eta = 0) and for the recursion of SGD
 * at any eta F^-2 &lt; 2.
 *
 * <p>With A_i the pushes and S_i the variances of {@link FloorEquation}, A = -L0' + sum A_i, z_i = D_xx S_i' - 2 A_i
 * (S_i - 2 eta D_yiyi) and w = eta (sum A_i^2 + (D_xx' A + D_xx D_xx'' - D_xx A') / 2), the flux vanishes for
 *
 * <pre>{@code
 * P'/P = (A - D_xx' - B) / (D_xx + G)
 * G = w - sum A_i z_i / (2 D_yiyi),  B = w' - sum A_i z_i' / (2 D_yiyi)
 * }</pre>
 *
 * <p>The derivation is docs/theory/finite-learning-rate.md; at eta = 0 it is that of docs/theory/next-order.md.
 */
public final class FloorExpansion {
    /** Step of the numerical derivatives relative to the domain: fourth order, so about 1e-12 on unit scales. */
    private static final double STEP = 1e-4;

    private final FloorEquation equation;
    private final FloorDiffusion floor;
    private final double learningRate;
    private final double step;

    /**
     * @param learningRate eta, or 0 for the diffusion
     * @param heat factor on all noise; 1 for the setting as it is
     */
    public FloorExpansion(FloorDiffusion floor, double learningRate, double heat) {
        this.equation = new FloorEquation(floor, learningRate, heat);
        this.floor = floor;
        this.learningRate = learningRate;
        this.step = STEP * FloorGrid.middle(floor.domain()).length();
    }

    /**
     * D_xx + G, what multiplies -P' in the flux, up to {@link #inertia}. Where G is negative its inverse is expanded,
     * which is the same to this order and stays positive.
     */
    public double diffusion(double point) {
        double x = inside(point);
        double along = along(x);
        double below = correction(x);
        return below >= 0.0 ? along + below : along / (1.0 - below / along);
    }

    /**
     * What divides the flux where it does not vanish: 1 + sum A_i S_i' / (2 D_yiyi) + eta (A' / 2 - D_xx''). The spread
     * across the valley lags behind an x that moves (docs/theory/convergence-time.md).
     */
    public double inertia(double point) {
        double x = inside(point);
        double sum = 1.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            sum += equation.push(i, x) * varianceSlope(i, x) / (2.0 * equation.across(i, x));
        }
        return learningRate == 0.0
                ? sum
                : sum + learningRate * (0.5 * slope(equation::drift, x) - slope(at -> slope(this::along, at), x));
    }

    /**
     * How far x goes, beyond the floor drift, while the spread across the valley relaxes from y_i^2 to S_i: sum
     * (y_i^2 / S_i - 1) A_i S_i / (2 D_yiyi).
     */
    public double slip(double[] start) {
        double slip = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            double variance = equation.varianceAcross(i, start[0]);
            slip += (start[i + 1] * start[i + 1] - variance) * equation.push(i, start[0])
                    / (2.0 * equation.across(i, start[0]));
        }
        return slip;
    }

    /**
     * How far behind an absorbing edge the density of this order vanishes, before it where that is negative: sum (G_i /
     * D_xx - A_i S_i' / (2 D_yiyi)) F_i sqrt(D_xx / (2 - eta/F_i^2)). At the edge the spread across the valley follows
     * no longer, in a layer of that width (docs/theory/convergence-time.md).
     */
    public double layer(double point) {
        double x = inside(point);
        double along = along(x);
        double shift = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            double f = floor.shape().flatness().get(i).value(x);
            double behind = -equation.push(i, x) * (imbalance(i, x) / along + varianceSlope(i, x))
                    / (2.0 * equation.across(i, x));
            shift += behind * f * Math.sqrt(along / (2.0 - learningRate / (f * f)));
        }
        return shift;
    }

    /**
     * P'/P of the law without flux. Where G is negative the quotient would have a pole, so there it is expanded to the
     * order that the theory has anyway.
     */
    public double logSlope(double point) {
        double x = inside(point);
        double along = along(x);
        double leading = equation.drift(x) - slope(this::along, x);
        double below = correction(x);
        double above = slopeCorrection(x);
        return below >= 0.0
                ? (leading - above) / (along + below)
                : (leading - above - below * leading / along) / along;
    }

    /**
     * |w| / D_xx: the share of itself by which the diffusion along the valley changes since the steps along it are not
     * short against the scales of F^kappa and of the floor; NaN where F_i^2 &lt;= eta/2.
     */
    public double stepShare(double point) {
        double x = inside(point);
        return Math.abs(stepCorrection(x)) / along(x);
    }

    private double along(double x) {
        return equation.diffusion(x);
    }

    /** G. */
    private double correction(double x) {
        double sum = stepCorrection(x);
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            sum -= equation.push(i, x) * imbalance(i, x) / (2.0 * equation.across(i, x));
        }
        return sum;
    }

    /** B. */
    private double slopeCorrection(double x) {
        double sum = learningRate == 0.0 ? 0.0 : slope(this::stepCorrection, x);
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            int direction = i;
            sum -= equation.push(i, x) * slope(at -> imbalance(direction, at), x) / (2.0 * equation.across(i, x));
        }
        return sum;
    }

    /** z_i: what the spread across the valley lacks to follow the valley, per unit of time; zero in equilibrium. */
    private double imbalance(int i, double x) {
        double variance = equation.varianceAcross(i, x);
        return along(x) * varianceSlope(i, x)
                - 2.0 * equation.push(i, x) * (variance - 2.0 * learningRate * equation.across(i, x));
    }

    /** S_i'. */
    private double varianceSlope(int i, double x) {
        return floor.constantNoise()
                ? equation.varianceSlope(i, x)
                : slope(at -> equation.varianceAcross(i, at), x);
    }

    /** w: the steps along the valley are finite. */
    private double stepCorrection(double x) {
        if (learningRate == 0.0) {
            return 0.0;
        }
        double squares = 0.0;
        for (int i = 0; i < floor.shape().sharpDirections(); i++) {
            double push = equation.push(i, x);
            squares += push * push;
        }
        double along = along(x);
        double bend = floor.constantNoise()
                ? 0.0
                : slope(this::along, x) * equation.drift(x) + along * slope(at -> slope(this::along, at), x);
        return learningRate * (squares + 0.5 * (bend - along * slope(equation::drift, x)));
    }

    /** The five-point derivative; near a wall its step shrinks so that it never looks beyond the wall. */
    private double slope(DoubleUnaryOperator f, double x) {
        Interval domain = floor.domain();
        double h = step;
        if (domain.boundary() == Boundary.REFLECTING || domain.boundary() == Boundary.ABSORBING) {
            // Up to three derivatives are nested, each reaching two steps to either side.
            h = Math.min(h, Math.min(x - domain.from(), domain.to() - x) / 8.0);
        }
        return (8.0 * (f.applyAsDouble(x + h) - f.applyAsDouble(x - h))
                - (f.applyAsDouble(x + 2.0 * h) - f.applyAsDouble(x - 2.0 * h))) / (12.0 * h);
    }

    /** A point of the period, or off a wall by a step, for derivatives need room. */
    private double inside(double x) {
        Interval domain = floor.domain();
        if (domain.boundary() == Boundary.OPEN) {
            return x;
        }
        if (domain.boundary() == Boundary.PERIODIC) {
            return domain.fold(x);
        }
        return Math.min(Math.max(x, domain.from() + step), domain.to() - step);
    }
}
