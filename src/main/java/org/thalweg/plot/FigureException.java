package org.thalweg.plot;

/** Figures cannot be drawn on this machine, or not be written; the message says why and what to install or do. */
public final class FigureException extends RuntimeException {
    FigureException(String message, Throwable cause) {
        super(message, cause);
    }
}
