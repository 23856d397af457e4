package org.thalweg.report.drawing;

import org.thalweg.measure.Witness;

/** The shape of a data point; shapes differ so that a figure survives a black-and-white printer. */
public enum Marker {
    /** Literal SGD. */
    FILLED_CIRCLE,
    /** The stochastic differential equation. */
    OPEN_SQUARE,
    /** The Fokker-Planck density. */
    FILLED_TRIANGLE,
    /** Theory. */
    OPEN_DIAMOND,
    /** Values from outside. */
    FILLED_SQUARE,
    /** Cells or points that are to be marked as missing or lost. */
    CROSS;

    /** The shape a witness has in every figure. */
    public static Marker of(Witness witness) {
        return values()[witness.ordinal()];
    }
}
