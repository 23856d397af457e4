package org.thalweg.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.measure.Claim;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.EffectiveLossCurve;
import org.thalweg.results.OptimiserComparison;
import org.thalweg.results.Row;
import org.thalweg.sweep.comparison.Difference;

/**
 * The tables of what a run compares: cells of a sweep, rungs, optimisers, curves, claims. They are apart from {@link
 * RunTables}, since a table is made of functions that Java links one by one, and a run that compares nothing is over
 * within a second.
 */
public final class ComparisonTables {
    /** The cell of a sweep. */
    static final Columns<Setting> CELL = Columns
            .<Setting>of("learning_rate", setting -> setting.sgd().learningRate())
            .and("batch_variance", setting -> setting.noise().batchVariance().orElse(Double.NaN))
            .and("anisotropy", setting -> setting.noise().anisotropy().orElse(Double.NaN));

    /**
     * {@code sweep.csv}: what every witness found in every cell of a sweep; {@code temperature} is empty where D_yy
     * varies.
     */
    public static final Columns<SweptRow> SWEEP = new Columns<SweptRow>(List.of())
            .and(CELL, SweptRow::setting)
            .and("temperature", swept -> swept.setting.temperature().orElse(Double.NaN))
            .and(RunTables.SUMMARY, SweptRow::row)
            .and("verdict", swept -> swept.row.verdict().map(Verdict::name).orElse(""));

    /**
     * {@code differences.csv} of a sweep with common random numbers: the change of the mean convergence time from a
     * cell to its neighbour, with the error of pairs of particles, and beside it the error that independent numbers
     * would have given.
     */
    public static final Columns<Difference> DIFFERENCES = new Columns<Difference>(List.of())
            .and(CELL, Difference::from)
            .and(CELL.withSuffix("_to"), Difference::to)
            .and(RunTables.WITNESS, d -> d.witness().key())
            .and(RunTables.QUANTITY, d -> Quantity.CONVERGENCE_TIME.key())
            .and("difference", d -> d.paired().value())
            .and(RunTables.STANDARD_ERROR, d -> d.paired().standardError())
            .and("independent_standard_error", Difference::unpaired)
            .and(RunTables.SAMPLES, d -> d.paired().samples());

    /**
     * {@code ladder.csv}: one row for each rung and quantity; at {@code svag} = Infinity the limit of the rungs
     * (witness sgd) and the diffusion (witness density).
     */
    public static final Columns<Rung> LADDER = Columns.<Rung>of(RunTables.WITNESS, rung -> rung.row.witness().key())
            .and("svag", Rung::level)
            .and("learning_rate", Rung::learningRate)
            .and(RunTables.QUANTITY, rung -> rung.row.quantity().key())
            .and(RunTables.MEASUREMENT, rung -> rung.row.measurement());

    /** {@code optimisers.csv}: one row for each optimiser and quantity. */
    public static final Columns<OptimiserComparison.Entry> OPTIMISERS = Columns
            .<OptimiserComparison.Entry>of("optimiser", OptimiserComparison.Entry::optimiser)
            .and(RunTables.QUANTITY, e -> e.quantity().key())
            .and(RunTables.MEASUREMENT, OptimiserComparison.Entry::measured)
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
            .and(RunTables.STANDARD_ERROR, j -> j.measured().standardError())
            .and("budget", ComparisonTables::budget)
            .and("verdict", j -> j.verdict().name());

    private ComparisonTables() {}

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

    /** {@link #SWEEP} and behind it the numbers of the model that a sweep varies, by name. */
    public static Columns<SweptRow> sweep(List<String> varied) {
        return SWEEP.and(varied, SweptRow::varied);
    }

    /** The rows of a curve. */
    public static Stream<CurvePoint> points(EffectiveLossCurve curve) {
        return IntStream.range(0, curve.x().length).mapToObj(i -> new CurvePoint(curve, i));
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
