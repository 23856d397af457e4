package org.thalweg.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.sweep.CellLaws;
import org.thalweg.sweep.CellResult;

/** The tables of the laws in the cells of a sweep, as {@link RunTables}. */
public final class LawTables {
    private LawTables() {}

    /**
     * A row: one place of a marginal, or one share of a law of passage times.
     *
     * @param varied values of further columns
     * @param at the place, or the share
     * @param value the density there, or the time
     * @param error its standard error; NaN where it has none
     */
    public record LawRow(Setting setting, Witness witness, List<Double> varied, double at, double value,
            double error) {}

    /** {@code marginals.csv}: the density along the valley, one row for each cell of the sweep, witness and place. */
    public static Columns<LawRow> marginals(List<String> varied) {
        return columns("x", "density", varied, true);
    }

    /** {@code passages.csv}: the time by which a share has arrived, one row for each cell, witness and share. */
    public static Columns<LawRow> passages(List<String> varied) {
        return columns("share", "time", varied, false);
    }

    private static Columns<LawRow> columns(String at, String value, List<String> varied, boolean error) {
        Columns<LawRow> columns = new Columns<LawRow>(List.of()).and(ComparisonTables.CELL, LawRow::setting)
                .and("witness", row -> row.witness().key()).and(at, LawRow::at).and(value, LawRow::value);
        return (error ? columns.and("standard_error", LawRow::error) : columns).and(varied, LawRow::varied);
    }

    /** The rows of {@code marginals.csv}, cell by cell; {@code varied} has the further numbers of each. */
    public static List<LawRow> marginals(List<CellResult> cells, List<List<Double>> varied) {
        return IntStream.range(0, cells.size()).boxed().flatMap(i -> marginals(cells.get(i), varied.get(i))).toList();
    }

    /** The rows of {@code passages.csv}, likewise. */
    public static List<LawRow> passages(List<CellResult> cells, List<List<Double>> varied) {
        return IntStream.range(0, cells.size()).boxed().flatMap(i -> passages(cells.get(i), varied.get(i))).toList();
    }

    private static Stream<LawRow> marginals(CellResult cell, List<Double> varied) {
        return cell.laws().marginals().entrySet().stream().flatMap(said -> IntStream.range(0, said.getValue().size())
                .mapToObj(i -> new LawRow(cell.setting(), said.getKey(), varied, said.getValue().x()[i],
                        said.getValue().density()[i], said.getValue().standardError()[i])));
    }

    private static Stream<LawRow> passages(CellResult cell, List<Double> varied) {
        return cell.laws().passages().entrySet().stream().flatMap(said -> IntStream.range(0, said.getValue().length)
                .mapToObj(i -> new LawRow(cell.setting(), said.getKey(), varied, CellLaws.SHARES.get(i),
                        said.getValue()[i], Double.NaN)));
    }
}
