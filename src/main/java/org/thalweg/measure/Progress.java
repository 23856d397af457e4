package org.thalweg.measure;

/** Is told how far a computation has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody is watching. */
    Progress NONE = fraction -> { };

    /**
     * Called now and then, from any thread.
     *
     * @param fraction of the work that is done, from 0 to 1
     */
    void done(double fraction);
}
