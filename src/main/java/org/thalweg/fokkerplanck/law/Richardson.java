package org.thalweg.fokkerplanck.law;

import java.util.Arrays;
import org.thalweg.measure.Measurement;

/** The limit of a quantity computed at successive refinements, and what it is worth. */
public final class Richardson {
    /** Sums over 1e4 to 1e5 terms are good to about this part of their size. */
    public static final double ROUNDING = 1e-13;

    /**
     * In units of what a second extrapolation moves of the whole law: as {@link #ofGrids} has it of a single number.
     */
    private static final double OF_THE_WHOLE = 3.0;

    private Richardson() {}

    /**
     * What a second extrapolation moves of a function, in units of what the last refinement did: the sum over its
     * values of the one, over the sum of the other. Small where grids resolve it.
     *
     * @param levels {@code [grid][place]}, the finest last
     * @return 0 for other than three grids
     */
    public static double unresolved(double[][] levels) {
        double second = 0.0;
        double last = 0.0;
        for (int i = 0; levels.length == 3 && i < levels[0].length; i++) {
            double finer = levels[2][i] - levels[1][i];
            second += Math.abs(4.0 * finer - (levels[1][i] - levels[0][i])) / 45.0;
            last += Math.abs(finer);
        }
        return second > 0.0 && Double.isFinite(second / last) ? second / last : 0.0;
    }

    /**
     * As {@link #of(double[])}, for a number that depends on a whole function. On coarse grids the terms of its
     * expansion now and then cancel as if h^2 were all there is; then it is taken to be no better resolved than the
     * function.
     *
     * @param unresolved of that function
     */
    public static Measurement of(double[] values, double unresolved) {
        Measurement found = of(values);
        double least = values.length == 3 ? OF_THE_WHOLE * unresolved * Math.abs(values[2] - values[1]) : 0.0;
        return least > found.standardError() ? Measurement.computed(found.value(), least) : found;
    }

    /**
     * The limit of three values on grids each twice as fine as the one before, of a method whose error is an expansion
     * in even powers of h: Richardson twice, so that h^2 and h^4 cancel.
     *
     * <p>Where the differences fall like h to h^3 (a factor of 2 to 8), the error estimate is three times what the
     * second extrapolation moved (the factor makes it a bound on all reference problems of the tests), or the distance
     * to the limit of a geometric sequence with the ratio found, if that is more: then the order is another one.
     * Elsewhere the values are not yet, or no longer, in their expansion: then only h^2 is extrapolated, and the
     * estimate is the difference of the two finest values, or all that a slow convergence would leave.
     */
    public static Measurement ofGrids(double coarse, double middle, double fine) {
        double before = middle - coarse;
        double last = fine - middle;
        double value = fine + last / 3.0;
        double second = (value - (middle + before / 3.0)) / 15.0;
        double ratio = before / last;
        double error;
        if (inExpansion(ratio)) {
            value += second;
            double geometric = fine + last / (ratio - 1.0);
            error = Math.max(3.0 * Math.abs(second), Math.abs(geometric - value));
        } else if (ratio > 1.0) {
            error = Math.abs(last) * Math.max(1.0, 1.0 / (ratio - 1.0));
        } else {
            error = Math.max(Math.abs(last), Math.abs(before));
        }
        return Double.isNaN(value) ? Measurement.UNDEFINED
                : Measurement.computed(value, error + ROUNDING * Math.abs(value));
    }

    /** The error that {@link #ofGrids} gives a value in its expansion: three times what extrapolating again moves. */
    static double ofSecond(double coarse, double middle, double fine) {
        return 3.0 * (4.0 * (fine - middle) - (middle - coarse)) / 45.0;
    }

    /** Whether refinements move a number as an expansion does: by a factor that falls like h to h^3. */
    static boolean inExpansion(double ratio) {
        return ratio >= 2.0 && ratio <= 8.0;
    }

    /** The finer of two quadratures, with their difference as the error. */
    public static Measurement ofQuadratures(double coarse, double fine) {
        return Double.isNaN(fine) ? Measurement.UNDEFINED
                : Measurement.computed(fine, Math.abs(fine - coarse) + ROUNDING * Math.abs(fine));
    }

    /** Three grids or two quadratures, the finest last. */
    public static Measurement of(double[] values) {
        return values.length == 3 ? ofGrids(values[0], values[1], values[2]) : ofQuadratures(values[0], values[1]);
    }

    /**
     * As {@link #of(double[], double)}, for a time over a barrier: where refinements move it by more than a factor of
     * two it is the height of the barrier that converges, and logarithms are extrapolated.
     */
    public static Measurement ofTimes(double[] values, double unresolved) {
        double factor = values[values.length - 1] / values[0];
        if (factor < 2.0 && factor > 0.5) {
            return of(values, unresolved);
        }
        double[] logs = Arrays.stream(values).map(Math::log).toArray();
        Measurement log = of(logs);
        double value = Math.exp(log.value());
        return Double.isFinite(log.standardError())
                ? Measurement.computed(value, value * StrictMath.expm1(log.standardError())) : of(values, unresolved);
    }

    /** As {@link #of}, for positive values that vary over many orders of magnitude: extrapolates their logarithms. */
    static Measurement ofPositive(double[] values) {
        double[] logs = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0.0)) {
                return of(values);
            }
            logs[i] = Math.log(values[i]);
        }
        Measurement log = of(logs);
        double value = Math.exp(log.value());
        return Measurement.computed(value, value * log.standardError());
    }
}
