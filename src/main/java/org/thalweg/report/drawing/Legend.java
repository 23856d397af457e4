package org.thalweg.report.drawing;

/** Where a figure explains its layers. */
public enum Legend {
    /** In a corner that covers no data, or below the axes where there is none. */
    WHERE_FREE,
    /** Below the axes. */
    BELOW,
    /** Nowhere. */
    NONE
}
