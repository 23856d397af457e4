package org.thalweg.fokkerplanck.law;

import org.thalweg.refusal.Refusal;

/** A current flows around the ring, so that the floor's density is no quadrature. The message says how strong it is. */
public final class RingCurrentException extends Refusal {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    public RingCurrentException(String message) {
        super(message);
    }
}
