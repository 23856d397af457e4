package org.thalweg.measure;

/** Told how far a long computation has come. Called by one thread at a time, not always the same one. */
@FunctionalInterface
public interface Progress {
    /** Nobody is interested. */
    Progress NONE = fraction -> { };

    /**
     * Called now and then.
     *
     * @param fraction the share of the work that is done, an estimate: from 0 to 1, never falling
     */
    void done(double fraction);
}
