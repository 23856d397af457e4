package org.thalweg.sweep;

/** Some cells of a sweep failed while the others are finished. The message names them, and says how to go on. */
public final class CellsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure. */
    CellsFailedException(String message) {
        super(message);
    }
}
