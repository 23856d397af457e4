package org.thalweg.cli.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.thalweg.measure.Family;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Counted;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Bound;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.comparison.Choice;
import org.thalweg.sweep.comparison.NoiseTrends;

/** The last screen of a sweep: what was found, whether the witnesses agree, and where they do not. */
public final class SweepScreen {
    private static final int MOST_NAMED = 10;

    /** Standard errors, and shares of the density's exponent, beyond which readers ask how that can be consistent. */
    private static final double FAR = 4.0;
    private static final double FAR_SHARE = 0.2;

    private final Setting model;
    private final List<CellResult> cells;
    private final long atRisk;

    /**
     * The screen.
     *
     * @param atRisk rows that chance could refute, at most
     */
    public SweepScreen(Setting model, List<CellResult> cells, long atRisk) {
        this.atRisk = atRisk;
        this.model = model;
        this.cells = cells;
    }

    public String text(Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add(model.name() + ": " + Counted.of(cells.size(), "cell"));
        Map<Witness, TimedCells> timed = timed();
        if (!timed.isEmpty() && model.surface().task().isEmpty()) {
            lines.add("");
            lines.add("Convergence time as a power of eta sigma2 (theory of a degenerate valley: -1):");
            Table table = new Table("  witness", "exponent", "fastest", "slowest");
            timed.forEach((witness, found) -> table.row("  " + witness.label(),
                    Table.number(found.exponent().orElseThrow()), "T = " + Table.number(found.fastest()),
                    "T = " + Table.number(found.slowest())));
            lines.add(table.toString());
        }
        if (!model.surface().geometry().valley()) {
            lines.add("");
            lines.add(paths().toString());
            lines.addAll(ReferenceLines.of(cells));
            disagreements().forEach(lines::add);
            lines.addAll(chance());
        } else {
            selectionAndBounds(lines);
        }
        lines.addAll(ChoiceLines.of(Choice.of(cells)));
        lines.addAll(ChoiceLines.of(NoiseTrends.of(cells)));
        lines.add("");
        lines.add("written to " + folder);
        return String.join(System.lineSeparator(), lines);
    }

    /** Of a surface that is no valley: what was measured along paths, over all cells. */
    private Table paths() {
        Table table = new Table("witness", "quantity", "least", "largest");
        Map<Witness, Map<Quantity, DoubleSummaryStatistics>> found = new EnumMap<>(Witness.class);
        Set<Quantity> quantities = new LinkedHashSet<>();
        cells.forEach(c -> c.rows().forEach(row -> {
            quantities.add(row.quantity());
            if (row.measurement().defined()) {
                found.computeIfAbsent(row.witness(), w -> new HashMap<>())
                        .computeIfAbsent(row.quantity(), q -> new DoubleSummaryStatistics())
                        .accept(row.measurement().value());
            }
        }));
        for (Witness witness : Witness.COMPUTED) {
            for (Quantity quantity : quantities) {
                DoubleSummaryStatistics values = found.getOrDefault(witness, Map.of()).get(quantity);
                if (values != null) {
                    table.row(witness.label(), quantity.key(), Table.number(values.getMin()),
                            Table.number(values.getMax()));
                }
            }
        }
        return table;
    }

    private void selectionAndBounds(List<String> lines) {
        lines.add("");
        lines.add("Selection exponent e in P(x) ~ F^e"
                + (temperatures().size() > 1 ? ", lowest and highest temperature:" : ":"));
        lines.add(selection().toString());
        if (TimedCells.ends(cells).stream().anyMatch(SweepScreen::weightsMatter)) {
            lines.add("  ln P is no line in ln F here: trajectories are fitted with the weights of their counts,"
                    + " density and theory evenly over x.");
            lines.add("  A verdict fits the density with the weights of the trajectories.");
        }
        lines.add("");
        lines.add("Agreement (trajectories against the density, density against the theory):");
        lines.add(rows().anyMatch(f -> f.row().verdict().isPresent()) ? agreement().toString()
                : "  no pair of these was asked for (--witnesses)");
        lines.addAll(ReferenceLines.of(cells));
        disagreements().forEach(lines::add);
        lines.addAll(chance());
        lines.add("");
        lines.add("Upper bounds of this model:");
        Bound.all(model).forEach(b -> lines.add("  " + b.name() + ": " + b.learningRate().stream()
                .mapToObj(rate -> "learning rate " + Table.number(rate))
                .findFirst().orElseGet(() -> "eta sigma2 / 2 = " + Table.number(b.temperature().orElseThrow()))
                + " (" + b.consequence() + ")"));
    }

