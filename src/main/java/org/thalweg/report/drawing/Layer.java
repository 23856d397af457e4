package org.thalweg.report.drawing;

/** One thing drawn in a figure. Coordinates that are NaN, or have no place on a logarithmic axis, are left out. */
public sealed interface Layer
        permits PointLayer, LineLayer, BandLayer, CellMapLayer, VerticalMark, HorizontalMark, NoteLayer {
    /** What the legend says; empty: the legend passes over this layer. */
    String name();

    /** Hands this layer to the case it belongs to. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of layer: whoever draws figures draws all of them. */
    interface Cases<R> {
        /** Data points. */
        R points(PointLayer layer);

        /** A curve. */
        R line(LineLayer layer);

        /** A region between two curves. */
        R band(BandLayer layer);

        /** Coloured cells. */
        R cellMap(CellMapLayer layer);

        /** A line at one x. */
        R verticalMark(VerticalMark layer);

        /** A line at one y. */
        R horizontalMark(HorizontalMark layer);

        /** Words. */
        R note(NoteLayer layer);
    }
}
