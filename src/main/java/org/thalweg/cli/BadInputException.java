package org.thalweg.cli;

/** Something the user gave cannot be used. The message is one line: what, where, remedy. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
