package org.thalweg.measure;

/** What a claim says about a number. */
public sealed interface Prediction {
    /** The number the prediction is about: the value, or the bound. NaN where it is silent. */
    double value();

    /**
     * The number equals {@code value}.
     *
     * @param resolution the smallest difference that matters; an error budget larger than that leaves the claim open
     */
    record Equals(double value, double resolution) implements Prediction {}

    /** The number is at least {@code value}. */
    record AtLeast(double value) implements Prediction {}

    /** The number is at most {@code value}. */
    record AtMost(double value) implements Prediction {}

    /** Nothing is said, for the given reason. */
    record Silent(String reason) implements Prediction {
        @Override
        public double value() {
            return Double.NaN;
        }
    }
}
