package org.thalweg.measure;

import org.hipparchus.stat.descriptive.StatisticalSummary;

/**
 * A number with its error.
 *
 * @param value the estimate; NaN where the quantity is undefined
 * @param standardError one standard error for sampled values, the numerical error estimate for computed ones; NaN where
 *     it cannot be told, 0 for exact values
 * @param samples independent samples behind the value; 0 for computed ones
 * @param degreesOfFreedom of the standard error, for Student's law: infinite where the error is known
 */
public record Measurement(double value, double standardError, long samples, double degreesOfFreedom) {
    /** A quantity that is not defined here. */
    public static final Measurement UNDEFINED = new Measurement(Double.NaN, Double.NaN, 0);

    /** A number whose error comes from the scatter of its samples: one degree of freedom fewer. */
    public Measurement(double value, double standardError, long samples) {
        this(value, standardError, samples, samples > 1 ? samples - 1.0 : Double.POSITIVE_INFINITY);
    }

    /** A number without error. */
    public static Measurement exact(double value) {
        return new Measurement(value, 0.0, 0);
    }

    /** A computed number with an estimate of its numerical error. */
    public static Measurement computed(double value, double errorEstimate) {
        return new Measurement(value, Math.abs(errorEstimate), 0);
    }

    /** The mean of independent samples and its standard error. */
    public static Measurement mean(StatisticalSummary samples) {
        long n = samples.getN();
        double error = n > 1 ? samples.getStandardDeviation() / Math.sqrt(n) : Double.NaN;
        return n == 0 ? UNDEFINED : new Measurement(samples.getMean(), error, n);
    }

    /**
     * A fraction of independent trials. Where none or all succeeded the error is that of the rule of succession, not
     * zero: n trials cannot tell a probability below 1/n from none.
     */
    public static Measurement fraction(long successes, long trials) {
        if (trials == 0) {
            return UNDEFINED;
        }
        double p = (double) successes / trials;
        double smoothed = (successes + 1.0) / (trials + 2.0);
        double spread = successes == 0 || successes == trials ? smoothed * (1 - smoothed) : p * (1 - p);
        return new Measurement(p, Math.sqrt(spread / trials), trials);
    }

    /** False where the quantity is undefined. */
    public boolean defined() {
        return !Double.isNaN(value);
    }

    /** The number times an exact factor. */
    public Measurement times(double factor) {
        return new Measurement(value * factor, standardError * Math.abs(factor), samples, degreesOfFreedom);
    }

    /** The number plus an exact constant. */
    public Measurement plus(double constant) {
        return new Measurement(value + constant, standardError, samples, degreesOfFreedom);
    }

    /** The number minus an independent one. */
    public Measurement minus(Measurement other) {
        return new Measurement(value - other.value, Math.hypot(standardError, other.standardError),
                Math.min(samples, other.samples),
                StudentLaw.combined(standardError, degreesOfFreedom, other.standardError, other.degreesOfFreedom));
    }

    /** The natural logarithm, with the error propagated to first order. */
    public Measurement log() {
        return new Measurement(Math.log(value), standardError / Math.abs(value), samples, degreesOfFreedom);
    }
}