    public Map<String, Object> json(Path folder) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("out", folder.toString());
        json.put("cells", cells.size());
        Map<String, Object> exponents = new LinkedHashMap<>();
        timed().forEach((witness, found) -> exponents.put(witness.key(), found.exponent().orElseThrow()));
        json.put("convergence_time_exponent", exponents);
        Map<String, Long> verdicts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.name(), 0L);
        }
        rows().forEach(f -> f.row().verdict().ifPresent(v -> verdicts.merge(v.name(), 1L, Long::sum)));
        json.put("verdicts", verdicts);
        json.put("false_alarm_rate", Family.FALSE_ALARM);
        json.put("rows_at_risk", atRisk);
        farthest().ifPresent(far -> json.put("smallest_chance", far.row().chance()));
        json.put("disagreements", disagreements());
        json.put("choice", ChoiceLines.json(Choice.of(cells)));
        return json;
    }

    /** The times of each witness that has at least two different temperatures. */
    private Map<Witness, TimedCells> timed() {
        Map<Witness, TimedCells> timed = TimedCells.of(cells);
        timed.values().removeIf(found -> found.exponent().isEmpty());
        return timed;
    }

    /** The coldest cell and the hottest; one where that is the same temperature. */
    private List<CellResult> temperatures() {
        List<CellResult> ends = TimedCells.ends(cells);
        return TimedCells.temperature(ends.get(0)) == TimedCells.temperature(ends.get(1)) ? ends.subList(0, 1) : ends;
    }

    private Table selection() {
        List<CellResult> shown = temperatures();
        List<String> head = new ArrayList<>(List.of("  witness"));
        shown.forEach(cell -> head.add("Delta = " + Table.number(TimedCells.temperature(cell))));
        Table table = new Table(head.toArray(String[]::new));
        for (Witness witness : Witness.values()) {
            List<Optional<Measurement>> found =
                    shown.stream().map(cell -> cell.find(witness, Quantity.SELECTION_EXPONENT)).toList();
            if (found.stream().anyMatch(Optional::isPresent)) {
                table.row(Stream.concat(Stream.of("  " + witness.label()),
                        found.stream().map(m -> m.map(Table::number).orElse("-"))).toArray(String[]::new));
            }
        }
        return table;
    }

    /** True where exponents are far from the density's by the weights of the two fits alone: they are consistent. */
    private static boolean weightsMatter(CellResult cell) {
        Optional<Measurement> computed = cell.find(Witness.DENSITY, Quantity.SELECTION_EXPONENT);
        return computed.isPresent() && cell.rows().stream().filter(r -> r.quantity().equals(Quantity.SELECTION_EXPONENT)
                        && r.witness() != Witness.DENSITY && r.witness() != Witness.THEORY
                        && r.verdict().equals(Optional.of(Verdict.CONSISTENT)) && r.measurement().defined())
                .map(r -> r.measurement().minus(computed.get()))
                .anyMatch(d -> Math.abs(d.value()) > FAR * d.standardError()
                        && Math.abs(d.value()) > FAR_SHARE * Math.abs(computed.get().value()));
    }

    private Table agreement() {
        Table table = new Table("  witness", "consistent", "refuted", "inconclusive", "not applicable");
        Map<Witness, long[]> counted = new EnumMap<>(Witness.class);
        rows().map(Found::row).forEach(row -> row.verdict().ifPresent(v ->
                counted.computeIfAbsent(row.witness(), w -> new long[Verdict.values().length])[v.ordinal()]++));
        counted.forEach((witness, counts) -> table.row("  " + witness.label(), Long.toString(counts[0]),
                Long.toString(counts[1]), Long.toString(counts[2]), Long.toString(counts[3])));
        return table;
    }

    /** A row and where it was found. */
    private record Found(CellResult cell, Row row) {
        @Override
        public String toString() {
            return row.witness().label() + " " + row.quantity() + " = " + Table.number(row.measurement())
                    + " at eta = " + Table.number(cell.setting().sgd().learningRate())
                    + cell.setting().noise().batchVariance().stream()
                            .mapToObj(v -> ", sigma2 = " + Table.number(v)).findFirst().orElse("");
        }
    }

    private Stream<Found> rows() {
        return cells.stream().flatMap(c -> c.rows().stream().map(r -> new Found(c, r)));
    }

    /** The row that chance explains least. */
    private Optional<Found> farthest() {
        return rows().filter(f -> !Double.isNaN(f.row().chance()))
                .min(Comparator.comparingDouble(f -> f.row().chance()));
    }

    /** How often chance refutes a row, and the row that comes closest to that. */
    private List<String> chance() {
        if (atRisk == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "  Of all rows together one that is right is refuted by chance with"
                + " probability %.2g at most: each of the %d that are sampled with %.1e.",
                Family.FALSE_ALARM, atRisk, Family.share(atRisk)));
        farthest().ifPresent(far -> lines.add(String.format(Locale.ROOT, "  The farthest from its reference is %s:"
                + " chance takes one of %d as far with probability %.2g at most.",
                far, atRisk, Math.min(1.0, atRisk * far.row().chance()))));
        return lines;
    }

    /** One line for each row that was refuted, as long as they are few. */
    private List<String> disagreements() {
        List<String> first = new ArrayList<>();
        int[] all = new int[1];
        rows().filter(f -> f.row().verdict().equals(Optional.of(Verdict.REFUTED))).forEach(f -> {
            if (all[0]++ < MOST_NAMED) {
                first.add("  disagrees: " + f);
            }
        });
        if (all[0] > MOST_NAMED) {
            first.add("  and " + (all[0] - MOST_NAMED) + " more; see the verdict column of sweep.csv");
        }
        return first;
    }
}
