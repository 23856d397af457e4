package org.thalweg.report.drawing;

import java.util.List;

/**
 * Coloured cells over the plane, with a colour bar beside the figure. Cells without a value are grey. Discs on top, of
 * values from elsewhere, have the same colours.
 *
 * @param xEdges increasing, one more than cells along x; not modified
 * @param yEdges increasing, one more than cells along y; not modified
 * @param values {@code values[i][j]} belongs to cell i along x and j along y; not modified
 * @param colours label, scale and limits of the colour bar
 * @param discs values at points
 * @param discName what the legend says of the discs
 */
public record CellMapLayer(double[] xEdges, double[] yEdges, double[][] values, Axis colours, List<Disc> discs,
        String discName) implements Layer {
    /** A value at a point of the plane. */
    public record Disc(double x, double y, double value) {}

    /** Cells alone. */
    public CellMapLayer(double[] xEdges, double[] yEdges, double[][] values, Axis colours) {
        this(xEdges, yEdges, values, colours, List.of(), "");
    }

    /** Refuses values that do not fit the edges. */
    public CellMapLayer {
        discs = List.copyOf(discs);
        boolean fits = values.length > 0 && values.length + 1 == xEdges.length;
        for (double[] column : values) {
            fits &= column.length + 1 == yEdges.length;
        }
        if (!fits) {
            throw new IllegalArgumentException("cell map '" + colours.label() + "': " + xEdges.length + " x edges and "
                    + yEdges.length + " y edges do not fit the values; must be one edge more than cells");
        }
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public void accept(Cases cases) {
        cases.cellMap(this);
    }
}
