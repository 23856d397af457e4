package org.thalweg.report.drawing;

/**
 * Coloured cells over the plane, with a colour bar beside the figure. Cells without a value are grey.
 *
 * @param xEdges increasing, one more than cells along x; not modified
 * @param yEdges increasing, one more than cells along y; not modified
 * @param values {@code values[i][j]} belongs to cell i along x and j along y; not modified
 * @param colours label, scale and limits of the colour bar
 */
public record CellMapLayer(double[] xEdges, double[] yEdges, double[][] values, Axis colours) implements Layer {
    /** Refuses values that do not fit the edges. */
    public CellMapLayer {
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
    public <R> R accept(Cases<R> cases) {
        return cases.cellMap(this);
    }
}
