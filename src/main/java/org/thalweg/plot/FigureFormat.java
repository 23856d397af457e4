package org.thalweg.plot;

import java.util.Locale;

/** File formats of figures. */
public enum FigureFormat {
    /** Pixels, two for each point: for screens. */
    PNG,
    /** Vectors, text as text: for the web. */
    SVG,
    /** Vectors, text as outlines: for print. */
    PDF;

    /** The name used in options, and the file extension. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
