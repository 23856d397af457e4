package org.thalweg.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.measure.Claim;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.EffectiveLossCurve;
import org.thalweg.results.OptimiserComparison;
import org.thalweg.results.Row;
import org.thalweg.sweep.comparison.Difference;

/**
 * The tables of a run: the columns of each, which are a contract (docs/files.md), and what their rows are about. Rows
 * of large tables are made one by one, as they are written.
 */
public final class RunTables {
    private static final String WITNESS = "witness";
    private static final String QUANTITY = "quantity";
    private static final String SAMPLES = "samples";
    private static final String STANDARD_ERROR = "standard_error";
    private static final String DENSITY_COLUMN = "density";

    private static final Columns<Measurement> MEASUREMENT = Columns.<Measurement>of("value", Measurement::value)
            .and(STANDARD_ERROR, Measurement::standardError)
            .and(SAMPLES, Measurement::samples);

    /** The cell of a sweep. */
    static final Columns<Setting> CELL = Columns
            .<Setting>of("learning_rate", setting -> setting.sgd().learningRate())
            .and("batch_variance", setting -> setting.noise().batchVariance().orElse(Double.NaN))
            .and("anisotropy", setting -> setting.noise().anisotropy().orElse(Double.NaN));

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

    /**
     * {@code sweep.csv}: what every witness found in every cell of a sweep; {@code temperature} is empty where D_yy
     * varies.
     */
    public static final Columns<SweptRow> SWEEP = new Columns<SweptRow>(List.of())
            .and(CELL, SweptRow::setting)
            .and("temperature", swept -> swept.setting.temperature().orElse(Double.NaN))
            .and(SUMMARY, SweptRow::row)
            .and("verdict", swept -> swept.row.verdict().map(Verdict::name).orElse(""));

    /**
     * {@code differences.csv} of a sweep with common random numbers: the change of the mean convergence time from a
     * cell to its neighbour, with the error of pairs of particles, and beside it the error that independent numbers
     * would have given.
     */
    public static final Columns<Difference> DIFFERENCES = new Columns<Difference>(List.of())
            .and(CELL, Difference::from)
            .and(CELL.withSuffix("_to"), Difference::to)
            .and(WITNESS, d -> d.witness().key())
            .and(QUANTITY, d -> Quantity.CONVERGENCE_TIME.key())
            .and("difference", d -> d.paired().value())
            .and(STANDARD_ERROR, d -> d.paired().standardError())
            .and("independent_standard_error", Difference::unpaired)
            .and(SAMPLES, d -> d.paired().samples());

    /**
     * {@code ladder.csv}: one row for each rung and quantity; at {@code svag} = Infinity the limit of the rungs
     * (witness sgd) and the diffusion (witness density).
     */
    public static final Columns<Rung> LADDER = Columns.<Rung>of(WITNESS, rung -> rung.row.witness().key())
            .and("svag", Rung::level)
            .and("learning_rate", Rung::learningRate)
            .and(QUANTITY, rung -> rung.row.quantity().key())
            .and(MEASUREMENT, rung -> rung.row.measurement());

    /** {@code optimisers.csv}: one row for each optimiser and quantity. */
    public static final Columns<OptimiserComparison.Entry> OPTIMISERS = Columns
            .<OptimiserComparison.Entry>of("optimiser", OptimiserComparison.Entry::optimiser)
            .and(QUANTITY, e -> e.quantity().key())
            .and(MEASUREMENT, OptimiserComparison.Entry::measured)
            .and("predicted", e -> e.predicted().isPresent() ? e.predicted().getAsDouble() : Double.NaN)
            .and("stationary", OptimiserComparison.Entry::stationary);

    /** {@code effective-loss.csv}: L_SGD/Delta along the valley, one row for each cell and source. */
    public static final Columns<CurvePoint> EFFECTIVE_LOSS = Columns
            .<CurvePoint>of("source", p -> p.curve.source().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .and("x", p -> p.curve.x()[p.cell])
            .and("log_flatness", p -> p.curve.logFlatness()[p.cell])
            .and("sgd_loss_over_temperature", p -> p.curve.loss()[p.cell])
            .and("deviation_from_leading_order", p -> p.curve.deviation()[p.cell])
            .and("error", p -> p.curve.error()[p.cell]);

    /**
     * {@code verdicts.csv}: one row for each claim held against a measurement.
     *
     * <ul>
     *   <li>{@code claim}: its id and statement, "C1: ...".
     *   <li>{@code hypotheses}: each with the number that decides, separated by "; "; a silent claim gives its reason.
     *   <li>{@code predicted}: the value or the bound; empty where the theory is silent.
     *   <li>{@code budget}: the largest difference that is no disagreement, and after a colon its parts by name.
     * </ul>
     */
    public static final Columns<Judgement> VERDICTS = Columns
            .<Judgement>of("claim", j -> j.claim().id() + ": " + j.claim().statement())
            .and("hypotheses", j -> hypotheses(j.claim()))
            .and("predicted", j -> j.claim().prediction().value())
            .and("measured", j -> j.measured().value())
            .and(STANDARD_ERROR, j -> j.measured().standardError())
            .and("budget", RunTables::budget)
            .and("verdict", j -> j.verdict().name());

    private RunTables() {}

    /** One cell of a marginal. */
    public record MarginalCell(Witness witness, Marginal marginal, int cell) {}

    /** A density at the centre of one cell; y is NaN on a line. */
    public record DensityCell(double x, double y, double density) {}

    /**
     * A row of a cell of a sweep.
     *
     * @param varied values of further columns: numbers of the model that the sweep varies
     */
    public record SweptRow(Setting setting, Row row, List<Double> varied) {}

    /** A row of a rung of amplified SGD. */
    public record Rung(double level, double learningRate, Row row) {}

    /** One point of a curve. */
    public record CurvePoint(EffectiveLossCurve curve, int cell) {}

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

    /** {@link #SWEEP} and behind it the numbers of the model that a sweep varies, by name. */
    public static Columns<SweptRow> sweep(List<String> varied) {
        return SWEEP.and(varied, SweptRow::varied);
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

    /** The rows of a curve. */
    public static Stream<CurvePoint> points(EffectiveLossCurve curve) {
        return IntStream.range(0, curve.x().length).mapToObj(i -> new CurvePoint(curve, i));
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

    private static String hypotheses(Claim claim) {
        if (claim.prediction() instanceof Prediction.Silent silent) {
            return silent.reason();
        }
        return claim.hypotheses().stream().map(Hypothesis::toString).collect(Collectors.joining("; "));
    }

    private static String budget(Judgement judgement) {
        String parts = judgement.budget().parts().stream()
                .map(p -> p.source() + " " + p.size() + (p.statistical() ? " (standard error)" : " (bound)"))
                .collect(Collectors.joining("; "));
        return judgement.margin() + (parts.isEmpty() ? "" : ": " + parts);
    }
}
