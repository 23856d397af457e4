package org.thalweg.measure;

/** Told how far a long computation is. Called from any thread; must be quick. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = fraction -> {};

    /** A share of the work is done, from 0 to 1; never decreases by much. */
    void done(double fraction);

    /**
     * The same by who knows how long the rest takes.
     *
     * @param secondsLeft by the clock; NaN where that is not known yet
     */
    default void done(double fraction, double secondsLeft) {
        done(fraction);
    }
}
