package org.thalweg.refusal;

/**
 * What was asked cannot be done: an input is bad, or a method does not serve this setting. The message is one line that
 * says what, where, and behind a semicolon or a colon the remedy; it is shown to the user as it is.
 *
 * <p>Nothing else is the user's error. An {@link IllegalArgumentException} or {@link UnsupportedOperationException},
 * whether of a library or of the engine itself, is a fault of the program and reported as one.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The line that is shown. */
    public Refusal(String message) {
        super(message);
    }

    /** The line that is shown, and what it goes back to. */
    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
