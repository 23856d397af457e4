package org.thalweg.web;

import org.thalweg.storage.Resource;

/**
 * The library that draws curves in pages, uPlot, out of the jar that the build puts beside Thalweg's. Why this one:
 * docs/adr/0041-explorer.md.
 */
public enum PlottingLibrary {
    /** Defines the global name {@code uPlot}; runs under a content security policy without {@code unsafe-inline}. */
    SCRIPT("dist/uPlot.iife.min.js"),
    /** Its style sheet, without which axes and cursor are out of place. */
    STYLE("dist/uPlot.min.css"),
    /** Its licence (MIT), which every copy of the script must carry. */
    LICENCE("LICENSE");

    private static final String FOLDER = "/META-INF/resources/webjars/uplot/1.6.30/";

    private final String file;

    PlottingLibrary(String file) {
        this.file = file;
    }

    /** The text; that of the script begins with its licence as a comment. */
    public String text() {
        String read = read(file);
        return this != SCRIPT ? read : "/*!\nuPlot, https://github.com/leeoniya/uPlot\n\n"
                + read(LICENCE.file).strip() + "\n*/\n" + read;
    }

    private static String read(String file) {
        return Resource.text(PlottingLibrary.class, FOLDER + file);
    }
}
