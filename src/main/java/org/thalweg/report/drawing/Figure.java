package org.thalweg.report.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure as a value: what it shows, not how it is drawn.
 *
 * @param title what the reader should see
 * @param subtitle the parameters behind it, in one line; may be empty
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers from back to front
 * @param legend where the layers are explained
 */
public record Figure(String title, String subtitle, Axis x, Axis y, List<Layer> layers, Legend legend)
        implements Drawing {
    /** An immutable copy. */
    public Figure {
        layers = List.copyOf(layers);
    }

    /** Axes without layers; the legend goes where it covers nothing. */
    public static Figure of(String title, String subtitle, Axis x, Axis y) {
        return new Figure(title, subtitle, x, y, List.of(), Legend.WHERE_FREE);
    }

    /** The figure with one more layer in front. */
    public Figure with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Figure(title, subtitle, x, y, more, legend);
    }

    /** The figure with its legend elsewhere. */
    public Figure with(Legend placement) {
        return new Figure(title, subtitle, x, y, layers, placement);
    }
}
