package org.thalweg.theory.bounds;

import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.BaseRule;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.ValleyAdaptor;

/**
 * What a linear rule makes of gradients z^k: the direction Q(z) / P(z) z^k (docs/theory/optimisers.md). Of Adam that of
 * its mean, in units of its preconditioner; of steps uphill and of learners that of their base. Coefficients of z^2, z
 * and 1; arrays are not to be modified.
 */
public record RuleTransfer(double[] p, double[] q) {
    /** Doublings of the sum of a response: 2^60 iterations are beyond every memory. */
    private static final int DOUBLINGS = 60;

    /** That of a rule whose innermost is no {@link org.thalweg.model.optimiser.Lamb}. */
    public static RuleTransfer of(Optimiser rule) {
        RuleTransfer one = ofBase(rule.innermost());
        return rule instanceof ValleyAdaptor valley ? one.adapted(valley) : one;
    }

    private static RuleTransfer ofBase(BaseRule rule) {
        if (rule instanceof Adam adam) {
            double beta = adam.beta1();
            return new RuleTransfer(new double[] {0.0, 1.0, -beta}, new double[] {0.0, 1.0 - beta, 0.0});
        }
        double beta = ((GradientDescent) rule).momentum();
        return new RuleTransfer(new double[] {0.0, 1.0, -beta}, ((GradientDescent) rule).nesterov()
                ? new double[] {0.0, 1.0 + beta, -beta} : new double[] {0.0, 1.0, 0.0});
    }

    /** Times 1 + alpha (1 - beta) (z - 1) / (z - beta). */
    private RuleTransfer adapted(ValleyAdaptor valley) {
        double gain = valley.alpha() * (1.0 - valley.beta());
        return new RuleTransfer(times(p, 1.0, -valley.beta()), times(q, 1.0 + gain, -valley.beta() - gain));
    }

    /** A polynomial of degree one times a z + b. */
    private static double[] times(double[] one, double a, double b) {
        return new double[] {one[1] * a, one[1] * b + one[2] * a, one[2] * b};
    }

    /** P(z). */
    Complex p(Complex z) {
        return value(p, z);
    }

    /** Q(z). */
    Complex q(Complex z) {
        return value(q, z);
    }

    private static Complex value(double[] polynomial, Complex z) {
        return z.multiply(polynomial[0]).add(polynomial[1]).multiply(z).add(polynomial[2]);
    }

    /** Q(1) / P(1): what a gradient that stays is multiplied by in the end. */
    public double atRest() {
        return (q[0] + q[1] + q[2]) / (p[0] + p[1] + p[2]);
    }

    /**
     * The stationary variance along a parabola in units of eta^2 C / p^2: the sum of squares of the response Q / ((z -
     * 1) P + h Q) to a single gradient, as c S c^T with S = A S A^T + b b^T and A the companion matrix of the
     * denominator. The sum doubles its length with each round.
     *
     * @param h eta lambda / p, within the bound of the rule
     */
    public double variance(double h) {
        boolean second = p[0] != 0.0;
        double[] ps = second ? p : new double[] {p[1], p[2], 0.0};
        double[] qs = second ? q : new double[] {q[1], q[2], 0.0};
        double[][] power = {
            {ps[0] - ps[1] - h * qs[0], ps[1] - ps[2] - h * qs[1], ps[2] - h * qs[2]}, {1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}};
        RealMatrix a = new Array2DRowRealMatrix(power, false);
        RealMatrix sum = new Array2DRowRealMatrix(new double[][] {{1.0, 0.0, 0.0}, new double[3], new double[3]}, false);
        for (int k = 0; k < DOUBLINGS && a.getFrobeniusNorm() > 0.0; k++) {
            sum = sum.add(a.multiply(sum).multiply(a.transpose()));
            a = a.multiply(a);
        }
        double variance = 0.0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                variance += qs[i] * sum.getEntry(i, j) * qs[j];
            }
        }
        return variance;
    }
}
