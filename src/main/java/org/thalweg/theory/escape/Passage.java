package org.thalweg.theory.escape;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.theory.quadrature.Quadrature;

/**
 * The mean first-passage time of dx = A dt + sqrt(2 D) dW out of an interval, by its Green function (Gardiner [Gar09],
 * section 5.5): with w = (1/D) exp(int A/D) and S(a, b) the integral of 1/(D w),
 *
 * <pre>{@code T(x) = int S(l, min(x, z)) S(max(x, z), r) / S(l, r) w(z) dz}</pre>
 *
 * <p>between two targets l and r, and S(max(x, z), r) w(z) where l reflects. All terms are positive and summed in
 * logarithms, so neither barriers nor cancellation do harm.
 */
final class Passage {
    private final DoubleUnaryOperator logWeight;
    private final DoubleUnaryOperator diffusion;

    /**
     * @param logWeight ln w
     * @param diffusion D
     */
    Passage(DoubleUnaryOperator logWeight, DoubleUnaryOperator diffusion) {
        this.logWeight = logWeight;
        this.diffusion = diffusion;
    }

    /** ln of 1/(D w). */
    private double logScale(double x, double logWeightThere) {
        return -logWeightThere - Math.log(diffusion.applyAsDouble(x));
    }

    /**
     * ln of the mean time from {@code start} to whichever target end comes first, which a double holds over barriers of
     * any height; infinite where neither end is a target.
     *
     * @param panels on either side of the start
     */
    double logMeanTime(double start, PassageInterval interval, int panels) {
        if (!interval.leftIsTarget() && !interval.rightIsTarget()) {
            return Double.POSITIVE_INFINITY;
        }
        Side toLeft = side(interval.panelsFromLeft(start, panels));
        Side toRight = side(interval.panelsFromRight(start, panels));
        if (!interval.leftIsTarget()) {
            return Quadrature.logSum(toRight.logScale + toLeft.logMass, toRight.logScaleMass);
        }
        if (!interval.rightIsTarget()) {
            return Quadrature.logSum(toLeft.logScale + toRight.logMass, toLeft.logScaleMass);
        }
        double all = Quadrature.logSum(toLeft.logScale, toRight.logScale);
        return Quadrature.logSum(
                toRight.logScale - all + toLeft.logScaleMass, toLeft.logScale - all + toRight.logScaleMass);
    }

    /**
     * Integrals between the start and one end, in logarithms.
     *
     * @param logScale S(start, end)
     * @param logMass int w
     * @param logScaleMass int S(z, end) w(z) dz
     */
    private record Side(double logScale, double logMass, double logScaleMass) {}

    /** Goes from the end to the start, so that S(z, end) accumulates. */
    private Side side(double[] edges) {
        double scale = Double.NEGATIVE_INFINITY;
        double mass = Double.NEGATIVE_INFINITY;
        double scaleMass = Double.NEGATIVE_INFINITY;
        double[] logWeights = new double[Quadrature.nodes()];
        double[] logScales = new double[Quadrature.nodes()];
        for (int panel = 1; panel < edges.length; panel++) {
            double a = edges[panel - 1];
            double b = edges[panel];
            for (int i = 0; i < Quadrature.nodes(); i++) {
                double z = Quadrature.node(i, a, b);
                logWeights[i] = logWeight.applyAsDouble(z);
                logScales[i] = logScale(z, logWeights[i]);
            }
            double[] within = Quadrature.logIntegralsToNodes(
                    z -> logScale(z, logWeight.applyAsDouble(z)), logScales, a, b);
            for (int i = 0; i < Quadrature.nodes(); i++) {
                double weight = Math.log(Math.abs(Quadrature.weight(i, a, b))) + logWeights[i];
                mass = Quadrature.logSum(mass, weight);
                scaleMass = Quadrature.logSum(scaleMass, weight + Quadrature.logSum(scale, within[i]));
            }
            scale = Quadrature.logSum(scale, within[Quadrature.nodes()]);
        }
        return new Side(scale, mass, scaleMass);
    }
}
