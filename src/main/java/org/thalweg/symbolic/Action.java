package org.thalweg.symbolic;

/** What an instruction of a program does: an {@link Operation}, or the reading of a {@link Curve}. */
sealed interface Action permits Operation, Action.Reading {
    /** The value for two numbers; actions of one argument ignore the second. */
    double at(double a, double b);

    /**
     * The values of the first {@code count} pairs.
     *
     * @param a not modified
     * @param b not modified
     * @param result modified
     */
    void over(double[] a, double[] b, double[] result, int count);

    /** True where the arguments may change places without changing a bit. */
    default boolean commutative() {
        return false;
    }

    /** A derivative of a curve. */
    record Reading(Curve curve, int order) implements Action {
        @Override
        public double at(double a, double b) {
            return curve.at(order, a);
        }

        @Override
        public void over(double[] a, double[] b, double[] result, int count) {
            for (int k = 0; k < count; k++) {
                result[k] = curve.at(order, a[k]);
            }
        }
    }
}
