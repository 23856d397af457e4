package org.thalweg.report.drawing;

import org.thalweg.measure.Witness;

/** Colours that readers with colour-vision deficiencies can tell apart (the palette of Okabe and Ito), and neutrals. */
public enum Ink {
    /** Literal SGD. */
    BLUE,
    /** The stochastic differential equation. */
    VERMILLION,
    /** The Fokker-Planck density. */
    GREEN,
    /** Values from outside. */
    PURPLE,
    /** Free. */
    ORANGE,
    /** Free. */
    SKY,
    /** Theory. */
    BLACK,
    /** Guides to the eye. */
    GREY;

    /** The colour a witness has in every figure. */
    public static Ink of(Witness witness) {
        Ink[] inks = {BLUE, VERMILLION, GREEN, BLACK, PURPLE};
        return inks[witness.ordinal()];
    }
}
