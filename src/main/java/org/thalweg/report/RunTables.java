package org.thalweg.report;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.results.Row;

/**
 * The tables of a run: the columns of each, which are a contract (docs/files.md), and what their rows are about. Rows
 * of large tables are made one by one, as they are written. Those of comparisons are {@link ComparisonTables}.
 */
public final class RunTables {
    static final String WITNESS = "witness";
    static final String QUANTITY = "quantity";
    static final String SAMPLES = "samples";
    static final String STANDARD_ERROR = "standard_error";
    static final String DENSITY_COLUMN = "density";

    static final Columns<Measurement> MEASUREMENT = Columns.<Measurement>of("value", Measurement::value)
            .and(STANDARD_ERROR, Measurement::standardError)
            .and(SAMPLES, Measurement::samples);

    /** {@code summary.csv}: one row for each quantity a witness measured. */
    public static final Columns<Row> SUMMARY = Columns.<Row>of(WITNESS, row -> row.witness().key())
            .and(QUANTITY, row -> row.quantity().key())
            .and(MEASUREMENT, Row::measurement);

    /** {@code marginal.csv}: the density along the valley, one row for each cell and witness. */
    public static final Columns<MarginalCell> MARGINAL = Columns.<MarginalCell>of("x", c -> c.marginal.x()[c.cell])
            .and("flatness", c -> c.marginal.flatness()[c.cell])
            .and(WITNESS, c -> c.witness.key())
            .and(DENSITY_COLUMN, c -> c.marginal.density()[c.cell])
            .and(STANDARD_ERROR, c -> c.marginal.standardError()[c.cell]);

    /** {@code density.csv}: a probability density per unit area, one row for each cell of the plane. */
    public static final Columns<DensityCell> DENSITY = Columns.<DensityCell>of("x", DensityCell::x)
            .and("y", DensityCell::y)
            .and(DENSITY_COLUMN, DensityCell::density);

    /** {@code density.csv} of a single parameter: per unit length, one row for each cell of the line. */
    public static final Columns<DensityCell> DENSITY_OF_ONE = Columns.<DensityCell>of("x", DensityCell::x)
            .and(DENSITY_COLUMN, DensityCell::density);

    private RunTables() {}

    /** One cell of a marginal. */
    public record MarginalCell(Witness witness, Marginal marginal, int cell) {}

    /** A density at the centre of one cell; y is NaN on a line. */
    public record DensityCell(double x, double y, double density) {}

    /**
     * A recorded state of a particle.
     *
     * @param step iteration of SGD, or step of the integrator
     * @param time learning time
     * @param theta coordinates x, y1, y2, ...; not modified
     * @param flatness F at x; NaN where the surface has none
     */
    public record State(long particle, long step, double time, double[] theta, double loss, double flatness) {
        private double[] of(int dimension) {
            if (theta.length != dimension) {
                throw new IllegalArgumentException(
                        "state has " + theta.length + " coordinates, the table " + dimension);
            }
            return theta;
        }
    }

    /**
     * {@code trajectories.csv}: one row for each recorded state of a particle; x along the valley, then y, or y1, y2,
     * ... where there are several sharp directions.
     *
     * @param dimension number of coordinates, at least 1
     */
    public static Columns<State> trajectories(int dimension) {
        Columns<State> columns = Columns.<State>of("particle", State::particle)
                .and("step", State::step).and("time", State::time);
        for (int i = 0; i < dimension; i++) {
            int coordinate = i;
            columns = columns.and(i == 0 ? "x" : dimension == 2 ? "y" : "y" + i,
                    state -> state.of(dimension)[coordinate]);
        }
        return columns.and("loss", State::loss).and("flatness", State::flatness);
    }

    /** The rows of marginals, witness by witness. */
    public static Stream<MarginalCell> cells(Map<Witness, Marginal> marginals) {
        return marginals.entrySet().stream().flatMap(said -> IntStream.range(0, said.getValue().size())
                .mapToObj(i -> new MarginalCell(said.getKey(), said.getValue(), i)));
    }

    /** The rows of a density along a line. */
    public static Stream<DensityCell> cells(double[] x, double[] density) {
        return IntStream.range(0, x.length).mapToObj(i -> new DensityCell(x[i], Double.NaN, density[i]));
    }

    /**
     * The rows of a density in the plane.
     *
     * @param x centres of the cells along the valley, as {@code y} across it; not modified
     * @param values {@code values[i][j]} at {@code x[i], y[j]}; not modified
     * @param thinning the cells to be shown
     */
    public static Stream<DensityCell> cells(double[] x, double[] y, double[][] values, Thinning thinning) {
        int[] rows = thinning.alongY(y.length);
        return Arrays.stream(thinning.alongX(x.length)).boxed().flatMap(i ->
                Arrays.stream(rows).mapToObj(j -> new DensityCell(x[i], y[j], values[i][j])));
    }
}
