package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code density.csv}: a probability density per unit area, one row for each cell of the plane; or per unit length,
 * one row for each cell of a line.
 */
public final class DensityTable implements Closeable {
    /** The header. */
    public static final List<String> COLUMNS = List.of("x", "y", "density");

    /** The header for a single parameter; the density is per unit length then. */
    public static final List<String> COLUMNS_OF_ONE = List.of("x", "density");

    private final CsvFile file;

    private DensityTable(CsvFile file) {
        this.file = file;
    }

    /** Creates the file, which must not exist, with its header. */
    public static DensityTable create(Path path) {
        return new DensityTable(CsvFile.create(path, COLUMNS));
    }

    /** Creates the file of a single parameter, which must not exist, with its header. */
    public static DensityTable alongALine(Path path) {
        return new DensityTable(CsvFile.create(path, COLUMNS_OF_ONE));
    }

    /**
     * Writes the file of a plane, which must not exist.
     *
     * @param x centres of the cells along the valley, as {@code y} across it; not modified
     * @param values {@code values[i][j]} at {@code x[i], y[j]}; not modified
     * @param thinning the cells to be shown
     */
    public static void write(Path path, double[] x, double[] y, double[][] values, Thinning thinning) {
        int[] rows = thinning.alongY(y.length);
        try (DensityTable table = create(path)) {
            for (int i : thinning.alongX(x.length)) {
                for (int j : rows) {
                    table.add(x[i], y[j], values[i][j]);
                }
            }
        }
    }

    /** Appends the density in one cell of a line. */
    public void add(double x, double density) {
        file.row(x, density);
    }

    /** Appends the density at the centre of one cell. */
    public void add(double x, double y, double density) {
        file.row(x, y, density);
    }

    @Override
    public void close() {
        file.close();
    }
}
