package org.thalweg.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.report.ComparisonTables;
import org.thalweg.report.stored.ErrorNotation;
import org.thalweg.report.stored.StoredNames;
import org.thalweg.report.stored.StoredRun;
import org.thalweg.report.stored.StoredTable;

/** The measurements of a run: summaries, the cells of a sweep, the rungs of a ladder. */
final class Tables {
    /** Follow from the others: T / eta, and with it. */
    private static final List<String> DERIVED = List.of("convergence_steps");

    private Tables() {}

    /** The table of a sweep and all others of measurements; nothing where there are none. */
    static Html of(StoredRun run, Optional<StoredTable> sweep, Sample sample) {
        List<Html> parts = new ArrayList<>();
        run.series("summary").forEach((time, name) -> run.table(name).ifPresent(table -> {
            parts.add(Html.element("h3", "", time.isNaN() ? "Summary" : "At learning time t = " + time));
            parts.add(new Pivot(table, List.of("quantity"), "witness", "value").html(samples(table)));
        }));
        sweep.ifPresent(table -> parts.add(sweep(table, sample)));
        run.table("differences.csv").ifPresent(table -> parts.add(differences(table)));
        run.table("ladder.csv").ifPresent(table -> parts.add(ladder(table)));
        return parts.isEmpty() ? Html.NOTHING
                : Html.element("section", "", Html.element("h2", "", "Measurements"), Html.join(parts));
    }

    private static Html sweep(StoredTable table, Sample sample) {
        List<String> known = ComparisonTables.SWEEP.names();
        List<String> cells = new ArrayList<>(known.subList(0, known.indexOf("witness")));
        table.columns().stream().filter(name -> !known.contains(name)).forEach(cells::add);
        List<Html> parts = new ArrayList<>();
        for (String quantity : table.distinct("quantity")) {
            StoredTable measured = table.where("quantity", quantity);
            if (DERIVED.contains(quantity)) {
                continue;
            }
            parts.add(Html.element("h3", "", sentence(StoredNames.label(quantity))));
            List<String> same = measured.distinct("value");
            if (same.size() == 1 && quantity.endsWith("_fraction")) {
                parts.add(Html.element("p", "",
                        ErrorNotation.field(same.get(0)) + (sample.thinned() ? " in every cell shown" : " in every cell")
                                + ", of every witness."));
                continue;
            }
            Pivot pivot = new Pivot(measured, cells, "witness", "value");
            String everywhere = pivot.constants();
            String caption = everywhere.isEmpty() ? ""
                    : (sample.thinned() ? "In every cell shown " : "Everywhere ") + everywhere + ".";
            // The temperature follows from the others.
            List<String> varied = cells.stream().filter(name -> !name.equals("temperature"))
                    .filter(name -> measured.distinct(name).size() > 1).toList();
            parts.add(varied.size() < 2 ? pivot.html(caption)
                    : new Matrix(measured, varied.get(0), varied.get(1), varied.subList(2, varied.size()))
                            .html(caption));
        }
        return Html.join(parts);
    }

    private static Html differences(StoredTable table) {
        List<String> cells = table.columns().subList(0, table.columns().indexOf("witness"));
        return Html.join(Html.element("h3", "", "Changes of the mean convergence time between neighbouring cells"),
                new Pivot(table, cells, "witness", "difference")
                        .html("Errors are those of pairs of particles that see the same random numbers."));
    }

    private static Html ladder(StoredTable table) {
        return Html.join(Html.element("h3", "", "Rungs"),
                new Pivot(table, List.of("witness", "svag", "learning_rate"), "quantity", "value")
                        .html("At amplification \u221e: the limit of the rungs (literal SGD), and the diffusion"
                                + " (density)."));
    }

    private static String samples(StoredTable table) {
        long most = table.column("samples").stream().mapToLong(n -> (long) StoredTable.number(n)).max().orElse(0);
        return most > 0 ? most + " independent samples at most." : "Computed, not sampled: errors are numerical.";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
