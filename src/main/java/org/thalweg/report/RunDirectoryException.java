package org.thalweg.report;

import org.thalweg.refusal.Refusal;

/** An output folder that cannot be used; the message says which, why, and what to do. */
public final class RunDirectoryException extends Refusal {
    public RunDirectoryException(String message) {
        super(message);
    }

    public RunDirectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
