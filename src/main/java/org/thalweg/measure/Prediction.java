package org.thalweg.measure;

/** What a claim says about a number. */
public sealed interface Prediction {
    /** The number the prediction is about: the value, or the bound. NaN where it is silent. */
    double value();

    /** The same in another unit, {@code factor} &gt; 0 of which make one of this. */
    default Prediction times(double factor) {
        if (this instanceof Equals equals) {
            return new Equals(factor * equals.value(), factor * equals.resolution());
        }
        if (this instanceof AtLeast atLeast) {
            return new AtLeast(factor * atLeast.value());
        }
        return this instanceof AtMost atMost ? new AtMost(factor * atMost.value()) : this;
    }

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
