package org.thalweg.theory.bounds;

import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.Lamb;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.SpectralRange;
import org.thalweg.theory.law.Theorem;

/**
 * Upper bound (iii) for optimisers: along a parabola of curvature lambda a linear rule multiplies modes z^k, and the
 * learning rate is bounded by the first one that leaves the unit circle (docs/theory/optimisers.md). With h = eta
 * lambda / p, p being the preconditioner, modes solve (z - mu) P(z) + h Q(z) = 0, where Q / P is what the rule makes of
 * a gradient and mu = 1, or of many learners an eigenvalue of their mixing.
 *
 * <p>Adam is linear while its root of the mean square stands still: p = sqrt(v) + epsilon. Sharpness-aware steps are
 * linear where they are not normalised, with curvature lambda (1 + rho lambda); normalised ones add rho lambda of
 * either sign, which does not grow: bounded up to the same h as their base, about a cycle of |y| = rho h / (2 - h).
 *
 * @param product the largest h
 * @param preconditioned whether p is that of Adam; 1 otherwise
 * @param uphill rho of steps that are not normalised, 0 otherwise
 */
public record OptimiserStability(double product, boolean preconditioned, double uphill) {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("stability of optimisers",
            "E on SGD: eta lambda < 2 (1 + beta)/(1 + beta + 2 alpha (1 - beta)), and for |alpha| (1 - beta) > beta,"
                    + " alpha < 0, < (1 - beta)/(|alpha| (1 - beta) - beta); Adam: eta lambda/(sqrt(v) + epsilon) <"
                    + " 2 (1 + beta1)/(1 - beta1); SAM: eta lambda (1 + rho lambda) < 2; learners on a ring: also"
                    + " eta lambda < 1 + mu, the least eigenvalue of their mixing",
            Theorem.Standing.EXACT, "Thalweg", "optimisers.md");

    /** Angles at which a crossing of the unit circle is looked for: slow modes turn by some hundredths a step. */
    private static final int ANGLES = 20_000;

    /** The bound of a rule; empty where none is linear: steps as long as theta allows, or a bound as part of the loss. */
    public static Optional<OptimiserStability> of(Optimiser rule) {
        if (rule instanceof Decentralised many) {
            return many.eigenvalues().isEmpty() ? Optional.empty()
                    : of(many.base()).map(one -> one.among(many, many.eigenvalues().get()));
        }
        if (rule instanceof SpectralRange || rule.innermost() instanceof Lamb) {
            return Optional.empty();
        }
        double rho = rule instanceof SharpnessAware sam && !sam.normalised() ? sam.radius() : 0.0;
        return Optional.of(new OptimiserStability(product(rule, 1.0), rule.innermost() instanceof Adam, rho));
    }

    private OptimiserStability among(Decentralised many, double[] eigenvalues) {
        double least = product;
        if (many.mixing() != Mixing.SYNCHRONOUS) {
            for (double mu : eigenvalues) {
                least = Math.min(least, product(many.base(), mu));
            }
        }
        return new OptimiserStability(least, preconditioned, uphill);
    }

    /**
     * The learning rate below which a parabola is stable.
     *
     * @param curvature lambda
     * @param preconditioner p: of Adam sqrt(v) + epsilon, otherwise not used
     */
    public double stableBelow(double curvature, double preconditioner) {
        return product * (preconditioned ? preconditioner : 1.0) / (curvature * (1.0 + uphill * curvature));
    }

    /** The least h &gt; 0 at which a root of (z - mu) P + h Q is on the unit circle. */
    private static double product(Optimiser rule, double mu) {
        RuleTransfer all = RuleTransfer.of(rule);
        double least = real(all, mu, -1.0);
        if (mu < 1.0) {
            least = Math.min(least, real(all, mu, 1.0));
        }
        Complex before = at(all, mu, Math.PI / ANGLES);
        for (int k = 2; k < ANGLES; k++) {
            Complex here = at(all, mu, Math.PI * k / ANGLES);
            boolean crossed = before.getImaginaryPart() * here.getImaginaryPart() <= 0.0;
            if (crossed && before.getRealPart() > 0.0 && here.getRealPart() > 0.0) {
                least = Math.min(least, crossing(all, mu, Math.PI * (k - 1) / ANGLES, Math.PI * k / ANGLES));
            }
            before = here;
        }
        return least;
    }

    private static double crossing(RuleTransfer rule, double mu, double from, double to) {
        double left = from;
        double right = to;
        double sign = at(rule, mu, left).getImaginaryPart();
        for (int k = 0; k < 60; k++) {
            double middle = 0.5 * (left + right);
            if (at(rule, mu, middle).getImaginaryPart() * sign > 0.0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return at(rule, mu, left).getRealPart();
    }

    /** h at a real root; infinite where it is not positive. */
    private static double real(RuleTransfer rule, double mu, double z) {
        double h = -(z - mu) * rule.p(new Complex(z)).getRealPart() / rule.q(new Complex(z)).getRealPart();
        return h > 0.0 ? h : Double.POSITIVE_INFINITY;
    }

    private static Complex at(RuleTransfer rule, double mu, double angle) {
        Complex z = new Complex(Math.cos(angle), Math.sin(angle));
        return z.subtract(mu).multiply(rule.p(z)).divide(rule.q(z)).negate();
    }
}
