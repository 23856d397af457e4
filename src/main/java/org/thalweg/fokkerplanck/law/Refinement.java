package org.thalweg.fokkerplanck.law;

import java.util.function.ToDoubleBiFunction;

/**
 * Solves with more and more points along a valley and modes across it, until an answer differs from the one before by
 * no more than is wanted. Series that converge have gained a digit or more by then, so that the difference is an
 * estimate of the error from above.
 *
 * @param firstPoints how many points to begin with
 * @param firstModes how many modes to begin with
 * @param mostPoints beyond which no finer solve is tried
 * @param mostModes likewise
 * @param pointsOfADigit series that have not one digit at so many points do not have many at the most
 */
public record Refinement(int firstPoints, int firstModes, int mostPoints, int mostModes, int pointsOfADigit) {
    /** Moved by so much an answer is not one yet, and the next may be. */
    public static final double NOT_YET = Math.nextDown(1.0);

    /** One solve. */
    @FunctionalInterface
    public interface Solve<T> {
        T at(int points, int modes);
    }

    /**
     * How far it came.
     *
     * @param before the last answer but one
     * @param now the last answer
     * @param moved by how much they differ
     * @param reached whether that is as little as was wanted
     */
    public record Settled<T>(T before, T now, Size sizeBefore, Size size, double moved, boolean reached) {}

    /** Of a solve. */
    public record Size(int points, int modes) {
        private Size finer() {
            return new Size(points + points / 3, modes + Math.max(1, modes / 5));
        }
    }

    /**
     * The last two answers.
     *
     * @param moved how far the second is from the first, in the units of the tolerance; infinite where the second is
     *     no answer yet, NaN where there will be none
     */
    public <T> Settled<T> until(double tolerance, Solve<T> solve, ToDoubleBiFunction<T, T> moved) {
        Size size = new Size(firstPoints, firstModes);
        Settled<T> last = new Settled<>(null, solve.at(size.points(), size.modes()), null, size,
                Double.POSITIVE_INFINITY, false);
        while (size.points() <= mostPoints && size.modes() <= mostModes) {
            size = size.finer();
            T now = solve.at(size.points(), size.modes());
            double change = moved.applyAsDouble(last.now(), now);
            last = new Settled<>(last.now(), now, last.size(), size, change, change <= tolerance);
            if (last.reached() || Double.isNaN(change) || size.points() > pointsOfADigit && !(change < 1.0)) {
                break;
            }
        }
        return last;
    }
}
