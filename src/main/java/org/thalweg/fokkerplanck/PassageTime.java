package org.thalweg.fokkerplanck;

import org.thalweg.measure.Measurement;

/**
 * Mean and variance of a first-passage time, with numerical error estimates.
 *
 * @param mean in learning time
 * @param variance its square; that of an exponential time, such as an escape over a barrier, is the mean squared
 */
public record PassageTime(Measurement mean, Measurement variance) {
    /** Nobody has to go anywhere. */
    static final PassageTime NONE = new PassageTime(Measurement.exact(0.0), Measurement.exact(0.0));

    /** From the mean and the mean square; the variance is undefined where the square overflows. */
    static PassageTime ofMoments(Measurement mean, Measurement square) {
        if (!Double.isFinite(square.value())) {
            return new PassageTime(mean, Measurement.UNDEFINED);
        }
        double variance = square.value() - mean.value() * mean.value();
        return new PassageTime(mean, Measurement.computed(
                variance, square.standardError() + 2.0 * Math.abs(mean.value()) * mean.standardError()));
    }
}
