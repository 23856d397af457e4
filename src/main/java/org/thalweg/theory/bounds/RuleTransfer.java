package org.thalweg.theory.bounds;

import org.hipparchus.complex.Complex;
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
    /** Equal angles: as many as slow modes need, to far below what any ensemble resolves. */
    private static final int FEWEST = 512;
    private static final int MOST = 1 << 20;
    private static final double CONVERGED = 1e-10;

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
     * The stationary variance along a parabola in units of eta^2 C / p^2: the mean over the unit circle of |Q|^2 / |(z -
     * 1) P + h Q|^2. A mean over equal angles converges exponentially [TW14].
     *
     * @param h eta lambda / p, within the bound of the rule
     */
    public double variance(double h) {
        double before = mean(h, FEWEST);
        for (int points = 2 * FEWEST; points <= MOST; points *= 2) {
            double here = mean(h, points);
            if (Math.abs(here - before) <= CONVERGED * here) {
                return here;
            }
            before = here;
        }
        return before;
    }

    private double mean(double h, int points) {
        double sum = 0.0;
        for (int k = 0; k < points; k++) {
            double angle = 2.0 * Math.PI * (k + 0.5) / points;
            double c = Math.cos(angle);
            double s = Math.sin(angle);
            double c2 = c * c - s * s;
            double s2 = 2.0 * c * s;
            double pr = p[0] * c2 + p[1] * c + p[2];
            double pi = p[0] * s2 + p[1] * s;
            double qr = q[0] * c2 + q[1] * c + q[2];
            double qi = q[0] * s2 + q[1] * s;
            double dr = (c - 1.0) * pr - s * pi + h * qr;
            double di = (c - 1.0) * pi + s * pr + h * qi;
            sum += (qr * qr + qi * qi) / (dr * dr + di * di);
        }
        return sum / points;
    }
}
