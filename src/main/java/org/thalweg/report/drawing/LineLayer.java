package org.thalweg.report.drawing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Witness;

/**
 * A curve through given points, interrupted where a coordinate is missing.
 *
 * @param x not modified
 * @param y as many; not modified
 */
public record LineLayer(String name, Ink ink, Dash dash, double[] x, double[] y) implements Layer {
    /** Refuses arrays of different lengths. */
    public LineLayer {
        if (x.length != y.length) {
            throw new IllegalArgumentException("line '" + name + "': " + x.length + " x, " + y.length
                    + " y; must be equally many");
        }
    }

    /** A line in the style of a witness: solid for what was computed, dashed for theory. */
    public static LineLayer of(Witness witness, String name, double[] x, double[] y) {
        return new LineLayer(name, Ink.of(witness), witness == Witness.THEORY ? Dash.DASHED : Dash.SOLID, x, y);
    }

    /** A number of each of some things. */
    public static <T> LineLayer of(String name, Ink ink, Dash dash, List<T> things, ToDoubleFunction<T> x,
            ToDoubleFunction<T> y) {
        return new LineLayer(name, ink, dash, things.stream().mapToDouble(x).toArray(),
                things.stream().mapToDouble(y).toArray());
    }

    @Override
    public void accept(Cases cases) {
        cases.line(this);
    }
}
