package org.thalweg.plot;

import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;

/** Colours of values, linear or logarithmic; values beyond the limits take the colour of the end. */
record ColourScale(Axis axis, Axis.Limits limits) {
    static ColourScale of(CellMapLayer map) {
        return new ColourScale(map.colours(), AxisLimits.ofColours(map));
    }

    /** 0xRRGGBB. */
    int rgb(double value) {
        return axis.shows(value) ? Viridis.rgb(share(value)) : Style.MISSING.getRGB() & 0xFFFFFF;
    }

    private double share(double value) {
        if (axis.isLogarithmic()) {
            return Math.log(value / limits.from()) / Math.log(limits.to() / limits.from());
        }
        return (value - limits.from()) / (limits.to() - limits.from());
    }
}
