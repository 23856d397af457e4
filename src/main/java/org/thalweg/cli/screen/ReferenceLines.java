package org.thalweg.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;

/** The part of a last screen that holds values from outside beside what the witnesses found. */
public final class ReferenceLines {
    /** So many values are shown; the others are in sweep.csv. */
    private static final int SHOWN = 24;

    private ReferenceLines() {}

    /** Nothing where no cell has any. */
    public static List<String> of(List<CellResult> cells) {
        List<Witness> found = Witness.COMPUTED.stream().filter(w -> cells.stream().anyMatch(c ->
                rows(c).stream().anyMatch(r -> c.find(w, r.quantity()).isPresent()))).toList();
        List<String> header = new ArrayList<>(List.of("  eta", "sigma2", "quantity", "reference"));
        found.forEach(w -> header.add(w.label()));
        header.add("verdict");
        Table table = new Table(header.toArray(String[]::new));
        long all = cells.stream().mapToLong(c -> rows(c).size()).sum();
        int shown = 0;
        boolean without = false;
        for (CellResult cell : cells) {
            for (Row row : rows(cell)) {
                without |= Double.isNaN(row.measurement().standardError());
                if (shown++ < SHOWN) {
                    List<String> line = new ArrayList<>();
                    line.add("  " + Table.number(cell.setting().sgd().learningRate()));
                    line.add(cell.setting().noise().batchVariance().stream().mapToObj(Table::number)
                            .findFirst().orElse("-"));
                    line.add(row.quantity().key());
                    line.add(number(row.measurement()));
                    found.forEach(w -> line.add(cell.find(w, row.quantity()).map(Table::number).orElse("-")));
                    line.add(row.verdict().map(ReferenceLines::words).orElse("no witness"));
                    table.row(line.toArray(String[]::new));
                }
            }
        }
        if (all == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Reference values, from outside, against each witness, within the errors of both:");
        lines.add(table.toString());
        if (all > SHOWN) {
            lines.add("  and " + (all - SHOWN) + " more; see sweep.csv");
        }
        if (without) {
            lines.add("  A reference without an error (?) is given the witness's alone: it can agree, and refutes"
                    + " nothing.");
        }
        return lines;
    }

    private static List<Row> rows(CellResult cell) {
        return cell.rows().stream().filter(r -> r.witness() == Witness.REFERENCE).toList();
    }

    private static String number(Measurement m) {
        return Double.isNaN(m.standardError()) ? Table.number(m.value()) + " (?)" : Table.number(m);
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
