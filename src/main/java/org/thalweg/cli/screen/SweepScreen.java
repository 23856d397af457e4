package org.thalweg.cli.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.thalweg.measure.Family;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Bound;
import org.thalweg.results.PowerLaw;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.comparison.Choice;
import org.thalweg.sweep.comparison.NoiseTrends;

/** The last screen of a sweep: what was found, whether the witnesses agree, and where they do not. */
public final class SweepScreen {
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
        lines.add(model.name() + ": " + cells.size() + " cells");
        Map<Witness, Measurement> exponents = exponents();
        if (!exponents.isEmpty()) {
            lines.add("");
            lines.add("Convergence time as a power of eta sigma2 (theory of a degenerate valley: -1):");
            Table table = new Table("  witness", "exponent", "fastest", "slowest");
            exponents.forEach((witness, exponent) -> table.row("  " + witness.label(), Table.number(exponent),
                    extreme(witness, true), extreme(witness, false)));
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
        List<Quantity> quantities =
                cells.stream().flatMap(c -> c.rows().stream()).map(Row::quantity).distinct().toList();
        for (Witness witness : Witness.COMPUTED) {
            for (Quantity quantity : quantities) {
                double[] found = cells.stream().flatMap(c -> c.find(witness, quantity).stream())
                        .mapToDouble(Measurement::value).sorted().toArray();
                if (found.length > 0) {
                    table.row(witness.label(), quantity.key(), Table.number(found[0]),
                            Table.number(found[found.length - 1]));
                }
            }
        }
        return table;
    }

    private void selectionAndBounds(List<String> lines) {
        lines.add("");
        lines.add("Selection exponent e in P(x) ~ F^e, lowest and highest temperature:");
        lines.add(selection().toString());
        lines.add("");
        lines.add("Agreement (trajectories against the density, density against the theory):");
        lines.add(agreement().toString());
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
        exponents().forEach((witness, exponent) -> exponents.put(witness.key(), exponent));
        json.put("convergence_time_exponent", exponents);
        Map<String, Object> verdicts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.name(), cells.stream().mapToLong(c -> c.count(verdict)).sum());
        }
        json.put("verdicts", verdicts);
        json.put("false_alarm_rate", Family.FALSE_ALARM);
        json.put("rows_at_risk", atRisk);
        farthest().ifPresent(far -> json.put("smallest_chance", far.row().chance()));
        json.put("disagreements", disagreements());
        json.put("choice", ChoiceLines.json(Choice.of(cells)));
        return json;
    }

    /** The exponent of each witness that has at least two different temperatures. */
    private Map<Witness, Measurement> exponents() {
        Map<Witness, Measurement> exponents = new LinkedHashMap<>();
        for (Witness witness : Witness.values()) {
            List<CellResult> timed = timed(witness);
            double[] strength = timed.stream().mapToDouble(SweepScreen::temperature).toArray();
            if (Arrays.stream(strength).distinct().count() > 1) {
                exponents.put(witness, PowerLaw.exponent(strength, timed.stream()
                        .map(c -> c.find(witness, Quantity.CONVERGENCE_TIME).orElseThrow()).toList()));
            }
        }
        return exponents;
    }

    private List<CellResult> timed(Witness witness) {
        return cells.stream().filter(c -> c.find(witness, Quantity.CONVERGENCE_TIME)
                .filter(time -> Double.isFinite(time.value())).isPresent()).toList();
    }

    private String extreme(Witness witness, boolean fastest) {
        DoubleStream times = timed(witness).stream()
                .mapToDouble(c -> c.find(witness, Quantity.CONVERGENCE_TIME).orElseThrow().value());
        return "T = " + Table.number((fastest ? times.min() : times.max()).orElseThrow());
    }

    private Table selection() {
        List<CellResult> ordered = cells.stream()
                .sorted(Comparator.comparingDouble(SweepScreen::temperature)).toList();
        CellResult cold = ordered.get(0);
        CellResult hot = ordered.get(ordered.size() - 1);
        Table table = new Table("  witness", "Delta = " + Table.number(temperature(cold)),
                "Delta = " + Table.number(temperature(hot)));
        for (Witness witness : Witness.values()) {
            Optional<Measurement> low = cold.find(witness, Quantity.SELECTION_EXPONENT);
            Optional<Measurement> high = hot.find(witness, Quantity.SELECTION_EXPONENT);
            if (low.isPresent() || high.isPresent()) {
                table.row("  " + witness.label(),
                        low.map(Table::number).orElse("-"), high.map(Table::number).orElse("-"));
            }
        }
        return table;
    }

    private Table agreement() {
        Table table = new Table("  witness", "consistent", "refuted", "inconclusive", "not applicable");
        for (Witness witness : Witness.values()) {
            long[] counts = new long[Verdict.values().length];
            cells.stream().flatMap(c -> c.rows().stream())
                    .filter(r -> r.witness() == witness)
                    .flatMap(r -> r.verdict().stream())
                    .forEach(v -> counts[v.ordinal()]++);
            if (Arrays.stream(counts).sum() > 0) {
                table.row("  " + witness.label(), Long.toString(counts[0]), Long.toString(counts[1]),
                        Long.toString(counts[2]), Long.toString(counts[3]));
            }
        }
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

    /** One line for each row that was refuted, at most ten. */
    private List<String> disagreements() {
        List<String> lines = rows().filter(f -> f.row().verdict().equals(Optional.of(Verdict.REFUTED)))
                .map(f -> "  disagrees: " + f).toList();
        int shown = Math.min(lines.size(), 10);
        List<String> first = new ArrayList<>(lines.subList(0, shown));
        if (lines.size() > shown) {
            first.add("  and " + (lines.size() - shown) + " more; see the verdict column of sweep.csv");
        }
        return first;
    }

    private static double temperature(CellResult cell) {
        return cell.setting().temperatureAt(cell.setting().start());
    }

}
