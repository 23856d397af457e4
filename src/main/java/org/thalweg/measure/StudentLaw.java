package org.thalweg.measure;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of Student's law, and degrees of freedom of a combined error. */
final class StudentLaw {
    /** Beyond so many degrees of freedom the quantiles at 1e-5 differ from the normal ones by less than 1e-3. */
    private static final double NORMAL = 1e4;

    private static final NormalDistribution STANDARD_NORMAL = new NormalDistribution();

    private StudentLaw() {}

    /** The number of standard errors that is exceeded in absolute value with probability {@code probability}. */
    static double twoSided(double probability, double degreesOfFreedom) {
        if (Double.isNaN(degreesOfFreedom)) {
            return Double.NaN;
        }
        // The lower tail: 1 - probability / 2 would round small probabilities.
        return -(degreesOfFreedom > NORMAL
                ? STANDARD_NORMAL.inverseCumulativeProbability(0.5 * probability)
                : new TDistribution(degreesOfFreedom).inverseCumulativeProbability(0.5 * probability));
    }

    /** The probability that so many standard errors, 0 or more, are exceeded in absolute value. */
    static double beyond(double standardErrors, double degreesOfFreedom) {
        if (Double.isNaN(degreesOfFreedom)) {
            return Double.NaN;
        }
        return 2.0 * (degreesOfFreedom > NORMAL
                ? STANDARD_NORMAL.cumulativeProbability(-standardErrors)
                : new TDistribution(degreesOfFreedom).cumulativeProbability(-standardErrors));
    }

    /** Degrees of freedom of the root of the sum of two squared errors (Welch and Satterthwaite). */
    static double combined(double first, double firstDegrees, double second, double secondDegrees) {
        double sum = first * first + second * second;
        double a = first * first / sum;
        double b = second * second / sum;
        return sum > 0.0 ? 1.0 / (a * a / firstDegrees + b * b / secondDegrees) : Double.POSITIVE_INFINITY;
    }
}
