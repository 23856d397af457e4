package org.thalweg.report;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code trajectories.csv}: one row for each recorded state of a particle. */
public final class TrajectoryTable implements Closeable {
    private final CsvFile file;
    private final int dimension;

    private TrajectoryTable(CsvFile file, int dimension) {
        this.file = file;
        this.dimension = dimension;
    }

    /**
     * The header: x along the valley, then y, or y1, y2, ... where there are several sharp directions.
     *
     * @param dimension number of coordinates, at least 1
     */
    public static List<String> columns(int dimension) {
        List<String> columns = new ArrayList<>(List.of("particle", "step", "time", "x"));
        for (int i = 1; i < dimension; i++) {
            columns.add(dimension == 2 ? "y" : "y" + i);
        }
        columns.add("loss");
        columns.add("flatness");
        return columns;
    }

    /** Creates the file, which must not exist, with its header. */
    public static TrajectoryTable create(Path path, int dimension) {
        return new TrajectoryTable(CsvFile.create(path, columns(dimension)), dimension);
    }

    /**
     * Appends a state.
     *
     * @param step iteration of SGD, or step of the integrator
     * @param time learning time
     * @param theta coordinates x, y1, y2, ...; not modified
     * @param flatness F at x; NaN where the surface has none
     */
    public void add(long particle, long step, double time, double[] theta, double loss, double flatness) {
        if (theta.length != dimension) {
            throw new IllegalArgumentException("state has " + theta.length + " coordinates, the table " + dimension);
        }
        Object[] row = new Object[dimension + 5];
        row[0] = particle;
        row[1] = step;
        row[2] = time;
        for (int i = 0; i < dimension; i++) {
            row[3 + i] = theta[i];
        }
        row[dimension + 3] = loss;
        row[dimension + 4] = flatness;
        file.row(row);
    }

    @Override
    public void close() {
        file.close();
    }
}
