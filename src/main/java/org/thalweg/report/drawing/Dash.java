package org.thalweg.report.drawing;

/** The pattern of a line. */
public enum Dash {
    /** A computed curve. */
    SOLID,
    /** A formula. */
    DASHED,
    /** A further formula. */
    DASH_DOTTED,
    /** A bound or a guide to the eye. */
    DOTTED
}
