package org.thalweg.fokkerplanck.law;

/** A computation that was well posed did not succeed. The message says how it failed and what may help. */
public final class NumericsException extends RuntimeException {
    /** A failure. */
    public NumericsException(String message) {
        super(message);
    }
}
