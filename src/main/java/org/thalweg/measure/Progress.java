package org.thalweg.measure;

/** Told how far a long computation is. Called from any thread; must be quick. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress NONE = fraction -> {};

    /** A share of the work is done, from 0 to 1; never decreases by much. */
    void done(double fraction);
}
