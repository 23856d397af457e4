package org.thalweg.measure;

/** What a claim says about a number. */
public sealed interface Prediction {
    /** The number the prediction is about: the value, or the bound. NaN where it is silent. */
    double value();

    /** The largest difference that counts as agreement; none for a bound, which is to be kept. */
    default double slack() {
        return 0.0;
    }

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
     * @param resolution the smallest difference that matters; the claim is open until a larger one can be ruled out
     */
    record Equals(double value, double resolution) implements Prediction {
        @Override
        public double slack() {
            return resolution;
        }
    }

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
