package org.thalweg.cli.outcome;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.cli.screen.Table;
import org.thalweg.measure.Verdict;
import org.thalweg.model.Setting;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.LawTables;
import org.thalweg.report.figures.SweepFigures;
import org.thalweg.sweep.CellLaws;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.PlannedCells;
import org.thalweg.sweep.Variation;
import org.thalweg.sweep.comparison.Difference;
import org.thalweg.sweep.comparison.NoiseTrends;

/** What the cells of a sweep leave when all are finished, beside their table, which is written as they come. */
public final class SweepOutcome {
    /** What every witness found in every cell. */
    public static final String SWEEP = "sweep.csv";
    private static final String DIFFERENCES = "differences.csv";
    private static final String VERDICTS = "verdicts.csv";
    private static final String MARGINALS = "marginals.csv";
    private static final String PASSAGES = "passages.csv";

    /** All of them. */
    public static final List<String> TABLES = List.of(SWEEP, DIFFERENCES, VERDICTS, MARGINALS, PASSAGES);

    private SweepOutcome() {}

    /** The columns that tell of numbers which vary beside the grid; each name must be there once. */
    public static List<String> columns(List<Variation> variations) {
        List<String> own = ComparisonTables.SWEEP.names();
        return variations.stream().map(v -> own.contains(v.path()) ? "parameters." + v.path() : v.path()).toList();
    }

    /**
     * Tables and figures of all cells.
     *
     * @param common whether cells saw the same random numbers, so that neighbours are compared
     */
    public static Outcome of(Setting setting, List<Variation> variations, PlannedCells cells,
            List<CellResult> results, boolean common) {
        Outcome outcome = new Outcome();
        if (common) {
            differences(outcome, Difference.between(results));
        }
        if (cells.size() <= CellLaws.MOST_CELLS) {
            List<List<Double>> varied = IntStream.range(0, cells.size()).mapToObj(cells::varied).toList();
            List<LawTables.LawRow> marginals = LawTables.marginals(results, varied);
            if (!marginals.isEmpty()) {
                outcome.table(MARGINALS, LawTables.marginals(columns(variations)), marginals.stream());
            }
            List<LawTables.LawRow> passages = LawTables.passages(results, varied);
            if (!passages.isEmpty()) {
                outcome.table(PASSAGES, LawTables.passages(columns(variations)), passages.stream());
            }
        }
        new SweepFigures(setting, variations, results).draw((name, figure) -> outcome.figure(name, () -> figure));
        NoiseTrends trends = NoiseTrends.of(results);
        if (trends.asked()) {
            outcome.table(VERDICTS, ComparisonTables.VERDICTS, trends.family().judgements().stream());
        }
        outcome.judged(results.stream().flatMap(cell -> cell.rows().stream())
                .noneMatch(row -> row.verdict().equals(Optional.of(Verdict.REFUTED)))
                && (!trends.asked() || trends.family().upheld()));
        outcome.withPage();
        return outcome;
    }

    private static void differences(Outcome outcome, List<Difference> differences) {
        outcome.table(DIFFERENCES, ComparisonTables.DIFFERENCES, differences.stream());
        double[] gains = differences.stream()
                .mapToDouble(d -> d.unpaired() / d.paired().standardError()).sorted().toArray();
        if (gains.length > 0) {
            outcome.note("common random numbers: errors of differences between neighbours are smaller by a factor of "
                    + Table.number(gains[gains.length / 2]) + " (median); verdicts of different cells are not"
                    + " independent");
        }
    }
}
