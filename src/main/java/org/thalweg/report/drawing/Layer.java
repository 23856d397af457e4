package org.thalweg.report.drawing;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;

/** One thing drawn in a figure. Coordinates that are NaN, or have no place on a logarithmic axis, are left out. */
public sealed interface Layer
        permits PointLayer, LineLayer, BandLayer, CellMapLayer, VerticalMark, HorizontalMark, NoteLayer {
    /** What the legend says; empty: the legend passes over this layer. */
    String name();

    /** What a witness found: points with their errors where it was counted, a line where it was computed. */
    static Layer of(Witness witness, String name, double[] x, double[] y, double[] error) {
        return switch (witness) {
            case SGD, SDE, REFERENCE -> PointLayer.of(witness, name, x, y, error);
            case DENSITY, THEORY -> LineLayer.of(witness, name, x, y);
        };
    }

    /** The same of what it found of each of some things. */
    static <T> Layer of(Witness witness, String name, List<T> things, ToDoubleFunction<T> x,
            Function<T, Measurement> y) {
        List<Measurement> found = things.stream().map(y).toList();
        return of(witness, name, things.stream().mapToDouble(x).toArray(),
                found.stream().mapToDouble(Measurement::value).toArray(),
                found.stream().mapToDouble(Measurement::standardError).toArray());
    }

    /** Hands this layer to the case it belongs to. */
    void accept(Cases cases);

    /** One case for each kind of layer: whoever draws figures draws all of them. */
    interface Cases {
        /** Data points. */
        void points(PointLayer layer);

        /** A curve. */
        void line(LineLayer layer);

        /** A region between two curves. */
        void band(BandLayer layer);

        /** Coloured cells. */
        void cellMap(CellMapLayer layer);

        /** A line at one x. */
        void verticalMark(VerticalMark layer);

        /** A line at one y. */
        void horizontalMark(HorizontalMark layer);

        /** Words, which take no room but in the legend. */
        default void note(NoteLayer layer) {
            // Nothing among the axes.
        }
    }
}
