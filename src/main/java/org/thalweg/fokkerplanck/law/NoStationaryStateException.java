package org.thalweg.fokkerplanck.law;

/** The diffusion has no stationary state: its density spreads or leaks for ever. The message says why. */
public final class NoStationaryStateException extends RuntimeException {
    /** The reason. */
    public NoStationaryStateException(String message) {
        super(message);
    }
}
