package org.thalweg.model.space;

import java.util.List;

/**
 * Points worth knowing on a surface.
 *
 * @param minima isolated minima, each a point of the surface's dimension; empty where minima are degenerate or unknown
 * @param kinks values of x at which a derivative of the surface jumps
 */
public record Landmarks(List<double[]> minima, List<Double> kinks) {
    /** Nothing to report. */
    public static final Landmarks NONE = new Landmarks(List.of(), List.of());

    /** True where all derivatives are continuous. */
    public boolean smooth() {
        return kinks.isEmpty();
    }
}
