package org.thalweg.refusal;

import java.util.Optional;

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

    /** Throws what a question for a capability was answered with, if it was a refusal. */
    public static void raise(Optional<Refusal> answer) {
        answer.ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The line that is shown, and what it goes back to. */
    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
